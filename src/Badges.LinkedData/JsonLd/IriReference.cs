using System.Buffers;
using System.Text;

namespace Badges.LinkedData.JsonLd;

/// <summary>References to resources as texts. RFC 3986, sections 4 and 5; RFC 3987. Nothing is normalised but the dots
/// of a path that is resolved.</summary>
internal static class IriReference
{
    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    private static readonly SearchValues<char> NotInIri = SearchValues.Create(
        [.. Enumerable.Range(0, 0x21).Select(code => (char)code), '<', '>', '"', '{', '}', '|', '^', '`', '\\']);

    /// <summary>Whether it begins with a scheme.</summary>
    public static bool IsAbsolute(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(value[0])
            && !value.AsSpan(1, colon - 1).ContainsAnyExcept(SchemeCharacters);
    }

    /// <summary>Whether it is an absolute IRI that can stand in an N-Quads document.</summary>
    public static bool IsWellFormed(string value) => IsAbsolute(value) && !HasForbiddenCharacter(value)
        && value.IndexOf('#', StringComparison.Ordinal) == value.LastIndexOf('#');

    /// <summary>Whether a character of it could stand nowhere in an N-Quads document between the marks of an
    /// IRI.</summary>
    public static bool HasForbiddenCharacter(string value) => value.AsSpan().ContainsAny(NotInIri);

    /// <summary>The reference resolved against an absolute base. Section 5.2.2.</summary>
    public static string Resolve(string root, string reference)
    {
        var target = Parts.Of(reference);
        if (target.Scheme is not null)
        {
            return reference;
        }

        var from = Parts.Of(root);
        var (authority, path, query) = (from.Authority, from.Path, from.Query);
        if (target.Authority is not null)
        {
            (authority, path, query) = (target.Authority, RemoveDotSegments(target.Path), target.Query);
        }
        else if (target.Path.Length > 0)
        {
            path = RemoveDotSegments(target.Path[0] == '/' ? target.Path : Merge(from, target.Path));
            query = target.Query;
        }
        else if (target.Query is not null)
        {
            query = target.Query;
        }

        var text = new StringBuilder(root.Length + reference.Length).Append(from.Scheme).Append(':');
        if (authority is not null)
        {
            text.Append("//").Append(authority);
        }

        text.Append(path);
        if (query is not null)
        {
            text.Append('?').Append(query);
        }

        return target.Fragment is null ? text.ToString() : text.Append('#').Append(target.Fragment).ToString();
    }

    /// <summary>Section 5.2.3.</summary>
    private static string Merge(Parts root, string path) => root is { Authority: not null, Path: "" }
        ? "/" + path
        : string.Concat(root.Path.AsSpan(0, root.Path.LastIndexOf('/') + 1), path);

    /// <summary>Section 5.2.4.</summary>
    private static string RemoveDotSegments(string path)
    {
        if (!path.Contains('.', StringComparison.Ordinal))
        {
            return path;
        }

        var segments = path.Split('/');
        var kept = new List<string>(segments.Length);
        for (var index = 0; index < segments.Length; index++)
        {
            var isLast = index == segments.Length - 1;
            switch (segments[index])
            {
                case ".":
                case "..":
                    if (segments[index] == ".." && kept.Count > 1)
                    {
                        kept.RemoveAt(kept.Count - 1);
                    }

                    if (isLast)
                    {
                        kept.Add(string.Empty);
                    }

                    break;
                default:
                    kept.Add(segments[index]);
                    break;
            }
        }

        return string.Join('/', kept);
    }

    /// <summary>The five components. RFC 3986, appendix B.</summary>
    private readonly record struct Parts(
        string? Scheme, string? Authority, string Path, string? Query, string? Fragment)
    {
        public static Parts Of(string reference)
        {
            var rest = reference.AsSpan();
            var fragment = Cut(ref rest, '#');
            var query = Cut(ref rest, '?');
            string? scheme = null;
            string? authority = null;
            if (IsAbsolute(reference))
            {
                var colon = rest.IndexOf(':');
                scheme = rest[..colon].ToString();
                rest = rest[(colon + 1)..];
            }

            if (rest.StartsWith("//"))
            {
                var end = rest[2..].IndexOf('/');
                authority = (end < 0 ? rest[2..] : rest.Slice(2, end)).ToString();
                rest = end < 0 ? [] : rest[(end + 2)..];
            }

            return new(scheme, authority, rest.ToString(), query, fragment);
        }

        private static string? Cut(ref ReadOnlySpan<char> rest, char mark)
        {
            var index = rest.IndexOf(mark);
            if (index < 0)
            {
                return null;
            }

            var cut = rest[(index + 1)..].ToString();
            rest = rest[..index];
            return cut;
        }
    }
}

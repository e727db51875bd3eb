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
        if (IsAbsolute(reference))
        {
            return reference;
        }

        var target = Parts.Of(reference);
        var from = Parts.Of(root);
        var text = new StringBuilder(root.Length + reference.Length).Append(from.Scheme).Append(':');
        text.Append(target.HasAuthority ? target.Authority : from.Authority);
        if (target.HasAuthority || target.Path is ['/', ..])
        {
            AppendPath(text, target.Path);
        }
        else if (target.Path.Length > 0)
        {
            AppendPath(text, Merge(from, target.Path));
        }
        else
        {
            text.Append(from.Path);
        }

        var keepsQuery = !target.HasAuthority && target.Path.Length == 0 && target.Query.Length == 0;
        return text.Append(keepsQuery ? from.Query : target.Query).Append(target.Fragment).ToString();
    }

    /// <summary>Section 5.2.3.</summary>
    private static string Merge(Parts root, ReadOnlySpan<char> path) => root is { HasAuthority: true, Path: [] }
        ? string.Concat("/", path)
        : string.Concat(root.Path[..(root.Path.LastIndexOf('/') + 1)], path);

    /// <summary>Section 5.2.4: a path without its segments that are one dot or two.</summary>
    private static void AppendPath(StringBuilder text, ReadOnlySpan<char> path)
    {
        var start = text.Length;
        foreach (var part in path.Split('/'))
        {
            var segment = path[part];
            if (segment is "..")
            {
                DropLastSegment(text, start);
            }
            else if (segment is not ".")
            {
                text.Append(segment);
                if (part.End.Value < path.Length)
                {
                    text.Append('/');
                }
            }
        }
    }

    /// <summary>Takes off the last segment and keeps the slash before it.</summary>
    private static void DropLastSegment(StringBuilder text, int start)
    {
        var end = text.Length - 1;
        if (end <= start)
        {
            return;
        }

        do
        {
            end--;
        }
        while (end >= start && text[end] != '/');

        text.Length = end + 1;
    }

    /// <summary>The components, each with its mark. RFC 3986, appendix B.</summary>
    private readonly ref struct Parts
    {
        public ReadOnlySpan<char> Scheme { get; private init; }

        public ReadOnlySpan<char> Authority { get; private init; }

        public ReadOnlySpan<char> Path { get; private init; }

        public ReadOnlySpan<char> Query { get; private init; }

        public ReadOnlySpan<char> Fragment { get; private init; }

        public bool HasAuthority => Authority.Length > 0;

        public static Parts Of(string reference)
        {
            var rest = reference.AsSpan();
            var fragment = CutFrom(ref rest, '#');
            var query = CutFrom(ref rest, '?');
            ReadOnlySpan<char> scheme = [];
            if (IsAbsolute(reference))
            {
                var colon = rest.IndexOf(':');
                scheme = rest[..colon];
                rest = rest[(colon + 1)..];
            }

            var end = 0;
            if (rest.StartsWith("//"))
            {
                var slash = rest[2..].IndexOf('/');
                end = slash < 0 ? rest.Length : slash + 2;
            }

            return new()
            {
                Scheme = scheme,
                Authority = rest[..end],
                Path = rest[end..],
                Query = query,
                Fragment = fragment,
            };
        }

        private static ReadOnlySpan<char> CutFrom(scoped ref ReadOnlySpan<char> rest, char mark)
        {
            var index = rest.IndexOf(mark);
            if (index < 0)
            {
                return [];
            }

            var cut = rest[index..];
            rest = rest[..index];
            return cut;
        }
    }
}

using Badges.Credentials.Verification;
using Badges.Server.Calendar;

namespace Badges.Server.Features.Registry;

/// <summary>
/// Says how an issuer stands in our registry and in those that we believe. Made once for many verifications, then it
/// answers without a database. Only the identifier makes an issuer known: never its name, never what its address looks
/// like.
/// </summary>
public sealed class IssuerRegistry
{
    private const string DidMethod = "did:web:";
    private const string DidFolder = "issuers";
    private const string ProfileFolder = "/ob2/issuers/";
    private const int LongestName = 1_000;

    private static readonly char[] WordEnds =
    [
        ' ', '\u00A0', '\u202F', '\t', '\n', '-', '\u2010', '\u2011', '–', '—', '_', '\'', '’', '.', ',', ':', ';', '/',
        '(', ')', '«', '»', '"', '&', '+', '·',
    ];

    private readonly Dictionary<string, Listed> _ours = [];
    private readonly string[] _asked;
    private readonly ILookup<string, Listed> _others;
    private readonly ILookup<string, Listed> _names;
    private readonly Listed? _network;

    /// <param name="own">Our own registry; null for one who has none.</param>
    /// <param name="copies">Others, those that are believed most first.</param>
    public IssuerRegistry(OwnRegistry? own, IReadOnlyList<RegistryCopy> copies)
    {
        Own = own;
        Copies = copies;
        foreach (var structure in own?.Structures ?? [])
        {
            _ours[structure.Organization.Slug] = new(structure.AsIssuer(), null);
        }

        _asked = [.. own is null ? [] : (string[])[own.Name], .. copies.Select(copy => copy.Source.Name)];
        var others = copies
            .SelectMany(copy => copy.Content.Issuers.Select(issuer => new Listed(issuer, copy))).ToList();
        _others = others.SelectMany(each => each.Issuer.Ids.Select(id => (Id: id, Listed: each)))
            .ToLookup(pair => pair.Id, pair => pair.Listed, StringComparer.Ordinal);
        _network = own?.Network is { } network ? _ours[network.Organization.Slug] : null;
        _names = _ours.Values.Concat(others)
            .SelectMany(each => each.Issuer.Names.Select(NameSkeleton.Of).Distinct().Select(name => (name, each)))
            .Where(pair => pair.name.Length > 0)
            .ToLookup(pair => pair.name, pair => pair.each, StringComparer.Ordinal);
    }

    /// <summary>The registry of one who has none: nobody is known.</summary>
    public static IssuerRegistry Empty { get; } = new(null, []);

    public OwnRegistry? Own { get; }

    public IReadOnlyList<RegistryCopy> Copies { get; }

    public IssuerStanding StandingOf(IssuerClaim claim, DateTimeOffset now)
    {
        DateOnly? issued = claim.IssuedOn is { } issuedOn ? ParisCalendar.DayOf(issuedOn) : null;
        var found = Find(claim.Id).Select(each => (Listed: each, Entry: EntryOf(each, issued, now))).ToList();
        if (FindImitated(claim.Name, [.. found.Select(each => each.Listed)]) is { } imitated)
        {
            return new()
            {
                Trust = Trust.Lookalike,
                Entry = found.Select(each => each.Entry).FirstOrDefault(),
                Imitated = EntryOf(imitated, issued, now),
            };
        }

        if (found.Count == 0)
        {
            return new() { Trust = Trust.Unknown, Asked = _asked, Source = Own?.Address };
        }

        var best = found.Select(each => each.Entry).FirstOrDefault(IsKnown);
        return best is null
            ? new() { Trust = Trust.Unknown, Entry = found[0].Entry }
            : new() { Trust = Trust.Known, Entry = best };
    }

    /// <summary>The name under which a registry has the issuer, recognised or not.</summary>
    public string? NameOf(string issuerId) => Find(issuerId).FirstOrDefault()?.Issuer.Name;

    /// <summary>Whether the issuer is the network itself, under our own registry.</summary>
    public bool IsNetwork(string issuerId) => _network is { } network && Find(issuerId).Contains(network);

    /// <summary>Of our own hosts only our own registry speaks, whatever another one says of them.</summary>
    private IEnumerable<Listed> Find(string issuerId)
    {
        var (isOurs, slug) = issuerId.StartsWith(DidMethod, StringComparison.Ordinal)
            ? SlugOfDid(issuerId)
            : SlugOfProfile(issuerId);
        return !isOurs ? _others[issuerId]
            : slug is not null && _ours.TryGetValue(slug, out var structure) ? [structure]
            : [];
    }

    /// <summary>The one whose name it is, when it is another's.</summary>
    private Listed? FindImitated(string? name, List<Listed> own)
    {
        if (own.Exists(each => each.Issuer.Names.Contains(name)))
        {
            return null; // the usual case, without a skeleton
        }

        var named = _names[NameSkeleton.Of(name)].ToList();
        return named.Exists(own.Contains) ? null
            : named.FirstOrDefault() ?? (own.Count == 0 && NamesNetwork(name) ? _network : null);
    }

    /// <summary>A stranger that adds words to the network's name speaks in the name of all of us.</summary>
    private bool NamesNetwork(string? name)
    {
        if (_network is null || name is null || name.Length > LongestName)
        {
            return false;
        }

        var wanted = WordsOf(_network.Issuer.Name);
        var words = WordsOf(name);
        return wanted.Length > 0 && Enumerable.Range(0, Math.Max(0, words.Length - wanted.Length + 1))
            .Any(start => words.AsSpan(start, wanted.Length).SequenceEqual(wanted));
    }

    private static string[] WordsOf(string name) =>
    [
        .. name.Split(WordEnds, StringSplitOptions.RemoveEmptyEntries)
            .Select(NameSkeleton.Of).Where(word => word.Length > 0),
    ];

    private static bool IsKnown(RegistryEntry entry) => entry.Recognition is Recognition.Undated or Recognition.AtIssue;

    private RegistryEntry EntryOf(Listed listed, DateOnly? issued, DateTimeOffset now)
    {
        var (issuer, copy) = listed;
        var (recognition, period) = issuer.At(issued);
        return new()
        {
            Name = issuer.Name,
            Registry = copy?.Source.Name ?? Own?.Name ?? "",
            Source = copy?.Source.Url.AbsoluteUri ?? Own?.Address,
            CopiedAt = copy?.FetchedAt,
            IsCopyOld = copy?.IsOld(now) == true,
            Recognition = recognition,
            Period = period,
            ClosedOn = issuer.ClosedOn,
            HasEnded = period?.To < ParisCalendar.DayOf(now),
        };
    }

    private (bool IsOurs, string? Slug) SlugOfDid(string did)
    {
        var parts = did[DidMethod.Length..].Split(':');
        return !IsOurs(parts[0].Replace("%3A", ":", StringComparison.OrdinalIgnoreCase)) ? (false, null)
            : parts is [_, DidFolder, var slug] ? (true, slug)
            : (true, null);
    }

    private (bool IsOurs, string? Slug) SlugOfProfile(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http")
            || !IsOurs(uri.Authority))
        {
            return (false, null);
        }

        return uri.AbsolutePath.StartsWith(ProfileFolder, StringComparison.Ordinal)
            && uri is { Query: "", Fragment: "", UserInfo: "" }
                ? (true, uri.AbsolutePath[ProfileFolder.Length..])
                : (true, null);
    }

    private bool IsOurs(string host) => Own?.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase) == true;

    private sealed record Listed(RegisteredIssuer Issuer, RegistryCopy? Copy);
}

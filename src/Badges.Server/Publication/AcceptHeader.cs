using System.Collections.Concurrent;
using Microsoft.Net.Http.Headers;

namespace Badges.Server.Publication;

/// <summary>
/// What a client is ready to receive (RFC 9110, section 12.5.1). Programs get JSON unless a browser asks: HTML must be
/// named, above every JSON type that is named and not below a wildcard.
/// </summary>
public sealed class AcceptHeader
{
    private const string Xhtml = "application/xhtml+xml";
    private const int LongestKnown = 200;
    private const int MostKnown = 200;

    private static readonly ConcurrentDictionary<string, AcceptHeader> Known = new(StringComparer.Ordinal);

    private readonly IReadOnlyList<Range> _ranges;
    private Choice? _last;

    private AcceptHeader(IReadOnlyList<Range> ranges) => _ranges = ranges;

    /// <summary>Is a page wanted rather than a document?</summary>
    public bool PrefersPage =>
        HtmlWeight > 0
        && _ranges.All(range => range.IsJson ? range.Weight < HtmlWeight
            : !range.IsWildcard || range.Type == "text" || range.Weight <= HtmlWeight);

    private double HtmlWeight => Math.Max(NamedWeightOf(Offer.Page.MediaType), NamedWeightOf(Xhtml));

    /// <summary>Most clients send one of a few lines: these are read once.</summary>
    public static AcceptHeader Of(HttpRequest request)
    {
        var lines = request.Headers.Accept;
        if (lines is not [{ Length: <= LongestKnown } line])
        {
            return Parse([.. lines.OfType<string>()]);
        }

        if (!Known.TryGetValue(line, out var known))
        {
            known = Parse(line);
            if (Known.Count >= MostKnown)
            {
                Known.Clear();
            }

            Known[line] = known;
        }

        return known;
    }

    /// <summary>Reads the header's lines; what is not well formed is passed over.</summary>
    public static AcceptHeader Parse(params IList<string> lines) =>
        new(MediaTypeHeaderValue.TryParseList(lines, out var values) ? [.. values.Select(Range.From)] : []);

    /// <summary>
    /// The best of the offers, or null when none is acceptable. Between equals the first one offered wins.
    /// </summary>
    public Offer? Choose(IReadOnlyList<Offer> offers)
    {
        var last = _last;
        if (!ReferenceEquals(last?.Offers, offers))
        {
            _last = last = new Choice(offers, ChooseAmong(offers));
        }

        return last.Chosen;
    }

    private Offer? ChooseAmong(IReadOnlyList<Offer> offers)
    {
        if (offers.Contains(Offer.Page) && PrefersPage
            && offers.All(offer => NamedWeightOf(offer.MediaType) <= HtmlWeight))
        {
            return Offer.Page;
        }

        return offers
            .Where(offer => offer != Offer.Page)
            .Select(offer => (Offer: offer, Match: MatchOf(offer)))
            .Where(candidate => candidate.Match.Weight > 0)
            .OrderByDescending(candidate => candidate.Match.Weight)
            .ThenByDescending(candidate => candidate.Match.IsNamed)
            .Select(candidate => candidate.Offer)
            .FirstOrDefault();
    }

    private Match MatchOf(Offer offer)
    {
        var range = _ranges
            .Where(candidate => candidate.Matches(offer.MediaType))
            .OrderByDescending(candidate => candidate.Precision)
            .FirstOrDefault();
        if (range is null)
        {
            return new Match(_ranges.Count == 0 && !offer.IsOnlyForThoseWhoNameIt ? 1 : 0, IsNamed: false);
        }

        return range.IsWildcard && offer.IsOnlyForThoseWhoNameIt
            ? new Match(0, IsNamed: false)
            : new Match(range.Weight, !range.IsWildcard);
    }

    private double NamedWeightOf(string mediaType) =>
        _ranges.Where(range => !range.IsWildcard && range.Matches(mediaType))
            .Select(range => range.Weight).DefaultIfEmpty().Max();

    private sealed record Choice(IReadOnlyList<Offer> Offers, Offer? Chosen);

    private readonly record struct Match(double Weight, bool IsNamed);

    private sealed record Range(string Type, string Subtype, double Weight)
    {
        public bool IsWildcard => Subtype == "*";

        public bool IsJson => Subtype == "json" || Subtype.EndsWith("+json", StringComparison.Ordinal);

        public int Precision => Type == "*" ? 0 : IsWildcard ? 1 : 2;

        public static Range From(MediaTypeHeaderValue value) => new(
            (value.Type.Value ?? "").ToLowerInvariant(),
            (value.SubType.Value ?? "").ToLowerInvariant(),
            value.Quality ?? 1);

        public bool Matches(string mediaType) => Type == "*"
            || (IsWildcard
                ? mediaType.StartsWith(Type + "/", StringComparison.Ordinal)
                : mediaType == $"{Type}/{Subtype}");
    }
}

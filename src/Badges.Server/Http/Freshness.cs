using System.Globalization;

namespace Badges.Server.Http;

/// <summary>How long an answer may be used again without asking, in a cache shared by all. HTTP Caching, RFC 9111.
/// </summary>
public static class Freshness
{
    private static readonly string[] NotToBeReused = ["no-store", "no-cache", "private"];

    /// <summary>How long the address leads where it led: redirects have times of their own, and one that is only for
    /// now is asked again unless it says otherwise. RFC 9110, sections 15.4.3 and 15.4.8.</summary>
    public static TimeSpan OfRedirects(IEnumerable<CacheHeaders> redirects, DateTimeOffset askedAt) => redirects
        .Select(each => Of(each, askedAt) ?? (each.Status is 301 or 308 ? TimeSpan.MaxValue : TimeSpan.Zero))
        .Append(TimeSpan.MaxValue)
        .Min();

    /// <summary>What is left of its time at the instant when it was asked for; null when it says nothing.</summary>
    public static TimeSpan? Of(CacheHeaders headers, DateTimeOffset askedAt)
    {
        var directives = Directives(headers.CacheControl);
        if (headers.Vary?.Contains('*', StringComparison.Ordinal) is true
            || Array.Exists(NotToBeReused, name => directives.Any(each => each.Name == name)))
        {
            return TimeSpan.Zero;
        }

        var date = Instant(headers.Date) ?? askedAt;
        var lifetime = Seconds(directives, "s-maxage") ?? Seconds(directives, "max-age")
            ?? (headers.Expires is null ? null : (Instant(headers.Expires) ?? date) - date); // 4.2.1
        return lifetime is { } given ? Longest(given - AgeOf(headers, date, askedAt), TimeSpan.Zero) : null;
    }

    /// <summary>Section 4.2.3, counted from the instant of asking.</summary>
    private static TimeSpan AgeOf(CacheHeaders headers, DateTimeOffset date, DateTimeOffset askedAt) =>
        Longest(ReadSeconds(headers.Age?.Split(',')[0]) ?? TimeSpan.Zero, askedAt - date);

    /// <summary>Of a directive that stands there twice the shorter time counts, of one that cannot be read none at all:
    /// section 4.2.1.</summary>
    private static TimeSpan? Seconds(List<(string Name, string? Value)> directives, string name)
    {
        var given = directives.FindAll(each => each.Name == name);
        return given.Count == 0 ? null : given.Min(each => ReadSeconds(each.Value) ?? TimeSpan.Zero);
    }

    private static List<(string Name, string? Value)> Directives(string? field)
    {
        var directives = new List<(string, string?)>();
        foreach (var part in (field ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = (equals < 0 ? part : part[..equals]).Trim().ToLowerInvariant();
            directives.Add((name, equals < 0 ? null : part[(equals + 1)..].Trim().Trim('"')));
        }

        return directives;
    }

    private static TimeSpan? ReadSeconds(string? text) =>
        text?.Trim() is { Length: > 0 } digits && digits.All(char.IsAsciiDigit)
            ? TimeSpan.FromSeconds(digits.Length < 10 ? int.Parse(digits, CultureInfo.InvariantCulture) : int.MaxValue)
            : null;

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParseExact(
            text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

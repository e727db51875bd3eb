using System.Globalization;
using System.Text.RegularExpressions;

namespace Badges.Credentials.Schemas;

/// <summary>Dates and times as credentials write them. RFC 3339, section 5.6; Open Badges 2.0 leaves out the seconds at
/// times, and the colon of the zone.</summary>
internal static partial class Timestamp
{
    /// <summary>The instant, or null when the text is not a date, a time with seconds and a zone.</summary>
    public static DateTimeOffset? TryRead(string text) => TryReadPlain(text) ?? Read(Rfc3339().Match(text));

    /// <summary>The instant, or null: the looser form of ISO 8601 that Open Badges 2.0 asks for, always with a
    /// zone.</summary>
    public static DateTimeOffset? TryReadLoose(string text) => TryReadPlain(text) ?? Read(Iso8601().Match(text));

    /// <summary>The instant in whole seconds of UTC, as we write it everywhere.</summary>
    public static string Write(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Whether the text is a day of the calendar.</summary>
    public static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The instant when it is written as nearly all are: whole seconds of UTC.</summary>
    private static DateTimeOffset? TryReadPlain(string text) =>
        text.Length == Plain.Length && char.IsAsciiDigit(text[0])
        && DateTimeOffset.TryParseExact(
            text, Plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;

    private static DateTimeOffset? Read(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        int Number(string group) =>
            int.TryParse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture, out var n) ? n : 0;

        var offset = TimeSpan.FromMinutes((Number("zoneHour") * 60) + Number("zoneMinute"));
        offset = match.Groups["sign"].ValueSpan is "-" ? -offset : offset;
        var fraction = match.Groups["fraction"].Value.PadRight(7, '0')[..7];
        try
        {
            // A leap second counts as the second before it; it comes at the end of a day of UTC only.
            var isLeap = Number("second") == 60;
            var instant = new DateTimeOffset(
                Number("year"), Number("month"), Number("day"), Number("hour"), Number("minute"),
                isLeap ? 59 : Number("second"), offset);
            return isLeap && instant.UtcDateTime is not { Hour: 23, Minute: 59 }
                ? null
                : instant.AddTicks(long.Parse(fraction, CultureInfo.InvariantCulture));
        }
        catch (ArgumentException)
        {
            return null; // no such day, hour or zone
        }
    }

    private const string Plain = "yyyy-MM-ddTHH:mm:ssZ";
    private const string Day = @"\A(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})[Tt]";
    private const string Time = @"(?<hour>[0-9]{2}):(?<minute>[0-9]{2})";
    private const string Seconds = @":(?<second>[0-5][0-9]|60)(\.(?<fraction>[0-9]+))?";

    [GeneratedRegex(Day + Time + Seconds + @"([Zz]|(?<sign>[+-])(?<zoneHour>[0-9]{2}):(?<zoneMinute>[0-5][0-9]))\z")]
    private static partial Regex Rfc3339();

    [GeneratedRegex(
        Day + Time + "(" + Seconds + @")?([Zz]|(?<sign>[+-])(?<zoneHour>[0-9]{2}):?(?<zoneMinute>[0-5][0-9]))\z")]
    private static partial Regex Iso8601();
}

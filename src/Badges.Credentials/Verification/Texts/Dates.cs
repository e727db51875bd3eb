using Badges.Credentials.Schemas;

namespace Badges.Credentials.Verification.Texts;

/// <summary>Days as a person reads them, the same on every machine whatever cultures it has.</summary>
internal static class Dates
{
    private static readonly string[] French =
    [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ];

    private static readonly string[] English =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ];

    /// <summary>The day of an instant, in UTC; the text itself when it is none.</summary>
    public static string Write(string instant, ReportLanguage language)
    {
        if (Timestamp.TryRead(instant)?.UtcDateTime is not { } day)
        {
            return instant;
        }

        return language is ReportLanguage.French
            ? $"{(day.Day == 1 ? "1er" : $"{day.Day}")} {French[day.Month - 1]} {day.Year}"
            : $"{day.Day} {English[day.Month - 1]} {day.Year}";
    }
}

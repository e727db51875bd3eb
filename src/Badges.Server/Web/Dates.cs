using System.Globalization;
using Badges.Server.Calendar;

namespace Badges.Server.Web;

/// <summary>Dates as people write them: « 1er février 2026 », "1 February 2026"; hours are those of Paris.</summary>
public static class Dates
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Day(this Language language, DateOnly day)
    {
        if (language == Language.English)
        {
            return day.ToString("d MMMM yyyy", English);
        }

        var number = day.Day == 1 ? "1er" : day.Day.ToString(French);
        return $"{number} {day.ToString("MMMM yyyy", French)}";
    }

    public static string Day(this Language language, DateTimeOffset instant) =>
        language.Day(ParisCalendar.DayOf(instant));

    public static string Instant(this Language language, DateTimeOffset instant)
    {
        var local = ParisCalendar.LocalTime(instant);
        return language == Language.English
            ? $"{language.Day(instant)} at {local.ToString("HH:mm", English)}"
            : $"{language.Day(instant)} à {local.ToString("H' h 'mm", French)}";
    }
}

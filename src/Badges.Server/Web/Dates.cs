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

    /// <summary>« le 3 mars 2026 », « entre le 3 mars et le 12 avril 2026 ».</summary>
    public static string Days(this Language language, DateOnly from, DateOnly to)
    {
        var isEnglish = language == Language.English;
        if (to <= from)
        {
            return (isEnglish ? "on " : "le ") + language.Day(from);
        }

        var first = from.Year == to.Year ? language.Day(from)[..^5] : language.Day(from);
        return isEnglish ? $"between {first} and {language.Day(to)}" : $"entre le {first} et le {language.Day(to)}";
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

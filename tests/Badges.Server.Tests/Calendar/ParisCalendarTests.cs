using Badges.Server.Calendar;

namespace Badges.Server.Tests.Calendar;

public sealed class ParisCalendarTests
{
    [Theory]
    [InlineData("2026-01-31T22:59:59Z", "2026-01-31")]
    [InlineData("2026-01-31T23:00:00Z", "2026-02-01")]
    [InlineData("2026-07-14T21:59:59Z", "2026-07-14")]
    [InlineData("2026-07-14T22:00:00Z", "2026-07-15")]
    public void DayOf_AroundMidnightInParis_IsTheDayThere(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day), ParisCalendar.DayOf(DateTimeOffset.Parse(instant)));

    [Theory]
    [InlineData("2026-02-01", "2026-01-31T23:00:00Z", "2026-02-01T22:59:59Z")]
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z")]
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T22:59:59Z")]
    public void StartAndEnd_OfADayThatChangesTheClock_AreThoseOfParis(string day, string start, string end)
    {
        Assert.Equal(DateTimeOffset.Parse(start), ParisCalendar.StartOf(DateOnly.Parse(day)));
        Assert.Equal(DateTimeOffset.Parse(end), ParisCalendar.EndOf(DateOnly.Parse(day)));
    }
}

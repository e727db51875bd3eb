using Badges.Credentials.Schemas;

namespace Badges.Credentials.Tests.Schemas;

public class TimestampTests
{
    [Theory]
    [InlineData("2026-01-15T09:30:00Z", "2026-01-15T09:30:00+00:00")]
    [InlineData("2026-01-15T10:30:00+01:00", "2026-01-15T09:30:00+00:00")]
    [InlineData("2026-01-15T09:30:00.1234567899Z", "2026-01-15T09:30:00.1234567+00:00")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00")]
    [InlineData("2016-12-31T15:59:60.5-08:00", "2016-12-31T23:59:59.5+00:00")]
    [InlineData("2022-11-10t07:38:00z", "2022-11-10T07:38:00+00:00")]
    public void TryRead_InternetTimestamp_IsRead(string text, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Timestamp.TryRead(text));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-01-15")]
    [InlineData("2026-01-15T09:30:00")]
    [InlineData("2026-01-15T09:30Z")]
    [InlineData("2026-02-30T09:30:00Z")]
    [InlineData("2026-01-15T25:30:00Z")]
    [InlineData("2016-12-31T23:58:60Z")]
    [InlineData("2016-12-31T22:59:60Z")]
    [InlineData("2016-12-31T23:59:60+01:00")]
    [InlineData("2026-01-15T09:30:00+15:00")]
    [InlineData("0000-01-15T09:30:00Z")]
    [InlineData("2026-01-15T09:30:00Z\n")]
    [InlineData("٢٠٢٦-01-15T09:30:00Z")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    public void TryRead_AnythingElse_IsNull(string text) => Assert.Null(Timestamp.TryRead(text));

    [Theory]
    [InlineData("2017-10-01T00:00Z")]
    [InlineData("2017-10-01T00:00:00+0200")]
    public void TryReadLoose_FormsOfOpenBadges2_AreRead(string text) => Assert.NotNull(Timestamp.TryReadLoose(text));
}

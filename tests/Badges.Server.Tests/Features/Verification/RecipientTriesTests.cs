using System.Net;
using Badges.Server.Features.Verification;

namespace Badges.Server.Tests.Features.Verification;

public sealed class RecipientTriesTests
{
    private readonly TestClock _clock = new(TestApp.Now);

    [Fact]
    public void TryTake_ForOneBadge_IsAllowedFiveTimesADay()
    {
        var tries = new RecipientTries(_clock);
        var client = IPAddress.Parse("192.0.2.1");

        Assert.All(Enumerable.Range(0, RecipientTries.PerBadge), _ => Assert.True(tries.TryTake(client, "a")));
        Assert.False(tries.TryTake(client, "a"));
        Assert.True(tries.TryTake(client, "b"));
        Assert.True(tries.TryTake(IPAddress.Parse("192.0.2.2"), "a"));
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.True(tries.TryTake(client, "a"));
    }

    [Fact]
    public void TryTake_OverAllBadges_IsAllowedTwentyTimesADay()
    {
        var tries = new RecipientTries(_clock);
        var client = IPAddress.Parse("192.0.2.1");

        Assert.All(Enumerable.Range(0, RecipientTries.PerClient), number => Assert.True(tries.TryTake(client, $"{number}")));
        Assert.False(tries.TryTake(client, "another"));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", false)]
    public void TryTake_FromOneHousehold_IsOneClient(string first, string second, bool isAnother)
    {
        var tries = new RecipientTries(_clock);
        for (var count = 0; count < RecipientTries.PerBadge; count++)
        {
            Assert.True(tries.TryTake(IPAddress.Parse(first), "a"));
        }

        Assert.Equal(isAnother, tries.TryTake(IPAddress.Parse(second), "a"));
    }

    [Fact]
    public void TryTake_ByManyClients_NeverForgetsOne()
    {
        var tries = new RecipientTries(_clock);
        var client = IPAddress.Parse("192.0.2.1");
        for (var count = 0; count < RecipientTries.PerBadge; count++)
        {
            Assert.True(tries.TryTake(client, "a"));
        }

        for (var number = 0; number < 20_000; number++)
        {
            tries.TryTake(new IPAddress(number + 1), "a");
        }

        Assert.False(tries.TryTake(client, "a"));
    }
}

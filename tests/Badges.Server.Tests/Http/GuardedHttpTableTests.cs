using System.Diagnostics;
using Badges.Server.Http;

namespace Badges.Server.Tests.Http;

/// <summary>Each attack of <see cref="AttackTable"/> against the client, over sockets and TLS.</summary>
public sealed class GuardedHttpTableTests
{
    public static TheoryData<string> Rows { get; } = [.. AttackTable.Rows.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task GetAsync_Attack_EndsAsTheTableSays(string row)
    {
        var attack = AttackTable.Rows[row];
        TimeProvider time = attack.Outcome is GuardedOutcome.TooSlow ? new HurriedTime() : TimeProvider.System;
        await using var network = new PlayedNetwork(attack.Serve, attack.Certificate, attack.Names, time);
        var isAddress = Uri.TryCreate(attack.Address, UriKind.Absolute, out var address);
        var watch = Stopwatch.StartNew();

        // What is no address at all is refused before it comes here.
        var outcome = isAddress && address is not null
            ? (await network.Http.GetAsync(address, "application/json", CancellationToken.None)).Outcome
            : GuardedOutcome.Forbidden;

        Assert.Equal(attack.Outcome, outcome);
        Assert.Equal(0, network.ConnectionsInside);
        Assert.Equal(Enumerable.Repeat(PlayedNetwork.PublicAddress, attack.Connections), network.Dialled);
        Assert.True(network.NamesAsked == 0 || attack.Outcome is not GuardedOutcome.Forbidden, "a name was asked for");
        Assert.True(watch.Elapsed < GuardedHttp.TimeLimit, $"took {watch.Elapsed}");
    }

    [Fact]
    public void Rows_OfTheTable_AreSixtyOrMore() => Assert.InRange(AttackTable.Rows.Count, 60, 1000);
}

using Badges.Server.Storage;

namespace Badges.Server.Tests.Storage;

public sealed class AuditLogTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private Database _database = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _database = _app.Get<Database>();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Chain_WrittenByManyAtOnce_IsWhole()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => AppendAsync()));

        Assert.Null(await FindBreakAsync());
    }

    [Fact]
    public async Task Chain_LineChangedAfterwards_BreaksThere()
    {
        await AppendAsync();
        await AppendAsync();
        await _database.WriteAsync(
            session => session.ExecuteAsync(
                "update audit set action = 'nothing.happened' where sequence = 2", null, CancellationToken.None),
            CancellationToken.None);

        Assert.Equal(2, await FindBreakAsync());
    }

    [Fact]
    public async Task Chain_LineTakenOut_BreaksBehindIt()
    {
        await AppendAsync();
        await AppendAsync();
        await _database.WriteAsync(
            session => session.ExecuteAsync("delete from audit where sequence = 2", null, CancellationToken.None),
            CancellationToken.None);

        Assert.Equal(3, await FindBreakAsync());
    }

    [Fact]
    public async Task Append_TransactionThatFails_LeavesNoLine()
    {
        var before = await CountAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => _database.WriteAsync<int>(
            async session =>
            {
                await AuditLog.AppendAsync(session, Entry(), CancellationToken.None);
                throw new InvalidOperationException();
            },
            CancellationToken.None));

        Assert.Equal(before, await CountAsync());
    }

    private Task AppendAsync() => _database.WriteAsync(
        session => AuditLog.AppendAsync(session, Entry(), CancellationToken.None), CancellationToken.None);

    private static AuditEntry Entry() => new()
    {
        At = TestApp.Now.AddTicks(7),
        ActorKind = "account",
        ActorId = Guid.CreateVersion7(),
        Action = "badge.published",
        SubjectKind = "badge",
        SubjectId = Guid.CreateVersion7(),
        Detail = new Dictionary<string, string> { ["version"] = "1" },
    };

    private async Task<long?> FindBreakAsync()
    {
        await using var session = await _database.OpenAsync(CancellationToken.None);
        return await AuditLog.FindBreakAsync(session, CancellationToken.None);
    }

    private async Task<long> CountAsync()
    {
        await using var session = await _database.OpenAsync(CancellationToken.None);
        return await session.ScalarAsync<long>("select count(*) from audit", null, CancellationToken.None);
    }
}

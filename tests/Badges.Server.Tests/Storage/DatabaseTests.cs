using Badges.Server.Storage;

namespace Badges.Server.Tests.Storage;

public sealed class DatabaseTests : IAsyncLifetime
{
    private static readonly Guid Id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    private TestApp _app = null!;
    private Database _database = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _database = _app.Get<Database>();
        await _database.WriteAsync(
            session => session.ExecuteAsync(
                "create table things (id uuid primary key, at timestamptz, day date, flag boolean, bytes bytea)",
                null, CancellationToken.None),
            CancellationToken.None);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Read_WhatWasWritten_IsTheSameOnBothEngines()
    {
        var written = new Thing
        {
            Id = Id,
            At = new DateTimeOffset(2026, 3, 29, 3, 30, 0, TimeSpan.FromHours(2)),
            Day = new DateOnly(2026, 3, 29),
            Flag = true,
            Bytes = [0, 255, 7],
        };

        await InsertAsync(written);
        await using var session = await _database.OpenAsync(CancellationToken.None);
        var read = await session.FindAsync<Thing>(
            "select id, at, day, flag, bytes from things where id = @Id", written, CancellationToken.None);

        Assert.Equivalent(written with { At = written.At?.ToUniversalTime() }, read);
        Assert.Equal(TimeSpan.Zero, read?.At?.Offset);
    }

    [Fact]
    public async Task Read_Nothing_IsNull()
    {
        await InsertAsync(new Thing { Id = Id });

        await using var session = await _database.OpenAsync(CancellationToken.None);
        var read = await session.FindAsync<Thing>(
            "select id, at, day, flag, bytes from things", null, CancellationToken.None);

        Assert.Equal(new Thing { Id = Id }, read);
    }

    [Fact]
    public async Task Write_WorkThatThrows_LeavesNothingBehind()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _database.WriteAsync<int>(
            async session =>
            {
                await InsertAsync(session, new Thing { Id = Id });
                throw new InvalidOperationException();
            },
            CancellationToken.None));

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Write_ManyAtOnceAndOneThatFails_StoresAllOthers()
    {
        var works = Enumerable.Range(0, 300).Select(number => _database.WriteAsync<int>(
            async session =>
            {
                await InsertAsync(session, new Thing { Id = Guid.CreateVersion7() });
                return number == 150 ? throw new InvalidOperationException() : number;
            },
            CancellationToken.None)).ToList();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.WhenAll(works));

        Assert.Equal(1, works.Count(work => work.IsFaulted));
        Assert.Equal(299, await CountAsync());
    }

    [Fact]
    public async Task Write_SameKeyTwice_FailsTheSecondOnly()
    {
        await InsertAsync(new Thing { Id = Id });

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => InsertAsync(new Thing { Id = Id }));

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Write_CancelledBefore_IsNotDone()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _database.WriteAsync(
            session => InsertAsync(session, new Thing { Id = Id }), cancelled.Token));

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public void Migrate_ASecondTime_ChangesNothing()
    {
        _database.Migrate();

        Assert.True(_database.IsMigrated());
    }

    private Task InsertAsync(Thing thing) =>
        _database.WriteAsync(session => InsertAsync(session, thing), CancellationToken.None);

    private static Task<int> InsertAsync(Session session, Thing thing) => session.ExecuteAsync(
        "insert into things (id, at, day, flag, bytes) values (@Id, @At, @Day, @Flag, @Bytes)",
        thing, CancellationToken.None);

    private async Task<long> CountAsync()
    {
        await using var session = await _database.OpenAsync(CancellationToken.None);
        return await session.ScalarAsync<long>("select count(*) from things", null, CancellationToken.None);
    }

    private sealed record Thing
    {
        public Guid Id { get; init; }
        public DateTimeOffset? At { get; init; }
        public DateOnly? Day { get; init; }
        public bool? Flag { get; init; }
        public byte[]? Bytes { get; init; }
    }
}

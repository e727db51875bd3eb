using Badges.Server.Settings;
using Badges.Server.Storage;

namespace Badges.Server.Tests.Storage;

public sealed class KeptTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private Database _database = null!;
    private int _reads;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _database = _app.Get<Database>();
        await _database.WriteAsync(
            session => session.ExecuteAsync("create table notes (text text)", null, CancellationToken.None),
            CancellationToken.None);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Get_NothingWasWritten_IsReadOnce()
    {
        // A version of PostgreSQL's ends every two seconds: the second question may fall behind its end.
        var kept = Keep();

        for (var time = 0; time < 20; time++)
        {
            Assert.Equal("none", await GetAsync(kept));
        }

        Assert.InRange(_reads, 1, 3);
    }

    [Fact]
    public async Task Get_AfterAWriteOfThisProcess_IsReadAgainAtOnce()
    {
        var kept = Keep();
        Assert.Equal("none", await GetAsync(kept));

        for (var number = 1; number <= 20; number++)
        {
            await WriteAsync(_database, $"note {number}");
            Assert.Equal($"note {number}", await GetAsync(kept));
        }
    }

    [Fact]
    public async Task Get_AfterAWriteOfAnotherProcess_IsReadAgainWithinSeconds()
    {
        var kept = Keep();
        Assert.Equal("none", await GetAsync(kept));
        var other = StorageSetup.Open(_app.Get<BadgesOptions>());
        await using var closing = (IAsyncDisposable)other;

        await WriteAsync(other, "from elsewhere");

        for (var tries = 0; tries < 50 && await GetAsync(kept) != "from elsewhere"; tries++)
        {
            await Task.Delay(100);
        }

        Assert.Equal("from elsewhere", await GetAsync(kept));
    }

    [Fact]
    public async Task Get_WrittenWhileItIsRead_IsNotKeptAsTheNewest()
    {
        var kept = Keep();

        var slow = await kept.GetAsync("a", async (_, _) =>
        {
            var read = await ReadAsync();
            await WriteAsync(_database, "meanwhile");
            return read;
        }, 0, CancellationToken.None);

        Assert.Equal("none", slow);
        Assert.Equal("meanwhile", await GetAsync(kept));
    }

    [Fact]
    public async Task Get_AMinuteLater_IsReadAgain()
    {
        var kept = Keep();
        await GetAsync(kept);
        _reads = 0;

        _app.Clock.Advance(TimeSpan.FromSeconds(61));
        await GetAsync(kept);

        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task Get_WhatIsNotThere_IsAskedForEachTime()
    {
        var kept = Keep();

        for (var time = 0; time < 3; time++)
        {
            Assert.Null(await kept.GetAsync("a", (_, _) => CountAsync(null), 0, CancellationToken.None));
        }

        Assert.Equal(3, _reads);
        Assert.Equal(0, kept.Count);
    }

    [Fact]
    public async Task Get_MoreThanTheBound_LetsTheOldestGo()
    {
        var kept = new Kept<string, string>(_database, _app.Clock, mostBytes: 100_000, text => text.Length);

        for (var number = 0; number < 1_000; number++)
        {
            await kept.GetAsync($"{number}", (_, _) => CountAsync(new string('x', 1_000)), 0, CancellationToken.None);
            Assert.InRange(kept.Count, 1, 100_000 / 1_000);
        }

        await kept.GetAsync("large", (_, _) => CountAsync(new string('x', 90_000)), 0, CancellationToken.None);
        _reads = 0;
        await kept.GetAsync("large", (_, _) => CountAsync("read again"), 0, CancellationToken.None);
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task Get_TheSameReadAgain_StaysTheInstanceThatIsKnown()
    {
        var kept = new Kept<string, string>(
            _database, _app.Clock, mostBytes: 100_000, text => text.Length, (one, other) => one == other);
        Task<string?> MakeAsync() => CountAsync(new string('x', 10));
        var first = await kept.GetAsync("a", (_, _) => MakeAsync(), 0, CancellationToken.None);

        await WriteAsync(_database, "something else");
        var second = await kept.GetAsync("a", (_, _) => MakeAsync(), 0, CancellationToken.None);

        Assert.InRange(_reads, 2, 3);
        Assert.Same(first, second);
    }

    private Kept<string, string> Keep() => new(_database, _app.Clock, mostBytes: 100_000, text => text.Length);

    private async Task<string?> GetAsync(Kept<string, string> kept) =>
        await kept.GetAsync("a", (_, _) => ReadAsync(), 0, CancellationToken.None);

    private Task<string?> CountAsync(string? text)
    {
        _reads++;
        return Task.FromResult(text);
    }

    private async Task<string?> ReadAsync()
    {
        _reads++;
        await using var session = await _database.OpenAsync(CancellationToken.None);
        return await session.ScalarAsync<string>("select max(text) from notes", null, CancellationToken.None) ?? "none";
    }

    private static Task WriteAsync(Database database, string text) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync("delete from notes", null, CancellationToken.None);
            await session.ExecuteAsync("insert into notes (text) values (@text)", new { text }, CancellationToken.None);
        },
        CancellationToken.None);
}

using Badges.Credentials.Verification;
using Badges.Server.Features.Verification;

namespace Badges.Server.Tests.Features.Verification;

public sealed class DocumentCacheTests
{
    private static readonly DateTimeOffset Now = TestApp.Now;

    [Fact]
    public void Keep_MoreThanTheCount_DropsTheOneUsedLongestAgo()
    {
        var cache = new DocumentCache(mostDocuments: 3, mostBytes: 1_000_000);
        Array.ForEach([1, 2, 3], number => Keep(cache, number, 10));
        Assert.NotNull(Find(cache, 1));

        Keep(cache, 4, 10);

        Assert.Equal(3, cache.Count);
        Assert.NotNull(Find(cache, 1));
        Assert.Null(Find(cache, 2));
    }

    [Fact]
    public void Keep_MoreThanTheBytes_StaysBelowThem()
    {
        var cache = new DocumentCache(mostDocuments: 1000, mostBytes: 1_000_000);

        for (var number = 0; number < 500; number++)
        {
            Keep(cache, number, 10_000);
            Assert.InRange(cache.Bytes, 1, 1_000_000);
        }

        Assert.InRange(cache.Count, 2, 6);
        Assert.NotNull(Find(cache, 499));
    }

    [Fact]
    public void Keep_OneThatLeavesNoRoom_IsNotKeptAndReplacesTheOld()
    {
        var cache = new DocumentCache(mostDocuments: 10, mostBytes: 1_000_000);
        Keep(cache, 1, 10);
        Keep(cache, 2, 10);

        Keep(cache, 1, 500_000);

        Assert.Null(Find(cache, 1));
        Assert.NotNull(Find(cache, 2));
        Assert.Equal(1, cache.Count);
    }

    [Fact]
    public void Find_PastItsTime_IsForgotten()
    {
        var cache = new DocumentCache(mostDocuments: 10, mostBytes: 1_000_000);
        Keep(cache, 1, 10);

        Assert.Null(cache.Find(Key(1), Now.AddMinutes(1)));

        Assert.Equal((0, 0), (cache.Count, cache.Bytes));
    }

    [Fact]
    public void Keep_ByManyAtOnce_KeepsCount()
    {
        var cache = new DocumentCache(mostDocuments: 50, mostBytes: 1_000_000);

        Parallel.For(0, 5000, number =>
        {
            Keep(cache, number % 100, 100);
            Find(cache, (number * 7) % 100);
        });

        Assert.InRange(cache.Count, 1, 50);
        Assert.InRange(cache.Bytes, 1, 1_000_000);
    }

    private static FetchedDocument? Find(DocumentCache cache, int number) => cache.Find(Key(number), Now);

    private static DocumentKey Key(int number) => new($"https://a.example/{number}", WantedDocument.Dependency);

    private static void Keep(DocumentCache cache, int number, int length)
    {
        var key = Key(number);
        var document = new FetchedDocument
        {
            Address = key.Address,
            Outcome = FetchOutcome.Fetched,
            Body = new byte[length],
            At = Now,
        };
        cache.Keep(key, document, Now.AddMinutes(1));
    }
}

using System.Collections.Concurrent;
using System.Text;
using Badges.Credentials.Verification;
using Badges.Server.Features.Verification;

namespace Badges.Server.Tests.Features.Verification;

public sealed class ResolveDependenciesTests
{
    private static readonly ParsedCredential Hosted = CredentialParser.FromAddress("https://badges.example.org/1");

    [Fact]
    public async Task Run_NothingCanBeHad_EndsAfterAskingOnce()
    {
        var source = new Source(address => new FetchedDocument
        {
            Address = address,
            Outcome = FetchOutcome.Unreachable,
            At = TestApp.Now,
        });

        var documents = await RunAsync(source, TimeProvider.System);

        Assert.Equal(["https://badges.example.org/1"], source.Asked);
        Assert.Equal(FetchOutcome.Unreachable, documents["https://badges.example.org/1"].Outcome);
    }

    [Fact]
    public async Task Fetch_MoreThanTheBudget_IsNotAskedFor()
    {
        var source = new Source(address => Document(address, 10));
        using var budget = new FetchBudget(TimeProvider.System);

        var outcomes = new List<FetchOutcome>();
        for (var count = 0; count < FetchBudget.MostDocuments + 4; count++)
        {
            outcomes.Add((await FetchAsync(budget, source, $"https://badges.example.org/{count}")).Outcome);
        }

        Assert.Equal(FetchBudget.MostDocuments, source.Asked.Count);
        Assert.Equal(4, outcomes.Count(outcome => outcome == FetchOutcome.TimedOut));
    }

    [Fact]
    public async Task Fetch_MoreBytesThanTheBudget_AreDropped()
    {
        var source = new Source(address => Document(address, 1024 * 1024));
        using var budget = new FetchBudget(TimeProvider.System);

        var documents = new List<FetchedDocument>();
        for (var count = 0; count < 6; count++)
        {
            documents.Add(await FetchAsync(budget, source, $"https://badges.example.org/{count}"));
        }

        Assert.Equal(
            2, documents.Count(document => document.Outcome == FetchOutcome.TooLarge && document.Body.IsEmpty));
    }

    [Fact]
    public async Task Fetch_Pictures_AreCountedApart()
    {
        var source = new Source(address => Document(address, Submission.MaximumPictureBytes));
        using var budget = new FetchBudget(TimeProvider.System);

        var outcomes = new List<FetchOutcome>();
        foreach (var wanted in new[] { WantedDocument.Badge, WantedDocument.PngPicture, WantedDocument.SvgPicture })
        {
            var picture = await budget.FetchAsync(
                source, $"https://badges.example.org/{wanted}", wanted, TestApp.Now, CancellationToken.None);
            outcomes.Add(picture.Outcome);
        }

        var small = new Source(address => Document(address, FetchBudget.MostBytes));
        outcomes.Add((await FetchAsync(budget, small, "https://badges.example.org/record")).Outcome);

        Assert.Equal(
            [FetchOutcome.Fetched, FetchOutcome.Fetched, FetchOutcome.TooLarge, FetchOutcome.Fetched], outcomes);
    }

    [Fact]
    public async Task Fetch_AfterTheTime_IsNotAskedFor()
    {
        var time = new ManualTime();
        var source = new Source(address => Document(address, 10));
        using var budget = new FetchBudget(time);

        time.Elapse();
        var document = await FetchAsync(budget, source, "https://badges.example.org/1");

        Assert.Equal(FetchOutcome.TimedOut, document.Outcome);
        Assert.Empty(source.Asked);
    }

    private static FetchedDocument Document(string address, int length) => new()
    {
        Address = address,
        Outcome = FetchOutcome.Fetched,
        Body = Encoding.UTF8.GetBytes(new string('x', length)),
        At = TestApp.Now,
    };

    private static async Task<IReadOnlyDictionary<string, FetchedDocument>> RunAsync(
        IDocumentSource source, TimeProvider time)
    {
        using var budget = new FetchBudget(time);
        return await new ResolveDependencies(source).RunAsync(
            Hosted, [], allowLoopback: false, budget, TestApp.Now, CancellationToken.None);
    }

    private static Task<FetchedDocument> FetchAsync(FetchBudget budget, IDocumentSource source, string address) =>
        budget.FetchAsync(source, address, WantedDocument.Dependency, TestApp.Now, CancellationToken.None);

    private sealed class Source(Func<string, FetchedDocument> answer) : IDocumentSource
    {
        private readonly ConcurrentQueue<string> _asked = new();

        public IReadOnlyCollection<string> Asked => _asked;

        public Task<FetchedDocument> FetchAsync(
            string address, WantedDocument wanted, DateTimeOffset now, CancellationToken cancellationToken)
        {
            _asked.Enqueue(address);
            return Task.FromResult(answer(address));
        }
    }

    /// <summary>A clock whose timers go off when the test says so.</summary>
    private sealed class ManualTime : TimeProvider
    {
        private readonly List<Action> _due = [];

        public void Elapse() => _due.ForEach(due => due());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _due.Add(() => callback(state));
            return new Still();
        }

        private sealed class Still : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}

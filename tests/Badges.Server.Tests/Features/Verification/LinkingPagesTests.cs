using System.Text;
using Badges.Credentials.Verification;
using Badges.Server.Features.Registry;
using Badges.Server.Features.Verification;
using Badges.Server.Http;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>Pages of other platforms that link the record of the badge they show: it is judged as if its address had
/// been handed in, once.</summary>
public sealed class LinkingPagesTests(AwardScene scene) : IClassFixture<AwardScene>
{
    private const string Page = "https://platform.example/badges/7";
    private const string Record = "https://platform.example/badges/7.json";

    [Theory]
    [InlineData("""<link rel="alternate" type="application/json" href="/badges/7.json">""")]
    [InlineData("""<LINK REL='canonical Alternate' TYPE='Application/LD+JSON; profile="x"' HREF=7.json#a>""")]
    [InlineData("""
        <base href="https://platform.example/badges/">
        <link rel=alternate type=application/vc href=7.json>
        """)]
    [InlineData("""
        <link rel=alternate type=application/json href=/oembed>
        <link rel=alternate type=application/vc+ld+json href=https://platform.example/badges/7.json>
        """)]
    [InlineData("""<link rel=alternate type=application/json href="http://platform.example/badges/7.json">""")]
    [InlineData("""
        <title><link rel=alternate type=application/vc href=/no></title>
        <link rel=alternate type=application/json href=/badges/7.json>
        """)]
    [InlineData("""
        <!-- <link rel=alternate type=application/vc href=/no> -->
        <link rel=alternate type=application/json href=7.json>
        """)]
    public async Task PageThatLinksARecord_IsJudgedByThatRecord(string head)
    {
        var report = await VerifyAsync(Html(head), await OwnRecordAsync());

        Assert.NotNull(report);
        Assert.Equal((Verdict.Valid, "Gestes"), (report.Verdict, report.Credential?.Name?.Split(' ')[0]));
        Assert.Equal((SubmissionContainer.Url, SubmissionContainer.Html), (report.Container, report.Fetched));
    }

    [Theory]
    [InlineData("")]
    [InlineData("""<link rel=stylesheet type=application/json href=/badges/7.json>""")]
    [InlineData("""<link rel=alternate type=application/json+oembed href=/badges/7.json>""")]
    [InlineData("""<link rel=alternate type=application/json href="javascript:alert(1)">""")]
    [InlineData("""<link rel=alternate type=application/json href="data:application/json,{}">""")]
    [InlineData("""<link rel=alternate type=application/json href="file:///etc/passwd">""")]
    [InlineData("""</head><body><link rel=alternate type=application/json href=/badges/7.json>""")]
    public async Task PageThatLinksNone_CarriesNoBadge(string head) =>
        Assert.Null(await VerifyAsync(Html(head), await OwnRecordAsync()));

    [Fact]
    public async Task PageThatLinksAPage_IsFollowedOnce()
    {
        var source = new Pages(scene)
        {
            [Page] = Html("<link rel=alternate type=application/json href=/second>"),
            ["https://platform.example/second"] = Html($"<link rel=alternate type=application/json href={Record}>"),
            [Record] = await OwnRecordAsync(),
        };

        Assert.Null(await VerifyAsync(source));
        Assert.DoesNotContain(Record, source.Asked);
    }

    [Fact]
    public async Task PageThatLinksWhatIsNotThere_IsUndetermined()
    {
        var report = await VerifyAsync(
            new Pages(scene) { [Page] = Html($"<link rel=alternate type=application/json href={Record}>") });

        Assert.NotNull(report);
        Assert.Equal(Verdict.Undetermined, report.Verdict);
        Assert.Equal(SubmissionContainer.Html, report.Fetched);
    }

    [Fact]
    public async Task PageThatLinksThisMachine_IsRefusedBeforeAnythingIsFetched()
    {
        var report = await VerifyAsync(new Pages(scene)
        {
            [Page] = Html("<link rel=alternate type=application/json href=https://127.0.0.1/admin>"),
        });

        Assert.NotNull(report);
        Assert.Equal(
            (Verdict.Invalid, CheckCodes.AddressNotAllowed), (report.Verdict, report.Checks[0].Code));
    }

    /// <summary>Half a megabyte before the link, of elements that are never closed or of links that lead
    /// nowhere.</summary>
    [Theory]
    [InlineData("<b>", 170_000)]
    [InlineData("<a><table>", 50_000)]
    [InlineData("<meta x=1>", 50_000)]
    [InlineData("<link rel=alternate type=application/json>", 12_000)]
    [InlineData("<svg><title>", 40_000)]
    public void HostilePage_IsReadInBoundedTime(string piece, int times)
    {
        var started = TimeProvider.System.GetTimestamp();

        var found = PageLinks.FindRecord(Document(Page, Html(string.Concat(Enumerable.Repeat(piece, times))
            + "<link rel=alternate type=application/json href=/badges/7.json>")));

        Assert.Null(found);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0, 2);
    }

    private static string Html(string head) => $"<!DOCTYPE html>\n<html><head><meta charset=utf-8>{head}</head></html>";

    private async Task<string> OwnRecordAsync() =>
        await scene.GetTextAsync((await scene.AwardAsync()).Text("json"));

    private Task<VerificationReport?> VerifyAsync(string page, string record) =>
        VerifyAsync(new Pages(scene) { [Page] = page, [Record] = record });

    private async Task<VerificationReport?> VerifyAsync(Pages source)
    {
        var verify = new VerifyCredential(
            source, _ => Task.FromResult(IssuerRegistry.Empty), new GuardedHttpOptions { AllowLoopback = false },
            scene.App.Clock);
        var answer = await verify.RunAsync(new VerificationQuestion { Address = Page }, CancellationToken.None);
        return answer.Report;
    }

    private static FetchedDocument Document(string address, string body) => new()
    {
        Address = address,
        Outcome = FetchOutcome.Fetched,
        ContentType = "text/html",
        Body = Encoding.UTF8.GetBytes(body),
        At = TestApp.Now,
    };

    /// <summary>A few pages of the web, and behind them the service itself.</summary>
    private sealed class Pages(AwardScene scene) : Dictionary<string, string>, IDocumentSource
    {
        public List<string> Asked { get; } = [];

        public async Task<FetchedDocument> FetchAsync(
            string address, WantedDocument wanted, DateTimeOffset now, CancellationToken cancellationToken)
        {
            Asked.Add(address);
            if (TryGetValue(address.Replace("http:", "https:", StringComparison.Ordinal), out var body))
            {
                return Document(address, body);
            }

            var uri = new Uri(address);
            if (uri.Host is "platform.example" or "127.0.0.1")
            {
                return new() { Address = address, Outcome = FetchOutcome.Forbidden, At = now };
            }

            using var answer = await scene.App.Client.GetAsync(
                new Uri(scene.App.Address, uri.PathAndQuery), cancellationToken);
            return Document(address, await answer.Content.ReadAsStringAsync(cancellationToken)) with
            {
                Status = (int)answer.StatusCode,
            };
        }
    }
}

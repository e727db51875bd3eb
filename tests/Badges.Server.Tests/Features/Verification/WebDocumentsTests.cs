using System.Net;
using Badges.Credentials.Verification;
using Badges.Server.Features.Registry;
using Badges.Server.Features.Verification;
using Badges.Server.Http;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>Our badges as a stranger verifies them: over the network, through the guarded client.</summary>
public sealed class WebDocumentsTests(AwardScene scene) : IClassFixture<AwardScene>, IDisposable
{
    private static readonly GuardedHttpOptions Loopback = new() { AllowLoopback = true };

    private readonly GuardedHttp _http = new(Loopback, Dns.GetHostAddressesAsync, TimeProvider.System);

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("url")]
    [InlineData("png")]
    [InlineData("svg")]
    [InlineData("json")]
    [InlineData("jwt")]
    [InlineData("assertion")]
    [InlineData("signedAssertion")]
    public async Task Verify_OverTheNetwork_IsValid(string form)
    {
        var award = await scene.AwardAsync();

        var report = await VerifyAsync(award.Text(form));

        Assert.True(report.Verdict == Verdict.Valid, report.ToJson(ReportLanguage.English));
        Assert.Equal(Trust.Unknown, report.Trust);
    }

    [Theory]
    [InlineData("url")]
    [InlineData("assertion")]
    [InlineData("signedAssertion")]
    public async Task Verify_RevokedOverTheNetwork_IsRevoked(string form)
    {
        var award = await scene.AwardAsync();
        await scene.RevokeAsync(award.Text("id"));

        var report = await VerifyAsync(award.Text(form));

        Assert.True(report.Verdict == Verdict.Revoked, report.ToJson(ReportLanguage.English));
    }

    [Fact]
    public async Task Fetch_HttpOfTheInternet_AsksForHttps()
    {
        var asked = new List<Uri>();
        using var http = new GuardedHttp(
            new GuardedHttpOptions { AllowLoopback = false },
            (host, _) =>
            {
                asked.Add(new Uri($"https://{host}"));
                return Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
            },
            TimeProvider.System);
        var web = new WebDocuments(http, new GuardedHttpOptions { AllowLoopback = false });

        var document = await web.FetchAsync(
            "http://badges.example.org/x", WantedDocument.Dependency, TestApp.Now, CancellationToken.None);

        // Refused for its private address, which an address that may never be fetched is not even resolved to.
        Assert.Equal(FetchOutcome.Forbidden, document.Outcome);
        Assert.Single(asked);
        Assert.Equal("http://badges.example.org/x", document.Address);
    }

    private async Task<VerificationReport> VerifyAsync(string address)
    {
        var verify = new VerifyCredential(
            new WebDocuments(_http, Loopback), _ => Task.FromResult(IssuerRegistry.Empty), Loopback, scene.App.Clock);
        var answer = await verify.RunAsync(new VerificationQuestion { Address = address }, CancellationToken.None);
        Assert.NotNull(answer.Report);
        return answer.Report;
    }
}

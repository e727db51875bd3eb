using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>
/// Our own badges go through every check, in each form, from their address, their picture and their text.
/// </summary>
public sealed class OwnBadgeTests(AwardScene scene) : IClassFixture<AwardScene>
{
    [Theory]
    [InlineData("url", "ob3-embedded", "json")]
    [InlineData("json", "ob3-embedded", "json")]
    [InlineData("jwt", "ob3-jwt", "jwt")]
    [InlineData("png", "ob3-embedded", "png")]
    [InlineData("svg", "ob3-embedded", "svg")]
    [InlineData("assertion", "ob2-hosted", "json")]
    [InlineData("signedAssertion", "ob2-signed", "jwt")]
    public async Task Post_AddressOfAForm_IsValidAndKnown(string form, string format, string fetched)
    {
        var award = await scene.AwardAsync();
        using var client = scene.Structure();

        var report = await client.PostAsync(new { url = award.Text(form) }).ReportAsync();

        Assert.True(report.Verdict() == "valid", report.Describe());
        Assert.Equal("known", report.Trust());
        Assert.Equal(format, report.Text("format"));
        Assert.Equal("url", report.Text("container"));
        Assert.Equal(fetched, report.Text("fetched"));
    }

    [Theory]
    [InlineData("png", "ob3-embedded", "png")]
    [InlineData("png?format=jwt", "ob3-jwt", "png")]
    [InlineData("png?format=ob2", "ob2-hosted", "png")]
    [InlineData("svg", "ob3-embedded", "svg")]
    [InlineData("svg?format=jwt", "ob3-jwt", "svg")]
    [InlineData("svg?format=ob2", "ob2-hosted", "svg")]
    [InlineData("json", "ob3-embedded", "json")]
    [InlineData("jwt", "ob3-jwt", "jwt")]
    public async Task Post_FileOfAForm_IsValidAndKnown(string form, string format, string container)
    {
        var award = await scene.AwardAsync();
        var file = await scene.App.Client.GetByteArrayAsync(new Uri($"{award.Text("url")}.{form}"));
        using var client = scene.Structure();

        var report = await client.PostFileAsync(file).ReportAsync();

        Assert.True(report.Verdict() == "valid", report.Describe());
        Assert.Equal("known", report.Trust());
        Assert.Equal(format, report.Text("format"));
        Assert.Equal(container, report.Text("container"));
        Assert.Equal(JsonValueKind.Null, report.GetProperty("fetched").ValueKind);
        Assert.Equal("L'Atelier du fil", report.GetProperty("credential").GetProperty("issuer").Text("name"));
    }

    [Fact]
    public async Task Post_PictureWithBothStandards_JudgesTheNewerAndNamesTheOther()
    {
        var award = await scene.AwardAsync();
        var file = await scene.App.Client.GetByteArrayAsync(new Uri(award.Text("png")));
        using var client = scene.Structure();

        var report = await client.PostFileAsync(file).ReportAsync();

        Assert.Contains("2.0", report.Check("format").Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_InEnglish_SpeaksEnglish()
    {
        var award = await scene.AwardAsync();
        using var client = scene.Structure();

        var french = await client.PostAsync(new { url = award.Text("url") }).ReportAsync();
        var english = await client.PostInEnglishAsync(new { url = award.Text("url") }).ReportAsync();

        Assert.StartsWith("Badge authentique", french.Text("sentence"), StringComparison.Ordinal);
        Assert.StartsWith("Genuine badge", english.Text("sentence"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("url", "revoked")]
    [InlineData("json", "revoked")]
    [InlineData("jwt", "revoked")]
    [InlineData("png", "revoked")]
    [InlineData("svg", "revoked")]
    [InlineData("assertion", "revoked")]
    [InlineData("signedAssertion", "revoked")]
    public async Task Post_AfterRevocation_IsRevoked(string form, string verdict)
    {
        var award = await scene.AwardAsync();
        await scene.RevokeAsync(award.Text("id"));
        using var client = scene.Structure();

        var report = await client.PostAsync(new { url = award.Text(form) }).ReportAsync();

        Assert.True(report.Verdict() == verdict, report.Describe());
        Assert.Equal("known", report.Trust() == "known" || form == "assertion" ? "known" : report.Trust());
    }

    [Fact]
    public async Task Post_AfterItsEnd_IsExpired()
    {
        var award = await scene.AwardAsync(AwardScene.Body("expiring", expires: "2026-02-01"));
        using var client = scene.Structure();
        await using var later = new LaterClock(scene.App.Clock, TimeSpan.FromDays(2));

        var report = await client.PostAsync(new { url = award.Text("url") }).ReportAsync();

        Assert.True(report.Verdict() == "expired", report.Describe());
        Assert.Equal("known", report.Trust());
    }

    [Theory]
    [InlineData("nadia@example.org", "valid", true)]
    [InlineData("NADIA@Example.org", "valid", true)]
    [InlineData("someone.else@example.org", "invalid", false)]
    public async Task Post_WithARecipient_SaysWhetherItIsTheirs(string asked, string verdict, bool matches)
    {
        var award = await scene.AwardAsync(AwardScene.Body(
            recipient: new { email = "nadia@example.org", reference = Guid.NewGuid().ToString() }, identity: "email"));
        var file = await scene.App.Client.GetByteArrayAsync(new Uri(award.Text("png")));
        using var client = scene.Structure();

        var report = await client.PostFileAsync(file, asked).ReportAsync();

        Assert.True(report.Verdict() == verdict, report.Describe());
        var recipient = report.GetProperty("credential").GetProperty("recipient");
        Assert.Equal(matches, recipient.GetProperty("matches").GetBoolean());
    }

    [Fact]
    public async Task Post_ChangedText_IsInvalid()
    {
        var award = await scene.AwardAsync();
        var jwt = await scene.GetTextAsync(award.Text("jwt"));
        var parts = jwt.Split('.');
        var signature = parts[2].ToCharArray();
        signature[10] = signature[10] == 'A' ? 'B' : 'A';
        using var client = scene.Structure();

        var report = await client.PostAsync(new { credential = $"{parts[0]}.{parts[1]}.{new string(signature)}" })
            .ReportAsync();

        Assert.Equal("invalid", report.Verdict());
        Assert.Equal("failed", report.Check("proof").Text("outcome"));
        Assert.Equal("unknown", report.Trust());
    }

    [Fact]
    public async Task Post_KeyOfOursThatWasNeverThere_IsInvalid()
    {
        using var rsa = RSA.Create(2048);
        using var key = new RsaSigningKey(rsa);
        var award = await scene.AwardAsync();
        var payload = JsonNode.Parse(Base64Url.DecodeFromChars(
            (await scene.GetTextAsync(award.Text("jwt"))).Split('.')[1]))?.AsObject();
        Assert.NotNull(payload);
        foreach (var claim in new[] { "iss", "jti", "sub", "nbf", "exp" })
        {
            payload.Remove(claim);
        }

        var kid = new Uri(scene.App.Address, $"/issuers/{TestApp.Structure}/keys/UNKNOWN").ToString();
        var forged = VcJwt.SignJson(payload.ToJsonString(), key, kid);
        using var client = scene.Structure();

        var report = await client.PostAsync(new { credential = forged }).ReportAsync();

        Assert.True(report.Verdict() == "invalid", report.Describe());
        Assert.Equal("failed", report.Check("proof").Text("outcome"));
    }

    [Fact]
    public async Task Post_AddressWhereNothingIs_IsUndetermined()
    {
        using var client = scene.Structure();

        var url = new Uri(scene.App.Address, "/credentials/1111111111111111111111");

        var report = await client.PostAsync(new { url }).ReportAsync();

        Assert.Equal("undetermined", report.Verdict());
        Assert.Equal("documentNotFound", report.Check("format").Text("code"));
    }

    [Fact]
    public async Task FindAsync_EachDependency_IsTheSameAsPublished()
    {
        var award = await scene.AwardAsync();
        var own = scene.App.Get<Badges.Server.Features.Verification.OwnDocuments>();

        var addresses = await own.ListDependenciesAsync(award.Text("id"), CancellationToken.None);

        Assert.Contains(addresses, address => address.Contains("/status/", StringComparison.Ordinal));
        Assert.Contains(addresses, address => address.EndsWith("/did.json", StringComparison.Ordinal));
        foreach (var address in addresses)
        {
            var stored = await own.FindAsync(new Uri(address), CancellationToken.None);
            using var answer = await scene.GetAsync(new Uri(address).PathAndQuery, stored?.ContentType);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, address);
            Assert.NotNull(stored);
            Assert.Equal(await answer.Content.ReadAsByteArrayAsync(), stored.Body.ToArray());
        }
    }

    /// <summary>The time of this one question; the clock of the scene goes back afterwards.</summary>
    private sealed class LaterClock : IAsyncDisposable
    {
        private readonly TestClock _clock;
        private readonly TimeSpan _duration;

        public LaterClock(TestClock clock, TimeSpan duration)
        {
            _clock = clock;
            _duration = duration;
            clock.Advance(duration);
        }

        public ValueTask DisposeAsync()
        {
            _clock.Advance(-_duration);
            return ValueTask.CompletedTask;
        }
    }
}

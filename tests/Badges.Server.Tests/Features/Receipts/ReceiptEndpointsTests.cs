using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Server.Tests.Features.Awards;
using Badges.Server.Tests.Features.Verification;

namespace Badges.Server.Tests.Features.Receipts;

public sealed class ReceiptEndpointsTests(AwardScene scene) : IClassFixture<AwardScene>
{
    [Fact]
    public async Task Post_OurPicture_IsASignedReceiptOfIt()
    {
        var award = await scene.AwardAsync();
        var file = await scene.App.Client.GetByteArrayAsync(new Uri(award.Text("png")));
        using var client = scene.Structure();

        using var answer = await client.PostFileForReceiptAsync(file);

        Assert.Equal("application/vc+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var receipt = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("2026-02-01T09:00:00Z", receipt.Text("validFrom"));
        Assert.EndsWith(":issuers:inae", receipt.Text("issuer"), StringComparison.Ordinal);
        Assert.Equal("eddsa-jcs-2022", receipt.GetProperty("proof")[0].Text("cryptosuite"));
        var subject = receipt.GetProperty("credentialSubject");
        Assert.Equal(award.Text("url"), subject.Text("id"));
        Assert.Equal($"Gestes de {AwardScene.Badge}", subject.Text("name"));
        Assert.EndsWith(":issuers:atelier-du-fil", subject.Text("badgeIssuer"), StringComparison.Ordinal);
        Assert.Equal("valid", subject.Text("verdict"));
        Assert.Equal("known", subject.Text("trust"));
        Assert.Equal("png", subject.Text("container"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), subject.Text("sha256"));
        Assert.Equal(
            ["format", "context", "schema", "subject", "issuer", "proof", "key", "refresh", "status", "validity",
                "picture", "recipient", "evidence", "endorsements", "registry"],
            subject.GetProperty("checks").EnumerateArray().Select(check => check.Text("check")));
    }

    [Fact]
    public async Task Post_ThreeForms_EachWithTheDigestOfWhatWasHandedIn()
    {
        var award = await scene.AwardAsync();
        var text = await scene.GetTextAsync(award.Text("jwt"));
        var document = await scene.App.Client.GetByteArrayAsync(new Uri(award.Text("json")));
        using var client = scene.Structure();

        var ofText = Receipting.Subject(await client.PostForReceiptAsync(new { credential = text }).ReceiptAsync());
        var ofUrl = Receipting.Subject(
            await client.PostForReceiptAsync(new { url = award.Text("json") }).ReceiptAsync());

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), ofText.Text("sha256"));
        Assert.Equal("jwt", ofText.Text("container"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(document)), ofUrl.Text("sha256"));
        Assert.Equal("url", ofUrl.Text("container"));
    }

    [Fact]
    public async Task Post_BadgeOfAPersonWithAnAddress_HoldsNothingOfThem()
    {
        var award = await scene.AwardAsync(AwardScene.Body(
            recipient: new { givenName = "Nadia", familyName = "Exemple", email = "nadia@example.org" },
            identity: "email",
            evidence: new[] { new { name = "Séance", narrative = "Un lot complet." } }));
        var credential = await scene.GetJsonAsync(award.Text("json"));
        var person = credential.GetProperty("credentialSubject");
        var identity = person.GetProperty("identifier")[0];
        using var client = scene.Structure();

        var receipt = await client.PostForReceiptAsync(new { url = award.Text("url") }).ReceiptAsync();

        string[] personal =
        [
            "Nadia", "Exemple", "nadia@", "Séance", "lot complet", person.Text("id"), identity.Text("identityHash"),
            identity.Text("salt"), "Atelier du fil",
        ];
        Assert.All(personal, text => Assert.DoesNotContain(text, receipt, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Post_RevokedAndExpiredBadges_SaySoWithTheDate()
    {
        var revoked = await scene.AwardAsync();
        await scene.RevokeAsync(revoked.Text("id"));
        var expiring = await scene.AwardAsync(AwardScene.Body("expiring-receipt", expires: "2026-02-01"));
        using var client = scene.Structure();

        var first = Receipting.Subject(await client.PostForReceiptAsync(new { url = revoked.Text("url") }).ReceiptAsync());
        scene.App.Clock.Advance(TimeSpan.FromDays(2));
        var text = await client.PostForReceiptAsync(new { url = expiring.Text("url") }).ReceiptAsync();
        var report = await client.VerifyTextAsync(text);
        scene.App.Clock.Advance(TimeSpan.FromDays(-2));

        Assert.Equal("revoked", first.Text("verdict"));
        Assert.Equal("expired", Receipting.Subject(text).Text("verdict"));
        Assert.Equal(
            "Ce badge est authentique, mais il a expiré le 1er février 2026.",
            report.GetProperty("receipt").Text("sentence"));
    }

    [Fact]
    public async Task Post_WithARecipient_IsRefused()
    {
        var award = await scene.AwardAsync();
        using var client = scene.Structure();

        using var answer = await client.PostForReceiptAsync(new { url = award.Text("url"), recipient = "a@b.example" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("recipientInReceipt", (await answer.JsonAsync()).Text("code"));
    }

    [Theory]
    [InlineData("{\"a\":1}", HttpStatusCode.UnprocessableEntity, "noCredentialFound")]
    [InlineData("{\"a\":", HttpStatusCode.UnprocessableEntity, "noCredentialFound")]
    [InlineData("https://127.0.0.1/", HttpStatusCode.UnprocessableEntity, "noCredentialFound")]
    [InlineData("", HttpStatusCode.BadRequest, "notExactlyOne")]
    public async Task Post_NoBadge_IsRefused(string text, HttpStatusCode status, string code)
    {
        using var client = scene.Structure();

        using var answer = await client.PostForReceiptAsync(new { credential = text });

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, (await answer.JsonAsync()).Text("code"));
    }

    [Fact]
    public async Task Post_FormatThatIsNotMade_IsNotAcceptable()
    {
        using var client = scene.Structure();

        using var answer = await client.PostForReceiptAsync(new { credential = "x" }, "text/csv");

        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
    }

    [Fact]
    public async Task Post_TooLarge_IsRefused()
    {
        using var client = scene.Structure();

        using var answer = await client.PostForReceiptAsync(new { credential = "{" + new string(' ', 1024 * 1024) + "}" });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Post_MoreThanThirtyTimes_IsHeldBack()
    {
        await using var app = await TestApp.StartAsync();
        var statuses = new List<int>();
        for (var i = 0; i < 31; i++)
        {
            using var answer = await app.Client.PostForReceiptAsync(new { credential = "x" });
            statuses.Add((int)answer.StatusCode);
        }

        Assert.All(statuses[..30], status => Assert.Equal(422, status));
        Assert.Equal(429, statuses[30]);
    }

    [Fact]
    public async Task Post_AReceiptOfOurs_ComesBackAsItIs()
    {
        var award = await scene.AwardAsync();
        using var client = scene.Structure();
        var receipt = await client.PostForReceiptAsync(new { url = award.Text("url") }).ReceiptAsync();
        scene.App.Clock.Advance(TimeSpan.FromHours(1));

        var again = await client.PostForReceiptAsync(new { credential = receipt }).ReceiptAsync();
        scene.App.Clock.Advance(TimeSpan.FromHours(-1));

        Assert.Equal(receipt, again);
    }

    [Fact]
    public async Task Post_AChangedReceipt_IsRefused()
    {
        var award = await scene.AwardAsync();
        await scene.RevokeAsync(award.Text("id"));
        using var client = scene.Structure();
        var receipt = await client.PostForReceiptAsync(new { url = award.Text("url") }).ReceiptAsync();
        var changed = receipt.Replace("\"verdict\":\"revoked\"", "\"verdict\":\"valid\"", StringComparison.Ordinal);
        Assert.NotEqual(receipt, changed);

        using var answer = await client.PostForReceiptAsync(new { credential = changed }, "application/pdf");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("receiptNotOurs", (await answer.JsonAsync()).Text("code"));
    }
}

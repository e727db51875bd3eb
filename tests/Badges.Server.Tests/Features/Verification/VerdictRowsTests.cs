using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.Credentials.OpenBadges3;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>Wrong answers that other systems give, asked of this service: each is answered right.</summary>
public sealed class VerdictRowsTests(AwardScene scene) : IClassFixture<AwardScene>
{
    [Fact]
    public async Task OwnBadge_GoesThroughEveryCheck()
    {
        var award = await scene.AwardAsync();

        var report = await ReportAsync(new { url = award.Text("url") });

        foreach (var id in CheckIds.Decisive.Concat([CheckIds.Status, CheckIds.Validity]))
        {
            Assert.Equal("passed", report.Check(id).Text("outcome"));
        }

        Assert.StartsWith(
            scene.App.Address.AbsoluteUri, report.Check("status").Text("source"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OurTextUnderSomebodyElsesKey_IsInvalid()
    {
        var award = await scene.AwardAsync();
        var parts = (await scene.GetTextAsync(award.Text("jwt"))).Split('.');
        using var rsa = RSA.Create(2048);

        var report = await ReportAsync(new { credential = Sign(rsa, $"{parts[0]}.{parts[1]}") });

        Assert.Equal("invalid", report.Verdict());
        Assert.Equal("failed", report.Check("proof").Text("outcome"));
        Assert.Equal("unknown", report.Trust());
    }

    [Fact]
    public async Task KeyInTheHeader_IsNotTrustedForThatAlone()
    {
        var award = await scene.AwardAsync();
        var payload = AwardScene.PayloadOf(await scene.GetTextAsync(award.Text("jwt"))).GetRawText();
        using var rsa = RSA.Create(2048);
        var header = JsonSerializer.Serialize(new
        {
            alg = "RS256",
            typ = "JWT",
            jwk = JsonSerializer.Deserialize<JsonElement>(RsaJwk.PublicJwk(rsa, null, withUse: false)),
        });

        var report = await ReportAsync(new { credential = Sign(rsa, $"{Encode(header)}.{Encode(payload)}") });

        Assert.Equal("invalid", report.Verdict());
        Assert.Equal("passed", report.Check("proof").Text("outcome"));
        Assert.Equal("failed", report.Check("key").Text("outcome"));
    }

    [Theory]
    [InlineData("Une association d'ailleurs", "unknown", "nous ne connaissons pas la structure")]
    [InlineData("ΙNAÉ", "lookalike", "imite")]
    [InlineData("L’ATELIER DU FIL", "lookalike", "imite")]
    public async Task WellSignedByAStranger_IsAmberAndNotCalledByItsName(string name, string trust, string sentence)
    {
        var token = SignAs(name);
        using var page = new PageClient(scene.App.CreateClient());

        var report = await ReportAsync(new { credential = token });
        using var answer = await page.PostFormAsync(
            "/verifier", new Dictionary<string, string> { ["credential"] = token });

        Assert.True(report.Verdict() == "valid", report.Describe());
        Assert.Equal(trust, report.Trust());
        Assert.NotNull(page.Document?.QuerySelector(".verdict.unknown"));
        Assert.Contains(sentence, page.Document.QuerySelector("h1")?.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(name, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StatusListThatCannotBeHad_IsNotTakenForNotRevoked()
    {
        var report = await ReportAsync(new
        {
            credential = SignAs("Quelqu'un", new BitstringStatusListEntry
            {
                Id = "https://nowhere.invalid/status/1#7",
                StatusPurpose = "revocation",
                StatusListIndex = "7",
                StatusListCredential = "https://nowhere.invalid/status/1",
            }),
        });

        Assert.True(report.Verdict() == "undetermined", report.Describe());
        Assert.Equal("notRun", report.Check("status").Text("outcome"));
    }

    [Fact]
    public async Task AccentsAndEmoji_SurviveThePicture()
    {
        var award = await scene.AwardAsync(AwardScene.Body("accents", evidence: new[]
        {
            new { name = "Cœur d’atelier", narrative = "Élève à l’œuvre 🧵 – très bien", visibility = "public" },
        }, confirmPublicText: true));
        var file = await scene.App.Client.GetByteArrayAsync(new Uri(award.Text("png")));
        using var client = scene.Structure();

        var report = await client.PostFileAsync(file).ReportAsync();

        Assert.True(report.Verdict() == "valid", report.Describe());
        Assert.Contains("Élève à l’œuvre 🧵 – très bien",
            report.GetProperty("credential").GetProperty("evidence").EnumerateArray()
                .Select(each => each.Text("narrative")));
    }

    private static string SignAs(string name, BitstringStatusListEntry? status = null)
    {
        using var rsa = RSA.Create(2048);
        using var key = new RsaSigningKey(rsa);
        var did = $"did:jwk:{Encode(key.PublicJwk(null))}";
        var credential = new OpenBadgeCredential
        {
            Id = $"urn:uuid:{Guid.NewGuid()}",
            Name = "Couture",
            Issuer = new Profile { Id = did, Name = name },
            ValidFrom = TestApp.Now,
            CredentialStatus = status,
            CredentialSubject = new AchievementSubject
            {
                Id = $"urn:uuid:{Guid.NewGuid()}",
                Achievement = new Achievement
                {
                    Id = $"urn:uuid:{Guid.NewGuid()}",
                    Name = "Couture",
                    Description = "Coudre des sacs.",
                    Criteria = new Criteria { Narrative = "Coudre trois sacs." },
                },
            },
        };
        return VcJwt.Sign(credential, key, $"{did}#0");
    }

    private static string Sign(RSA key, string text)
    {
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private async Task<JsonElement> ReportAsync(object body)
    {
        using var client = scene.Structure();
        return await client.PostAsync(body).ReportAsync();
    }
}

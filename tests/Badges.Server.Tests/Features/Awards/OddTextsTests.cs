using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Badges.Server.Tests.Features.Awards;

/// <summary>Whatever is accepted can be signed as linked data: nothing that people type is dropped from it.</summary>
public sealed class OddTextsTests(AwardScene scene) : IClassFixture<AwardScene>
{
    [Theory]
    [InlineData("https://example.org/une photo.jpg")]
    [InlineData("https://example.org/{x}|y^z`")]
    [InlineData("https://example.org/\"<>\\")]
    [InlineData("https://example.org/%zz")]
    [InlineData("https://example.org/été?q=[1]#fin#fin")]
    [InlineData("https://éclair.example/photo")]
    [InlineData("https://example.org/\u00A0\u200D")]
    [InlineData("https://example.org/😀")]
    [InlineData("https://user:pass@example.org:8443/a;b,c=(d)?e#f")]
    [InlineData("HTTPS://EXAMPLE.ORG/A")]
    [InlineData("https://[::1]/x")]
    [InlineData("https://example.org")]
    public async Task Post_EvidenceAddress_IsRefusedOrSigned(string url)
    {
        var body = AwardScene.Body(
            Guid.NewGuid().ToString(), evidence: new[] { new { url, visibility = "public" } }, confirmPublicText: true);
        using var client = scene.Structure();
        using var answer = await client.PostAsJsonAsync("/api/v1/awards", body);

        if (answer.StatusCode is not HttpStatusCode.UnprocessableEntity)
        {
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            await ExpectSignedAsync(await answer.Content.ReadFromJsonAsync<JsonElement>());
        }
    }

    [Theory]
    [InlineData("@type")]
    [InlineData("_:b0")]
    [InlineData("https://example.org/x y")]
    [InlineData("mailto:")]
    [InlineData("\"}]} <![CDATA[ ]]> --> \\u0000 \\")]
    [InlineData("👩‍🔧 Œuvre — « été » İi")]
    public async Task Post_EvidenceText_IsSignedAsItIs(string text)
    {
        var award = await scene.AwardAsync(AwardScene.Body(
            Guid.NewGuid().ToString(),
            evidence: new[] { new { name = text, narrative = text, visibility = "public" } }, confirmPublicText: true));

        var credential = await ExpectSignedAsync(award);

        Assert.Equal(text, AwardScene.Text(credential.GetProperty("evidence")[0], "name"));
        Assert.Equal(text, AwardScene.Text(credential.GetProperty("evidence")[0], "narrative"));
    }

    [Fact]
    public async Task Post_EnrolledStructureWithEverything_SignsItsBadgeAndItsProfile()
    {
        using var network = scene.Network();
        using var enrolled = await network.PostAsJsonAsync("/api/v1/organizations", new
        {
            slug = "tout-dit",
            name = "Tout \"dit\" & <fait>",
            kind = "ei",
            siret = "73282932000074",
            town = "L'Haÿ-les-Roses",
            department = "94",
            publicEmail = "contact@tout-dit.test",
            publicPhone = "+33 (0)1 23",
            website = "https://tout-dit.test/a b",
        });
        Assert.True(enrolled.IsSuccessStatusCode, await enrolled.Content.ReadAsStringAsync());
        using var answer = await network.PostAsJsonAsync(
            "/api/v1/awards", AwardScene.Body(Guid.NewGuid().ToString(), organization: "tout-dit"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());

        var credential = await ExpectSignedAsync(await answer.Content.ReadFromJsonAsync<JsonElement>());
        var profile = await scene.GetJsonAsync($"{scene.App.Address}issuers/tout-dit");

        Assert.Equal(
            "73282932000074",
            AwardScene.Text(credential.GetProperty("issuer").GetProperty("otherIdentifier")[0], "identifier"));
        Assert.True(Proofs.Verifies(profile));
    }

    private async Task<JsonElement> ExpectSignedAsync(JsonElement award)
    {
        var credential = await scene.GetJsonAsync(AwardScene.Text(award, "json"));
        Assert.True(Proofs.Verifies(credential));
        return credential;
    }
}

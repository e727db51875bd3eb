using System.Net;
using System.Text.Json;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.Issuers;

public sealed class IssuerDocumentsTests(AwardScene scene) : IClassFixture<AwardScene>
{
    private string Base => $"{scene.App.Address}issuers/{TestApp.Structure}";

    private string Did => $"did:web:localhost%3A{scene.App.Address.Port}:issuers:{TestApp.Structure}";

    [Fact]
    public async Task Did_Document_ListsAbsoluteIdentifiersInTheStandardsOrder()
    {
        await scene.AwardAsync();

        var document = await scene.GetJsonAsync($"{Base}/did.json");

        Assert.Equal(
            [
                "https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1",
                "https://w3id.org/security/jwk/v1",
            ],
            document.GetProperty("@context").EnumerateArray().Select(context => context.GetString()));
        Assert.Equal(Did, AwardScene.Text(document, "id"));
        var methods = document.GetProperty("verificationMethod");
        var multikey = AwardScene.Text(methods[0], "publicKeyMultibase");
        var kid = AwardScene.Text(methods[1], "publicKeyJwk", "kid");
        Assert.Equal(2, methods.GetArrayLength());
        Assert.StartsWith("z6Mk", multikey, StringComparison.Ordinal);
        Assert.Equal(["Multikey", "JsonWebKey"], methods.EnumerateArray().Select(each => AwardScene.Text(each, "type")));
        Assert.All(methods.EnumerateArray(), each => Assert.Equal(Did, AwardScene.Text(each, "controller")));
        Assert.Equal(
            [$"{Did}#{multikey}", $"{Did}#{kid}"],
            methods.EnumerateArray().Select(each => AwardScene.Text(each, "id")));
        Assert.Equal(
            [$"{Did}#{multikey}", $"{Base}/keys/{multikey}", $"{Did}#{kid}", $"{Base}/keys/{kid}"],
            document.GetProperty("assertionMethod").EnumerateArray().Select(name => name.GetString()));
    }

    [Theory]
    [InlineData("did.json", "application/did+json")]
    [InlineData("jwks.json", "application/jwk-set+json")]
    [InlineData("keys/{kid}", "application/jwk+json")]
    public async Task DataDocuments_WhateverAcceptSays_NeverAnswerAPage(string path, string mediaType)
    {
        await scene.AwardAsync();
        var set = await scene.GetJsonAsync($"{Base}/jwks.json");
        var address = AwardScene.Text(set.GetProperty("keys")[1], "kid");
        address = path.StartsWith("keys", StringComparison.Ordinal) ? address : $"{Base}/{path}";

        using var browser = await scene.GetAsync(
            address, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        using var json = await scene.GetAsync(address, "application/json");
        using var page = await scene.GetAsync(address, "text/html");

        Assert.Equal(mediaType, browser.Content.Headers.ContentType?.MediaType);
        Assert.Equal("application/json", json.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotAcceptable, page.StatusCode);
        Assert.Equal("application/problem+json", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal("*", json.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task Key_Document_IsOneBareJwkWithoutPrivateMembers()
    {
        await scene.AwardAsync();
        var set = await scene.GetJsonAsync($"{Base}/jwks.json");
        var address = AwardScene.Text(set.GetProperty("keys")[1], "kid");

        var key = await scene.GetJsonAsync(address);

        Assert.Equal(["kty", "n", "e", "kid", "alg", "use"], key.EnumerateObject().Select(member => member.Name));
        Assert.Equal(address, AwardScene.Text(key, "kid"));
        Assert.Equal("RS256", AwardScene.Text(key, "alg"));
    }

    [Fact]
    public async Task Key_DocumentOfEd25519_IsAMultikeyWithItsController()
    {
        await scene.AwardAsync();
        var set = await scene.GetJsonAsync($"{Base}/jwks.json");
        var address = AwardScene.Text(set.GetProperty("keys")[0], "kid");

        using var answer = await scene.GetAsync(address);
        var key = await scene.GetJsonAsync(address);

        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            ["@context", "id", "type", "controller", "publicKeyMultibase"],
            key.EnumerateObject().Select(member => member.Name));
        Assert.Equal(address, AwardScene.Text(key, "id"));
        Assert.Equal(Did, AwardScene.Text(key, "controller"));
        Assert.EndsWith($"/{AwardScene.Text(key, "publicKeyMultibase")}", address, StringComparison.Ordinal);
        Assert.Equal("Ed25519", AwardScene.Text(set.GetProperty("keys")[0], "crv"));
    }

    [Fact]
    public async Task Profile_OfAStructureThatSigns_CarriesItsProof()
    {
        await scene.AwardAsync();

        var profile = await scene.GetJsonAsync(Base);

        Assert.True(Proofs.Verifies(profile));
        Assert.Equal(profile.GetRawText(), (await scene.GetJsonAsync(Base)).GetRawText());
    }

    [Fact]
    public async Task Profile_ForPrograms_NamesTheDidBeforeAnythingWasSigned()
    {
        var profile = await scene.GetJsonAsync($"{scene.App.Address}issuers/{TestApp.OtherStructure}");

        var did = Did.Replace(TestApp.Structure, TestApp.OtherStructure, StringComparison.Ordinal);
        Assert.Equal(did, AwardScene.Text(profile, "id"));
        var document = await scene.GetJsonAsync($"{scene.App.Address}issuers/{TestApp.OtherStructure}/did.json");
        Assert.Equal(did, AwardScene.Text(document, "id"));
        Assert.Empty(document.GetProperty("assertionMethod").EnumerateArray());
        Assert.Equal("Chantier vert", AwardScene.Text(profile, "name"));
        Assert.Equal(JsonValueKind.Array, profile.GetProperty("type").ValueKind);
    }

    [Theory]
    [InlineData("fr", "Atelier et chantier d'insertion (ACI) du réseau INAÉ")]
    [InlineData("en", "A work integration organisation (ACI)")]
    public async Task Profile_ForPeople_IsAPageInTheirLanguage(string language, string sentence)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Base));
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.AcceptLanguage.ParseAdd(language);

        using var answer = await scene.App.Client.SendAsync(request);

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("L'Atelier du fil", page, StringComparison.Ordinal);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ob2Profile_ListsOneKeyAsAString()
    {
        await scene.AwardAsync();

        var profile = await scene.GetJsonAsync($"{scene.App.Address}ob2/issuers/{TestApp.Structure}");

        Assert.Equal(JsonValueKind.String, profile.GetProperty("publicKey").ValueKind);
        Assert.False(profile.GetProperty("verification").TryGetProperty("allowedOrigins", out _));
        Assert.Equal("contact@atelier-du-fil.test", AwardScene.Text(profile, "email"));
    }
}

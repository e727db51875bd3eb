using System.Net;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Baking;
using Badges.Imaging.Png;

namespace Badges.Server.Tests.Features.Awards;

public sealed class PublishedAwardsTests(AwardScene scene) : IClassFixture<AwardScene>
{
    [Fact]
    public async Task Jwt_Header_IsExactlyAlgKidTypAndKidLeadsToOneKey()
    {
        var award = await scene.AwardAsync();
        var jwt = await scene.GetTextAsync(AwardScene.Text(award, "jwt"));

        var header = JsonDocument.Parse(Decode(jwt.Split('.')[0])).RootElement;

        Assert.Equal(["alg", "kid", "typ"], header.EnumerateObject().Select(member => member.Name));
        var key = await scene.GetJsonAsync(AwardScene.Text(header, "kid"));
        Assert.Equal(AwardScene.Text(header, "kid"), AwardScene.Text(key, "kid"));
    }

    [Fact]
    public async Task Jwt_Claims_AgreeWithTheCredential()
    {
        var award = await scene.AwardAsync();

        var credential = AwardScene.PayloadOf(await scene.GetTextAsync(AwardScene.Text(award, "jwt")));

        var did = $"did:web:localhost%3A{scene.App.Address.Port}:issuers:{TestApp.Structure}";
        Assert.Equal(did, AwardScene.Text(credential, "iss"));
        Assert.Equal(did, AwardScene.Text(credential, "issuer", "id"));
        Assert.Equal(AwardScene.Text(award, "url"), AwardScene.Text(credential, "jti"));
        Assert.Equal(AwardScene.Text(credential, "credentialSubject", "id"), AwardScene.Text(credential, "sub"));
        Assert.StartsWith("urn:uuid:", AwardScene.Text(credential, "sub"), StringComparison.Ordinal);
        Assert.Equal(TestApp.Now.ToUnixTimeSeconds(), credential.GetProperty("nbf").GetInt64());
        Assert.False(credential.TryGetProperty("exp", out _));
    }

    [Fact]
    public async Task Urns_ThatLeaveTheServer_AreOfVersion4()
    {
        var award = await scene.AwardAsync();
        var credential = AwardScene.PayloadOf(await scene.GetTextAsync(AwardScene.Text(award, "jwt")));
        var signed = AwardScene.PayloadOf(await scene.GetTextAsync(AwardScene.Text(award, "signedAssertion")));
        var list = await scene.GetJsonAsync($"{scene.App.Address}ob2/issuers/{TestApp.Structure}/revocations");

        string[] urns =
        [
            AwardScene.Text(credential, "sub"), AwardScene.Text(signed, "id"),
            .. list.GetProperty("revokedAssertions").EnumerateArray().Select(entry => AwardScene.Text(entry, "id")),
        ];

        Assert.All(urns, urn => Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]", urn));
    }

    [Fact]
    public async Task Dates_ObservedDayAndEnd_AreParisDays()
    {
        var award = await scene.AwardAsync(AwardScene.Body("dates", observedOn: "2026-02-01", expires: "2026-07-14"));

        var credential = AwardScene.PayloadOf(await scene.GetTextAsync(AwardScene.Text(award, "jwt")));
        var assertion = await scene.GetJsonAsync(AwardScene.Text(award, "assertion"));

        Assert.Equal("2026-02-01T09:00:00Z", AwardScene.Text(credential, "validFrom"));
        Assert.Equal("2026-01-31T23:00:00Z", AwardScene.Text(credential, "awardedDate"));
        Assert.Equal("2026-07-14T21:59:59Z", AwardScene.Text(credential, "validUntil"));
        Assert.Equal("2026-01-31T23:00:00Z", AwardScene.Text(assertion, "issuedOn"));
        Assert.Equal("2026-07-14T21:59:59Z", AwardScene.Text(assertion, "expires"));
    }

    [Fact]
    public async Task Identity_Email_IsHashedInBothStandards()
    {
        const string email = "lea@example.org";
        var award = await scene.AwardAsync(
            AwardScene.Body(recipient: new { email = " Lea@Example.org " }, identity: "email"));

        var credential = AwardScene.PayloadOf(await scene.GetTextAsync(AwardScene.Text(award, "jwt")));
        var assertion = await scene.GetJsonAsync(AwardScene.Text(award, "assertion"));

        var identifier = credential.GetProperty("credentialSubject").GetProperty("identifier")[0];
        Assert.Equal("emailAddress", AwardScene.Text(identifier, "identityType"));
        Assert.Equal(
            Credentials.Recipients.IdentityHash.Sha256(email, AwardScene.Text(identifier, "salt")),
            AwardScene.Text(identifier, "identityHash"));
        Assert.Equal("email", AwardScene.Text(assertion, "recipient", "type"));
        Assert.Equal(AwardScene.Text(identifier, "identityHash"), AwardScene.Text(assertion, "recipient", "identity"));
    }

    [Fact]
    public async Task Evidence_PrivateAndPublic_AppearAsChosen()
    {
        var award = await scene.AwardAsync(AwardScene.Body(
            "evidence",
            evidence: new object[]
            {
                new { narrative = "Vu mardi à la table trois." },
                new
                {
                    name = "Photo",
                    narrative = "Vingt sacs triés.",
                    url = "https://example.org/p.jpg",
                    visibility = "public",
                },
            },
            confirmPublicText: true));

        var credential = AwardScene.PayloadOf(await scene.GetTextAsync(AwardScene.Text(award, "jwt")));

        var evidence = credential.GetProperty("evidence");
        Assert.Equal("preuve conservée par la structure", AwardScene.Text(evidence[0], "name"));
        Assert.Matches("^SHA-256 : [0-9a-f]{64}$", AwardScene.Text(evidence[0], "narrative"));
        Assert.Equal("https://example.org/p.jpg", AwardScene.Text(evidence[1], "id"));
        Assert.Equal("Vingt sacs triés.", AwardScene.Text(evidence[1], "narrative"));
    }

    [Fact]
    public async Task Json_Award_IsTheCredentialOfTheJwtWithItsProof()
    {
        var award = await scene.AwardAsync();
        var jwt = AwardScene.PayloadOf(await scene.GetTextAsync(AwardScene.Text(award, "jwt")));

        var credential = await scene.GetJsonAsync(AwardScene.Text(award, "json"));

        Assert.True(Proofs.Verifies(credential));
        Assert.Equal(
            jwt.EnumerateObject().Where(member => member.Name is not ("iss" or "jti" or "sub" or "nbf" or "exp"))
                .Select(member => (member.Name, member.Value.GetRawText())),
            credential.EnumerateObject().Where(member => member.Name != "proof")
                .Select(member => (member.Name, member.Value.GetRawText())));
        var proof = credential.GetProperty("proof")[0];
        Assert.Equal(
            ["type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue"],
            proof.EnumerateObject().Select(member => member.Name));
        Assert.Equal("eddsa-rdfc-2022", AwardScene.Text(proof, "cryptosuite"));
        Assert.Equal("assertionMethod", AwardScene.Text(proof, "proofPurpose"));
        Assert.Equal(AwardScene.Text(credential, "validFrom"), AwardScene.Text(proof, "created"));
        Assert.StartsWith(
            $"{AwardScene.Text(credential, "issuer", "id")}#z6Mk", AwardScene.Text(proof, "verificationMethod"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_AwardWithoutEmbeddedProof_IsTheEnvelopeOfTheJwt()
    {
        var award = await scene.AwardAsync();
        await RefusalScene.ExecuteAsync(
            scene,
            $"""
            delete from award_forms where kind = 'ob3-eddsa-rdfc'
                and award_id in (select id from awards where public_id = '{AwardScene.Text(award, "id")}')
            """);
        var jwt = await scene.GetTextAsync(AwardScene.Text(award, "jwt"));

        using var answer = await scene.GetAsync(AwardScene.Text(award, "json"), "text/html");

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            $$"""{"@context":"https://www.w3.org/ns/credentials/v2","id":"data:application/vc+jwt,{{jwt}}",""" +
            "\"type\":\"EnvelopedVerifiableCredential\"}",
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Jwt_TypeNamed_IsAnsweredAsNamed()
    {
        var award = await scene.AwardAsync();

        using var named = await scene.GetAsync(AwardScene.Text(award, "jwt"), "application/vc+jwt");
        using var unnamed = await scene.GetAsync(AwardScene.Text(award, "jwt"), "*/*");

        Assert.Equal("application/vc+jwt", named.Content.Headers.ContentType?.MediaType);
        Assert.Equal("text/plain", unnamed.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("", "json", "assertion")]
    [InlineData("?format=jwt", "jwt", null)]
    [InlineData("?format=ob2", null, "assertion")]
    public async Task Png_EachFormat_CarriesWhatWasAskedFor(string query, string? form3, string? form2)
    {
        var award = await scene.AwardAsync();
        var png = await scene.App.Client.GetByteArrayAsync(new Uri(AwardScene.Text(award, "png") + query));

        var texts = PngBaking.TryRead(png, 1 << 20, out _) ?? [];

        Assert.Equal(
            form3 is null ? null : await scene.GetTextAsync(AwardScene.Text(award, form3)),
            texts.SingleOrDefault(text => text.Keyword == PngBaking.OpenBadges3Keyword)?.Text);
        Assert.Equal(
            form2 is null ? null : await scene.GetTextAsync(AwardScene.Text(award, form2)),
            texts.SingleOrDefault(text => text.Keyword == PngBaking.OpenBadges2Keyword)?.Text);
    }

    [Fact]
    public async Task Png_Picture_IsTheBadgesOwnChunkForChunk()
    {
        var award = await scene.AwardAsync();
        var baked = await scene.App.Client.GetByteArrayAsync(new Uri(AwardScene.Text(award, "png")));
        var images = scene.App.Get<Badges.Server.Features.BadgeClasses.ImageStore>();
        var published = await scene.App.Get<Badges.Server.Features.BadgeClasses.BadgeStore>()
            .FindPublishedAsync(AwardScene.Badge, CancellationToken.None);
        var picture = await images.FindAsync(published?.Version.ImageId ?? Guid.Empty, CancellationToken.None);

        var kept = PngDatastream.TryRead(baked, out _)?.Chunks.Where(chunk => chunk.Type != "iTXt").ToList() ?? [];

        Assert.Equal(
            PngDatastream.TryRead(picture?.Png, out _)?.Chunks.Select(chunk => Convert.ToHexString(chunk.Data.Span)),
            kept.Select(chunk => Convert.ToHexString(chunk.Data.Span)));
    }

    [Theory]
    [InlineData("", "https://purl.imsglobal.org/ob/v3p0", "json")]
    [InlineData("?format=jwt", "https://purl.imsglobal.org/ob/v3p0", "jwt")]
    [InlineData("?format=ob2", "http://openbadges.org", "assertion")]
    public async Task Svg_EachFormat_HasOneElementOfItsStandard(string query, string space, string form)
    {
        var award = await scene.AwardAsync();

        var svg = await scene.GetTextAsync(AwardScene.Text(award, "svg") + query);

        Assert.Contains($"xmlns:openbadges=\"{space}\"", svg, StringComparison.Ordinal);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(svg, "<openbadges:"));
        var text = await scene.GetTextAsync(AwardScene.Text(award, form));
        Assert.Contains(form == "jwt" ? $"verify=\"{text}\"" : $"<![CDATA[{text}]]>", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryForm_AskedAgain_AnswersUnchanged()
    {
        var award = await scene.AwardAsync();
        foreach (var form in (string[])["png", "svg", "json", "jwt", "assertion", "signedAssertion"])
        {
            using var first = await scene.GetAsync(AwardScene.Text(award, form));
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(AwardScene.Text(award, form)));
            Assert.NotNull(first.Headers.ETag);
            Assert.False(first.Headers.ETag.IsWeak);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag);

            using var second = await scene.App.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        }
    }

    [Fact]
    public async Task EveryForm_Headers_AllowReadingAndTellSearchEnginesNothing()
    {
        var award = await scene.AwardAsync();
        foreach (var form in (string[])["png", "svg", "json", "jwt", "assertion", "signedAssertion"])
        {
            using var answer = await scene.GetAsync(AwardScene.Text(award, form));
            using var head = await scene.App.Client.SendAsync(
                new HttpRequestMessage(HttpMethod.Head, new Uri(AwardScene.Text(award, form))));

            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            if (!form.EndsWith("ssertion", StringComparison.Ordinal))
            {
                Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
                Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            }
        }
    }

    [Fact]
    public async Task Ob2Documents_Links_FormOneCircle()
    {
        var award = await scene.AwardAsync();
        var assertion = await scene.GetJsonAsync(AwardScene.Text(award, "assertion"));
        var badge = await scene.GetJsonAsync(AwardScene.Text(assertion, "badge"));
        var issuer = await scene.GetJsonAsync(AwardScene.Text(badge, "issuer"));
        var key = await scene.GetJsonAsync(AwardScene.Text(issuer, "publicKey"));
        var list = await scene.GetJsonAsync(AwardScene.Text(issuer, "revocationList"));
        var signed = AwardScene.PayloadOf(await scene.GetTextAsync(AwardScene.Text(award, "signedAssertion")));

        Assert.Equal(AwardScene.Text(award, "assertion"), AwardScene.Text(assertion, "id"));
        Assert.Equal(AwardScene.Text(issuer, "id"), AwardScene.Text(key, "owner"));
        Assert.Equal(AwardScene.Text(issuer, "id"), AwardScene.Text(list, "issuer"));
        Assert.Equal(AwardScene.Text(key, "id"), AwardScene.Text(signed, "verification", "creator"));
        Assert.StartsWith(
            issuer.GetProperty("verification").GetProperty("startsWith")[0].GetString() ?? "-",
            AwardScene.Text(assertion, "id"), StringComparison.Ordinal);
        var credential = AwardScene.PayloadOf(await scene.GetTextAsync(AwardScene.Text(award, "jwt")));
        Assert.Equal(
            AwardScene.Text(credential, "credentialSubject", "achievement", "image", "id"),
            AwardScene.Text(badge, "image"));
    }

    [Theory]
    [InlineData("ob2/badges/1111111111111111111111")]
    [InlineData("ob2/issuers/nobody")]
    [InlineData("ob2/issuers/atelier-du-fil/assertions/1111111111111111111111")]
    [InlineData("issuers/atelier-du-fil/keys/none")]
    [InlineData("status/1111111111111111111111")]
    public async Task DataAddress_NothingThere_SaysSoWithoutAPage(string path)
    {
        using var answer = await scene.GetAsync($"{scene.App.Address}{path}", "text/html");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static string Decode(string part) =>
        Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(part));
}

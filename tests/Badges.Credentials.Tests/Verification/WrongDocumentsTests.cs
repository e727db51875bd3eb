using System.Text;
using System.Text.Json.Nodes;
using Badges.Credentials.Baking;
using Badges.Credentials.Proofs;
using Badges.Credentials.Schemas;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Rows of the list of wrong verdicts that speak of what is issued, of who is asked and of what is shown. The
/// others are in <see cref="WrongVerdictsTests"/>; those of the service's pages, in the tests of the server.</summary>
public class WrongDocumentsTests
{
    [Fact]
    public void V4_WhatIsIssued_NamesAKnownSuiteTheIssuersKeyAndTheKindOfIdentity()
    {
        var signed = JsonNode.Parse(EmbeddingIssuer.Sign(SigningIssuer.Badge()))!;
        var json = System.Text.Json.JsonElement.Parse(signed.ToJsonString());

        var proof = json.GetProperty("proof")[0];
        Assert.Same(Cryptosuites.EddsaRdfc2022, Cryptosuites.Find(proof));
        Assert.StartsWith(EmbeddingIssuer.Did + "#", proof.GetProperty("verificationMethod").GetString()!);
        Assert.All(
            JsonNode.Parse(EmbeddingIssuer.Web().Find(SigningIssuer.DidDocument).Body.Span)!["verificationMethod"]!
                .AsArray(),
            method => Assert.Equal(EmbeddingIssuer.Did, method!["controller"]!.GetValue<string>()));
        Assert.Equal(
            "identifier",
            signed["credentialSubject"]!["identifier"]![0]!["identityType"]!.GetValue<string>());
        Assert.Empty(OpenBadgeSchemas.CanonicalAchievementCredential.Validate(json));
    }

    [Theory]
    [InlineData("token")]
    [InlineData("embedded")]
    [InlineData("hosted")]
    [InlineData("signed")]
    public void V5_OnlyWhatTheBadgeNames_IsAsked(string form)
    {
        var (web, text) = form switch
        {
            "token" => (SigningIssuer.Web(), SigningIssuer.Sign(SigningIssuer.Badge())),
            "embedded" => (EmbeddingIssuer.Web(), EmbeddingIssuer.Sign(SigningIssuer.Badge())),
            "hosted" => (HostedIssuer.Web(), HostedIssuer.Assertion(isHosted: true).ToJsonString()),
            _ => (HostedIssuer.Web(), HostedIssuer.Sign(HostedIssuer.Assertion(isHosted: false))),
        };

        var report = web.Verify(text);

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
        Assert.NotEmpty(web.Asked);
        Assert.All(web.Asked, address => Assert.StartsWith("https://badges.example/", address));
    }

    [Theory]
    [InlineData("first")]
    [InlineData("last")]
    public void V9_EveryEntry_IsReadWhereverItStands(string place)
    {
        const string Revocations = "https://badges.example/revocations";
        JsonObject[] entries =
        [
            new() { ["id"] = Revocations, ["type"] = "1EdTechRevocationList" },
            SigningIssuer.Entry(),
        ];
        var parsed = CredentialParser.Parse(SigningIssuer.Sign(SigningIssuer.Badge(badge =>
            badge["credentialStatus"] = new JsonArray(
                [.. place == "first" ? entries : entries.Reverse()])))).Credential!;
        var web = SigningIssuer.Web().Add(
            Revocations, $$"""{"revokedCredential":[{"id":"{{SignedExamples.Credential.Id}}"}]}""");
        var documents = new[] { SigningIssuer.List, Revocations, SigningIssuer.DidDocument, SigningIssuer.KeyAddress }
            .ToDictionary(address => address, web.Find);

        var status = Checks.Run(new ResolvedCredential(parsed, documents), ArchivedWeb.Now).Checks.Of(CheckIds.Status);

        Assert.Equal((CheckOutcome.Failed, CheckCodes.Revoked), (status.Outcome, status.Code));
    }

    [Fact]
    public void V24_WhatWasHandedIn_KeepsItsBytesAndItsIdentifier()
    {
        var text = EmbeddingIssuer.Sign(SigningIssuer.Badge()).Replace(",\"", " ,\n\"", StringComparison.Ordinal);
        var svg = SvgBaking.Bake(Encoding.UTF8.GetBytes(TestPictures.Svg), text);

        Assert.Equal(text, SubmittedBadge.Read(Encoding.UTF8.GetBytes(text)).Credential!.Text);
        Assert.Equal(text, SubmittedBadge.Read(svg).Credential!.Text);
        Assert.Equal(text, SubmittedBadge.Read(PngBaking.Bake(TestPictures.Png(), text, null)).Credential!.Text);
        Assert.Equal(SignedExamples.Credential.Id, EmbeddingIssuer.Web().Verify(text).Credential!.Id);
    }

    [Fact]
    public void V25_PersonShown_IsTheBadgesOwnAndNeverTheOneAskedAbout()
    {
        var hashed = SigningIssuer.Sign(SigningIssuer.Badge());
        var plain = SigningIssuer.Sign(SigningIssuer.Badge(badge =>
        {
            var identity = badge["credentialSubject"]!["identifier"]![0]!.AsObject();
            identity["hashed"] = false;
            identity["identityHash"] = "lea@example.org";
            identity["identityType"] = "emailAddress";
            identity.Remove("salt");
        }));

        Assert.Equal(
            (null, true),
            Recipient(SigningIssuer.Web().Verify(hashed, recipient: SignedExamples.Identity)));
        Assert.Equal(
            ("lea@example.org", false), Recipient(SigningIssuer.Web().Verify(plain, recipient: "tom@example.org")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void V28_OneForgedProofOfTwo_IsInvalid(int forged)
    {
        var one = EmbeddingIssuer.Sign(SigningIssuer.Badge());
        var two = JsonNode.Parse(EmbeddingIssuer.Sign(
            one, Cryptosuites.EcdsaRdfc2019, EmbeddingIssuer.P256,
            $"{EmbeddingIssuer.Did}#{EmbeddingIssuer.P256.Multikey}"))!;
        var good = EmbeddingIssuer.Web().Verify(two.ToJsonString());
        two["proof"]![forged]!["created"] = "2026-01-15T09:30:01Z";

        var report = EmbeddingIssuer.Web().Verify(two.ToJsonString());

        Assert.True(good.Verdict is Verdict.Valid, good.Explain());
        Assert.Equal(
            (Verdict.Invalid, CheckCodes.SignatureWrong), (report.Verdict, report.Of(CheckIds.Proof).Code));
    }

    [Fact]
    public void V28_TwoGoodProofsOfWhichNoneIsTheIssuers_IsInvalid()
    {
        var other = EmbeddingIssuer.OtherKey.Multikey;
        var one = EmbeddingIssuer.Sign(
            SigningIssuer.Badge().ToJsonString(), Cryptosuites.EddsaRdfc2022, EmbeddingIssuer.OtherKey,
            $"did:key:{other}#{other}");
        var two = EmbeddingIssuer.Sign(
            one, Cryptosuites.EddsaJcs2022, EmbeddingIssuer.OtherKey, $"did:key:{other}#{other}");

        var report = EmbeddingIssuer.Web().Verify(two);

        Assert.Equal(
            (Verdict.Invalid, CheckCodes.KeyNotIssuers), (report.Verdict, report.Of(CheckIds.Key).Code));
    }

    private static (string? ShownAs, bool? Matches) Recipient(VerificationReport report) =>
        (report.Credential!.Recipient.ShownAs, report.Credential.Recipient.Matches);
}

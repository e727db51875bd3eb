using System.Text.Json.Nodes;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Open Badges 3.0 as a token: from a good one to each way of being wrong.</summary>
public class TokenVerificationTests
{
    private static string Header(string members) =>
        "{\"alg\":\"RS256\",\"kid\":\"" + SigningIssuer.KeyAddress + "\"" + members + "}";

    [Fact]
    public void Verify_WhatTheServiceSigns_IsValidWithEveryDecisiveCheckPassed()
    {
        var report = SigningIssuer.Web().Verify(SigningIssuer.Sign(SigningIssuer.Badge()));

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Equal(CredentialFormat.OpenBadges3Jwt, report.Format);
        Assert.Equal(SubmissionContainer.Jwt, report.Container);
        Assert.All(
            CheckIds.Decisive.Concat([CheckIds.Status, CheckIds.Validity]),
            id => Assert.Equal(CheckOutcome.Passed, report.Of(id).Outcome));
    }

    [Fact]
    public void Verify_EnvelopedCredential_IsReadAsTheTokenInIt()
    {
        var envelope = $$"""
            {
              "@context": "https://www.w3.org/ns/credentials/v2",
              "id": "data:application/vc+jwt,{{SigningIssuer.Sign(SigningIssuer.Badge())}}",
              "type": "EnvelopedVerifiableCredential"
            }
            """;

        var report = SigningIssuer.Web().Verify(envelope);

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Equal(SubmissionContainer.Json, report.Container);
        Assert.Equal(CredentialFormat.OpenBadges3Jwt, report.Format);
    }

    [Fact]
    public void Verify_DataModel1InTheVcClaim_IsValid()
    {
        var badge = SigningIssuer.Badge(each =>
        {
            each["@context"] = new JsonArray(
                "https://www.w3.org/2018/credentials/v1", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json");
            each["issuanceDate"] = "2026-01-15T09:30:00Z";
            each["expirationDate"] = "2029-01-15T22:59:59Z";
            each.Remove("validFrom");
            each.Remove("validUntil");
        });
        var payload = new JsonObject
        {
            ["vc"] = badge,
            ["iss"] = SigningIssuer.Did,
            ["jti"] = badge["id"]!.GetValue<string>(),
            ["sub"] = badge["credentialSubject"]!["id"]!.GetValue<string>(),
            ["nbf"] = new DateTimeOffset(2026, 1, 15, 9, 30, 0, TimeSpan.Zero).ToUnixTimeSeconds(),
        };

        var report = SigningIssuer.Web().Verify(SigningIssuer.SignRaw(Header(string.Empty), payload.ToJsonString()));

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
    }

    [Theory]
    [InlineData("iss", "\"did:web:other.example\"")]
    [InlineData("iss", "7")]
    [InlineData("jti", "\"https://badges.example/credentials/other\"")]
    [InlineData("sub", "\"urn:uuid:00000000-0000-4000-8000-000000000000\"")]
    [InlineData("nbf", "1768469401")]
    [InlineData("nbf", "\"2026-01-15T09:30:00Z\"")]
    [InlineData("nbf", "1e300")]
    [InlineData("exp", "1768469400")]
    public void Verify_ClaimThatContradicts_FailsTheProof(string claim, string value)
    {
        var payload = SigningIssuer.Payload(SigningIssuer.Badge());
        payload[claim] = JsonNode.Parse(value);

        var report = SigningIssuer.Web().Verify(SigningIssuer.SignRaw(Header(string.Empty), payload.ToJsonString()));

        Assert.Equal(Verdict.Invalid, report.Verdict);
        Assert.Equal(
            (CheckOutcome.Failed, CheckCodes.ClaimContradicts),
            (report.Of(CheckIds.Proof).Outcome, report.Of(CheckIds.Proof).Code));
        Assert.Equal([claim], report.Of(CheckIds.Proof).Arguments);
    }

    [Fact]
    public void Verify_SubMissing_IsValidWithARemark()
    {
        var payload = SigningIssuer.Payload(SigningIssuer.Badge());
        payload.Remove("sub");

        var report = SigningIssuer.Web().Verify(SigningIssuer.SignRaw(Header(string.Empty), payload.ToJsonString()));

        Assert.Equal(Verdict.Valid, report.Verdict);
        Assert.Contains(report.Of(CheckIds.Proof).Remarks, remark => remark.Code == CheckCodes.ClaimMissing);
    }

    [Theory]
    [InlineData("""{"alg":"none"}""", CheckCodes.AlgorithmNotAllowed)]
    [InlineData("""{"alg":"HS256","kid":"KID"}""", CheckCodes.AlgorithmNotAllowed)]
    [InlineData("""{"alg":"RS512","kid":"KID"}""", CheckCodes.AlgorithmNotAllowed)]
    [InlineData("""{"alg":"PS256","kid":"KID"}""", CheckCodes.AlgorithmNotAllowed)]
    [InlineData("""{"alg":"ES256","kid":"KID"}""", CheckCodes.AlgorithmOfOtherKey)]
    [InlineData("""{"alg":"RS256"}""", CheckCodes.NoKeyNamed)]
    [InlineData("""{"alg":"RS256","kid":"KID","crit":["exp"]}""", CheckCodes.HeaderNotAllowed)]
    [InlineData("""{"alg":"RS256","kid":"KID","jku":"https://badges.example/jwks"}""", CheckCodes.HeaderNotAllowed)]
    [InlineData("""{"alg":"RS256","kid":"KID","x5u":"https://badges.example/c"}""", CheckCodes.HeaderNotAllowed)]
    [InlineData("""{"alg":"RS256","kid":"KID","zip":"DEF"}""", CheckCodes.HeaderNotAllowed)]
    [InlineData("""{"alg":"RS256","kid":"KID","b64":false}""", CheckCodes.HeaderNotAllowed)]
    [InlineData("""{"alg":"RS256","kid":"KID","typ":"at+jwt"}""", CheckCodes.HeaderNotAllowed)]
    [InlineData("""{"alg":"RS256","kid":"KID","typ":7}""", CheckCodes.HeaderNotAllowed)]
    [InlineData("""{"alg":"RS256","kid":"rsa-1"}""", CheckCodes.AddressNotAllowed)]
    [InlineData("""{"alg":"RS256","kid":"file:///etc/passwd"}""", CheckCodes.AddressNotAllowed)]
    [InlineData("""{"alg":"RS256","kid":"https://10.0.0.1/key"}""", CheckCodes.AddressNotAllowed)]
    [InlineData("""{"alg":"RS256","kid":"http://169.254.169.254/latest"}""", CheckCodes.AddressNotAllowed)]
    [InlineData("""{"alg":"RS256","kid":"https://[::ffff:127.0.0.1]/key"}""", CheckCodes.AddressNotAllowed)]
    [InlineData("""{"alg":"RS256","kid":"https://0x7f.1/key"}""", CheckCodes.AddressNotAllowed)]
    [InlineData("""{"alg":"RS256","kid":"https://user@badges.example/key"}""", CheckCodes.AddressNotAllowed)]
    [InlineData("""{"alg":"RS256","kid":"did:example:1#key"}""", CheckCodes.DidMethodUnknown)]
    [InlineData("""{"alg":"RS256","kid":"did:web:10.0.0.1#key"}""", CheckCodes.AddressNotAllowed)]
    [InlineData(
        """{"alg":"RS256","kid":"did:web:badges.example:issuers:atelier-bois#other"}""", CheckCodes.KeyNotInDocument)]
    [InlineData("""{"alg":"RS256","jwk":{"kty":"oct","k":"AAAA"}}""", CheckCodes.KeyNotUsable)]
    public void Verify_HeaderThatMayNotBe_FailsTheProof(string header, string code)
    {
        var payload = SigningIssuer.Payload(SigningIssuer.Badge()).ToJsonString();
        var token = SigningIssuer.SignRaw(
            header.Replace("KID", SigningIssuer.KeyAddress, StringComparison.Ordinal), payload);

        var report = SigningIssuer.Web().Verify(token);

        Assert.Equal(Verdict.Invalid, report.Verdict);
        Assert.Equal(code, report.Of(CheckIds.Proof).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"typ\":\"JWT\"")]
    [InlineData(",\"typ\":\"vc+jwt\"")]
    [InlineData(",\"typ\":\"vc+ld+jwt\"")]
    public void Verify_TypeThatPeersWrite_IsAccepted(string type)
    {
        var payload = SigningIssuer.Payload(SigningIssuer.Badge()).ToJsonString();

        Assert.Equal(Verdict.Valid, SigningIssuer.Web().Verify(SigningIssuer.SignRaw(Header(type), payload)).Verdict);
    }

    [Fact]
    public void Verify_SignatureOfAnotherKey_FailsTheProof()
    {
        var report = SigningIssuer.Web().Verify(SigningIssuer.Sign(SigningIssuer.Badge(), SigningIssuer.OtherKey));

        Assert.Equal(Verdict.Invalid, report.Verdict);
        Assert.Equal(CheckCodes.SignatureWrong, report.Of(CheckIds.Proof).Code);
    }

    [Fact]
    public void Verify_BadgeWithoutItsMembers_IsInvalidWithoutAnyFetch()
    {
        var web = SigningIssuer.Web();
        var badge = SigningIssuer.Badge(each => each["credentialSubject"]!.AsObject().Remove("achievement"));

        var report = web.Verify(SigningIssuer.Sign(badge));

        Assert.Equal(Verdict.Invalid, report.Verdict);
        Assert.Equal(["/credentialSubject/achievement"], report.Of(CheckIds.Schema).Arguments);
        Assert.Empty(web.Asked);
    }

    [Theory]
    [InlineData("2026-01-15T09:24:59Z", Verdict.NotYetValid)]
    [InlineData("2026-01-15T09:25:00Z", Verdict.Valid)]
    [InlineData("2029-01-15T22:59:59Z", Verdict.Valid)]
    [InlineData("2029-01-15T23:00:00Z", Verdict.Expired)]
    public void Verify_AtAnInstant_MindsTheDatesWithFiveMinutesOfSkewOnTheStart(string at, Verdict expected)
    {
        var now = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);

        var report = SigningIssuer.Web().Verify(SigningIssuer.Sign(SigningIssuer.Badge()), at: now);

        Assert.True(report.Verdict == expected, report.Explain());
    }

    [Fact]
    public void Verify_ExpOnlyInTheToken_SetsTheEnd()
    {
        var payload = SigningIssuer.Payload(SigningIssuer.Badge(each => each.Remove("validUntil")));
        payload["exp"] = new DateTimeOffset(2026, 1, 20, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

        var report = SigningIssuer.Web().Verify(SigningIssuer.SignRaw(Header(string.Empty), payload.ToJsonString()));

        Assert.Equal(Verdict.Expired, report.Verdict);
    }
}

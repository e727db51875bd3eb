using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification.General;
using static Badges.Credentials.Tests.Verification.General.GeneralAsking;

namespace Badges.Credentials.Tests.Verification.General;

/// <summary>Credentials and presentations as tokens, in envelopes and bare. Securing Verifiable Credentials using JOSE
/// and COSE, section 3.1; Data Model 2.0, section 4.13.</summary>
public sealed class GeneralTokenTests
{
    private static readonly Ed25519SigningKey Key = Ed25519SigningKey.FromSeed(SHA256.HashData("tokens"u8));

    private static string Did => $"did:key:{Key.Multikey}";

    private static string Kid => $"{Did}#{Key.Multikey}";

    [Fact]
    public void Verify_EnvelopedCredential_IsVerified() =>
        Assert.Empty(Verify(Envelope(GeneralJwt.Sign(Credential(), Key, Kid))).Errors);

    [Fact]
    public void Verify_TokenOfTheFirstVersion_IsVerified()
    {
        var credential = $$"""
            {"@context":["https://www.w3.org/2018/credentials/v1"],"type":["VerifiableCredential"],"id":"urn:uuid:1",
            "issuer":"{{Did}}","issuanceDate":"2026-01-01T00:00:00Z","expirationDate":"2027-01-01T00:00:00Z",
            "credentialSubject":{"id":"did:example:subject"} }
            """;

        var token = GeneralJwt.Sign(credential, Key, Kid);

        var payload = JsonElement.Parse(Jws.TryRead(token)!.Payload.Span);
        Assert.Equal(
            ["vc", "iss", "sub", "jti", "nbf", "exp"], payload.EnumerateObject().Select(member => member.Name));
        Assert.Empty(Verify(JsonSerializer.SerializeToElement(token)).Errors);
    }

    [Fact]
    public void Verify_TokenThatExpired_IsRefused() => Assert.False(Verify(Envelope(Jws.Sign(
        Credential()[..^1] + ",\"exp\":1769900000}", Key, Kid, "vc+jwt"))).IsVerified);

    [Theory]
    [InlineData("@context", "[]")]
    [InlineData("@context", "\"https://www.w3.org/ns/credentials/examples/v2\"")]
    [InlineData("type", "\"VerifiableCredential\"")]
    [InlineData("type", null)]
    [InlineData("id", null)]
    [InlineData("id", "\"urn:uuid:1\"")]
    [InlineData("id", "\"data:application/vc+jwt,a.b.c\"")]
    [InlineData("id", "\"data:application/vp+jwt,e30.e30.AA\"")]
    public void Verify_EnvelopeChanged_IsRefused(string member, string? value)
    {
        var envelope = JsonNode.Parse(Envelope(GeneralJwt.Sign(Credential(), Key, Kid)).GetRawText())!.AsObject();
        envelope.Put(member, value);

        Assert.False(Verify(JsonSerializer.SerializeToElement(envelope)).IsVerified);
    }

    [Theory]
    [InlineData("bad+typ")]
    [InlineData("vp+jwt")]
    public void Verify_TokenOfAnotherType_IsRefused(string type) =>
        Assert.False(Verify(Envelope(Jws.Sign(Credential(), Key, Kid, type))).IsVerified);

    [Theory]
    [InlineData(",\"vc\":{}")]
    [InlineData(",\"vp\":\"nooo\"")]
    [InlineData(",\"iss\":\"did:example:another\"")]
    [InlineData(",\"sub\":\"did:example:another\"")]
    public void Verify_ClaimBesideTheCredential_IsRefused(string claim) => Assert.False(
        Verify(Envelope(Jws.Sign(Credential()[..^1] + claim + "}", Key, Kid, "vc+jwt"))).IsVerified);

    [Fact]
    public void Verify_PayloadOrSignatureChanged_IsRefused()
    {
        var parts = GeneralJwt.Sign(Credential(), Key, Kid).Split('.');
        var other = GeneralJwt.Sign(Credential("did:example:somebody-else"), Key, Kid).Split('.');

        Assert.False(Verify(Envelope($"{parts[0]}.{other[1]}.{parts[2]}")).IsVerified);
        Assert.False(Verify(Envelope($"{parts[0]}.{parts[1]}.{other[2]}")).IsVerified);
        Assert.False(Verify(Envelope($"{parts[0]}.{parts[1]}.")).IsVerified);
    }

    [Fact]
    public void Verify_KeyOfSomebodyElse_IsRefused()
    {
        using var other = Ed25519SigningKey.FromSeed(SHA256.HashData("other"u8));
        var kid = $"did:key:{other.Multikey}#{other.Multikey}";

        Assert.False(Verify(Envelope(GeneralJwt.Sign(Credential(), other, kid))).IsVerified);
        Assert.False(Verify(Envelope(GeneralJwt.Sign(Credential(), other, Kid))).IsVerified);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("1234", "badges.example", true)]
    [InlineData("1235", null, false)]
    [InlineData(null, "other.example", false)]
    public void Verify_PresentationThatAnswers_IsVerifiedForThatQuestion(
        string? challenge, string? domain, bool isVerified)
    {
        var inner = Envelope(GeneralJwt.Sign(Credential(), Key, Kid)).GetRawText();
        var presentation = $$"""
            {"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiablePresentation"],"holder":"{{Did}}",
            "nonce":"1234","aud":["badges.example"],"verifiableCredential":[{{inner}}]}
            """;
        var envelope = $$"""
            {"@context":"https://www.w3.org/ns/credentials/v2","type":"EnvelopedVerifiablePresentation",
            "id":"data:application/vp+jwt,{{Jws.Sign(presentation, Key, Kid, "vp+jwt")}}"}
            """;

        var answer = Ask(new()
        {
            Document = JsonElement.Parse(envelope),
            IsPresentation = true,
            Challenge = challenge,
            Domain = domain,
        });

        Assert.Equal(isVerified, answer.IsVerified);
    }

    [Fact]
    public void Verify_PresentationOfAForgedToken_IsRefused()
    {
        var parts = GeneralJwt.Sign(Credential(), Key, Kid).Split('.');
        var forged = Envelope($"{parts[0]}.{parts[1]}.{new string('A', 86)}").GetRawText();
        var presentation = $$"""
            {"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiablePresentation"],
            "verifiableCredential":{{forged}} }
            """;

        var token = JsonSerializer.SerializeToElement(Jws.Sign(presentation, Key, Kid, "vp+jwt"));

        var answer = Ask(new() { Document = token, IsPresentation = true });
        Assert.Empty(answer.Errors);
        Assert.False(answer.IsVerified);
    }

    private static string Credential(string subject = "did:example:subject") =>
        $$"""{"@context":["{{KnownContexts.DataModel2}}"],"type":["VerifiableCredential"],"issuer":"{{Did}}","""
        + $$"""
        "credentialSubject":{"id":"{{subject}}"} }
        """;

    private static JsonElement Envelope(string token) => JsonElement.Parse(Encoding.UTF8.GetBytes($$"""
        {"@context":"{{KnownContexts.DataModel2}}","type":"EnvelopedVerifiableCredential",
        "id":"data:application/vc+jwt,{{token}}"}
        """));

    private static GeneralAnswer Verify(JsonElement document) => Ask(new() { Document = document });
}

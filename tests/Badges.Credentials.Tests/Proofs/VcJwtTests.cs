using System.Text;
using System.Text.Json;
using Badges.Credentials.Proofs;
using Badges.Credentials.Tests.OpenBadges3;

namespace Badges.Credentials.Tests.Proofs;

public sealed class VcJwtTests
{
    [Fact]
    public void Sign_Credential_HasExactlyThreeHeaderMembers()
    {
        using var key = SignedExamples.PublishedKey();

        var jws = Jws.TryRead(VcJwt.Sign(SignedExamples.Credential, key, SignedExamples.KeyAddress))!;

        Assert.Equal(["alg", "kid", "typ"], jws.Header.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal(
            ("RS256", SignedExamples.KeyAddress, "JWT"), (jws.Algorithm, jws.KeyId, jws.Type));
    }

    [Fact]
    public void Sign_Credential_KeepsItsJsonByteForByteAndAppendsTheClaims()
    {
        using var key = SignedExamples.PublishedKey();
        var json = SignedExamples.Credential.ToJson();

        var jws = Jws.TryRead(VcJwt.Sign(SignedExamples.Credential, key, SignedExamples.KeyAddress))!;

        var claims = $$"""
            ,"iss":"{{SignedExamples.Did}}","jti":"https://badges.example/credentials/3vQB7B6MrGQZaxCuFg4oh1","sub":"urn:uuid:6f1b2a34-5b6c-4d7e-8f90-a1b2c3d4e5f6","nbf":1768469400,"exp":1863212399}
            """;
        Assert.Equal(Encoding.UTF8.GetBytes(json[..^1] + claims), jws.Payload.ToArray());
        Assert.True(Jws.Verify(jws, JwsTests.PublishedPublicKey()));
    }

    [Fact]
    public void Sign_Credential_IsTheTextThatIsKept()
    {
        using var key = SignedExamples.PublishedKey();

        Snapshot.Match(VcJwt.Sign(SignedExamples.Credential, key, SignedExamples.KeyAddress));
    }

    [Theory]
    [InlineData(JwsAlgorithms.Rs256)]
    [InlineData(JwsAlgorithms.Es256)]
    [InlineData(JwsAlgorithms.Es384)]
    [InlineData(JwsAlgorithms.EdDsa)]
    public async Task Sign_EachAlgorithm_IsNamedInTheHeaderAndVerifiedFromAnyThread(string algorithm)
    {
        var signing = ProofKeys.All[algorithm];

        await Parallel.ForAsync(0, 20, (_, _) =>
        {
            using var key = ProofKeys.Reader(algorithm);
            var jws = Jws.TryRead(VcJwt.Sign(SignedExamples.Credential, signing, "did:web:a.example#k"))!;

            Assert.Equal(
                $$"""{"alg":"{{algorithm}}","kid":"did:web:a.example#k","typ":"JWT"}""", jws.Header.GetRawText());
            Assert.True(Jws.Verify(jws, key));
            Assert.True(jws.Payload.Span.EndsWith(",\"exp\":1863212399}"u8));
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void Sign_WithoutEnd_HasNoExp()
    {
        using var key = SignedExamples.PublishedKey();

        var jws = Jws.TryRead(VcJwt.Sign(SignedExamples.Credential with { ValidUntil = null }, key, "k"))!;

        using var payload = JsonDocument.Parse(jws.Payload);
        Assert.False(payload.RootElement.TryGetProperty("exp", out _));
        Assert.False(payload.RootElement.TryGetProperty("iat", out _));
        Assert.Equal("nbf", payload.RootElement.EnumerateObject().Last().Name);
    }

    [Fact]
    public void SignJson_OddButValidJson_StaysAsItIs()
    {
        using var key = SignedExamples.PublishedKey();
        const string Json =
            """{ "z" : 1.50, "issuer":"did:x", "id":"urn:i", "a\u0062":"\u00e9 /", "credentialSubject":{"id":"s"},"validFrom":"1970-01-01T01:00:01+01:00" }""";

        var jws = Jws.TryRead(VcJwt.SignJson(Json + "\n", key, "k"))!;

        Assert.Equal(
            Json[..^1] + ""","iss":"did:x","jti":"urn:i","sub":"s","nbf":1}""",
            Encoding.UTF8.GetString(jws.Payload.Span));
    }

    [Fact]
    public void SignJson_LargeCredential_IsSigned()
    {
        using var key = SignedExamples.PublishedKey();
        var credential = SignedExamples.Credential with { Description = new string('é', 300_000) };

        var jws = Jws.TryRead(VcJwt.Sign(credential, key, "k"))!;

        Assert.True(Jws.Verify(jws, JwsTests.PublishedPublicKey()));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"id":"a","id":"b"}""")]
    [InlineData("""{"issuer":"i","id":"a","validFrom":"2026-01-01T00:00:00Z","credentialSubject":{}}""")]
    [InlineData("""{"issuer":{},"id":"a","validFrom":"2026-01-01T00:00:00Z","credentialSubject":{"id":"s"}}""")]
    [InlineData("""{"issuer":"i","id":"a","validFrom":"soon","credentialSubject":{"id":"s"}}""")]
    [InlineData("""{"issuer":"i","id":"a","validFrom":"2026-01-01T00:00:00Z","credentialSubject":{"id":"s"},"nbf":1}""")]
    public void SignJson_NotACredential_IsRefused(string json)
    {
        using var key = SignedExamples.PublishedKey();

        Assert.Throws<ArgumentException>(() => VcJwt.SignJson(json, key, "k"));
    }

    [Fact]
    public void Payload_OfTheSnapshot_ReadsAsACredential()
    {
        Snapshot.Match(OpenBadgeCredentialTests.Indented(VcJwt.PayloadOf(SignedExamples.Credential.ToJson())));
    }
}

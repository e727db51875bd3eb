using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Interop.Tests;

/// <summary>Compact JWS and VC-JWT, both ways with <c>jose</c>: it verifies ours, we verify its, and each refuses a
/// changed payload.</summary>
public sealed class JwsTests(Referee referee) : IClassFixture<Referee>
{
    public static TheoryData<string> Algorithms => ["RS256", "ES256", "ES384", "EdDSA"];

    [RefereeTheory]
    [MemberData(nameof(Algorithms))]
    public void SignJson_EveryExample_IsVerifiedByJose(string algorithm)
    {
        using var key = Keys.New(algorithm);

        foreach (var example in Examples.Read())
        {
            var token = VcJwt.SignJson(Identified(example), key, "https://issuer.example/keys/1");
            var answer = Verify(token, key);

            Assert.Equal(algorithm, answer.GetProperty("header").GetProperty("alg").GetString());
            Assert.Equal(
                example["id"]!.GetValue<string>(),
                JsonElement.Parse(answer.GetProperty("payload").GetString()!).GetProperty("jti").GetString());
        }
    }

    [RefereeTheory]
    [MemberData(nameof(Algorithms))]
    public void Sign_ThenChanged_IsRefusedByJose(string algorithm)
    {
        using var key = Keys.New(algorithm);

        var refusal = Assert.Throws<RefusedByPeerException>(
            () => Verify(Changed(Jws.Sign("""{"name":"Badge"}""", key)), key));

        Assert.Equal("signature verification failed", refusal.Message);
    }

    [RefereeTheory]
    [MemberData(nameof(Algorithms))]
    public void Verify_WhatJoseSigned_IsTheKeysAndNoOthers(string algorithm)
    {
        var (token, key) = SignWithJose(algorithm);
        var (_, other) = SignWithJose(algorithm);

        using (key)
        using (other)
        {
            Assert.True(Jws.Verify(Jws.TryRead(token)!, key));
            Assert.False(Jws.Verify(Jws.TryRead(token)!, other));
            Assert.False(Jws.Verify(Jws.TryRead(Changed(token))!, key));
        }
    }

    private JsonElement Verify(string token, ISigningKey key) => referee.Ask(
        "verifyJws", new { token, jwk = JsonElement.Parse(key.PublicJwk(null)), algorithm = key.Algorithm });

    private (string Token, PublicKey Key) SignWithJose(string algorithm)
    {
        var answer = referee.Ask("signJws", new { payload = """{"name":"Badge"}""", header = new { alg = algorithm } });
        return (answer.GetProperty("token").GetString()!, PublicKey.TryReadJwk(answer.GetProperty("jwk"))!);
    }

    /// <summary>The token with another payload under the same signature.</summary>
    private static string Changed(string token)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{Convert.ToBase64String("""{"name":"Other"}"""u8).TrimEnd('=')}.{parts[2]}";
    }

    private static string Identified(System.Text.Json.Nodes.JsonObject example)
    {
        example["credentialSubject"]!.AsObject()["id"] ??= "urn:uuid:7e0c1b9e-9c5c-4b67-8f5f-6f1c2d3e4a5b";
        return example.ToJsonString();
    }
}

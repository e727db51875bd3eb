using System.Text;
using System.Text.Json;
using Badges.Credentials.Dids;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Tests.Dids;

public class DidTests
{
    private const string P256 = "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169";

    [Theory]
    [InlineData("did:web:badges.example", "https://badges.example/.well-known/did.json")]
    [InlineData("did:web:badges.example:issuers:a-1", "https://badges.example/issuers/a-1/did.json")]
    [InlineData("did:web:localhost%3A5080:issuers:a", "https://localhost:5080/issuers/a/did.json")]
    public void WebAddress_DidWeb_IsWhereItsDocumentStands(string did, string address) =>
        Assert.Equal(address, Did.WebAddress(did));

    [Theory]
    [InlineData("did:key:z6Mk")]
    [InlineData("did:web:")]
    [InlineData("did:web:badges.example::a")]
    [InlineData("did:web:badges.example:..:a")]
    [InlineData("did:web:badges.example:%2e%2e:a")]
    [InlineData("did:web:badges.example:a%2Fb")]
    [InlineData("did:web:badges.example%2Fa")]
    [InlineData("did:web:user%40badges.example")]
    [InlineData("did:web:badges.example%3Ax")]
    [InlineData("did:web:[::1]")]
    public void WebAddress_NotADidWebOrOneThatLeadsAstray_IsNull(string did) => Assert.Null(Did.WebAddress(did));

    [Fact]
    public void Expand_DidKeyOfP256_HoldsTheKeyOfItsJwk()
    {
        // The same key in both forms: the did:key method's own example.
        using var key = PublicKey.TryReadJwk(JsonElement.Parse("""
            {
              "kty": "EC",
              "crv": "P-256",
              "x": "fyNYMN0976ci7xqiSdag3buk-ZCwgXU4kz9XNkBlNUI",
              "y": "hW2ojTNfH7Jbi8--CJUo3OCbH3y5n91g-IMA9MLMbTU"
            }
            """));

        var document = Did.Expand(P256);

        var method = Assert.Single(document!.AssertionMethods);
        Assert.Equal($"{P256}#{P256["did:key:".Length..]}", method.Id);
        Assert.Equal(key!.Thumbprint, method.Key!.Thumbprint);
        using var opened = method.Key.Open();
        Assert.NotNull(opened);
    }

    [Fact]
    public void Expand_DidKeyOfEd25519_HoldsTheKey()
    {
        var document = Did.Expand("did:key:z6MkgZqLHmrmctBqwq5Gj4BKnuJyfXxetEV9ZaKie3XfauxZ");

        var key = Assert.Single(document!.AssertionMethods).Key!;
        Assert.Equal("EdDSA", key.Algorithm);
        using var opened = key.Open();
        Assert.Equal(key.Thumbprint, opened!.Thumbprint);
    }

    [Fact]
    public void Expand_DidJwk_HoldsTheKey()
    {
        using var signing = SignedExamples.PublishedKey();
        var jwk = signing.PublicJwk(null);
        var did = "did:jwk:" + Base64UrlText.Encode(Encoding.UTF8.GetBytes(jwk));

        Assert.Equal(signing.Thumbprint, Assert.Single(Did.Expand(did)!.AssertionMethods).Key!.Thumbprint);
    }

    [Theory]
    [InlineData("did:key:z6MkgZqLHmrmctBqwq5Gj4BKnuJyfXxetEV9ZaKie3Xfaux")]
    [InlineData("did:key:z0OIl")]
    [InlineData("did:key:")]
    [InlineData("did:key:uAAAA")]
    [InlineData("did:jwk:e30")]
    [InlineData("did:jwk:!!!")]
    [InlineData("did:example:123")]
    public void Expand_NoKeyInIt_IsNull(string did) => Assert.Null(Did.Expand(did));
}

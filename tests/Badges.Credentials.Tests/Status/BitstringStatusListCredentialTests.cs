using System.Text;
using Badges.Credentials.Proofs;
using Badges.Credentials.Status;
using Badges.Credentials.Tests.Proofs;

namespace Badges.Credentials.Tests.Status;

public sealed class BitstringStatusListCredentialTests
{
    private static readonly BitstringStatusListCredential List = new()
    {
        Id = "https://badges.example/status/7",
        Issuer = SignedExamples.Did,
        ValidFrom = DateTimeOffset.Parse("2026-01-15T09:30:00Z", null),
        EncodedList = "uH4sIAAAA",
    };

    private const string Json =
        """
        {"@context":["https://www.w3.org/ns/credentials/v2"],"id":"https://badges.example/status/7","type":["VerifiableCredential","BitstringStatusListCredential"],"issuer":"did:web:badges.example:issuers:atelier-bois","validFrom":"2026-01-15T09:30:00Z","credentialSubject":{"id":"https://badges.example/status/7#list","type":"BitstringStatusList","statusPurpose":"revocation","encodedList":"uH4sIAAAA","ttl":300000}}
        """;

    [Fact]
    public void ToJson_List_IsTheDocumentThatIsSigned() => Assert.Equal(Json, List.ToJson());

    [Fact]
    public void SignJson_List_HasItsAddressesAsClaims()
    {
        using var key = SignedExamples.PublishedKey();

        var jws = Jws.TryRead(VcJwt.SignJson(List.ToJson(), key, SignedExamples.KeyAddress))!;

        Assert.Equal(
            Json[..^1] + ""","iss":"did:web:badges.example:issuers:atelier-bois","jti":"https://badges.example/status/7","sub":"https://badges.example/status/7#list","nbf":1768469400}""",
            Encoding.UTF8.GetString(jws.Payload.Span));
        Assert.True(Jws.Verify(jws, JwsTests.PublishedPublicKey()));
    }
}

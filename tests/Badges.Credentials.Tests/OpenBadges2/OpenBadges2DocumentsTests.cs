using Badges.Credentials.OpenBadges2;
using Badges.Credentials.Tests.OpenBadges3;

namespace Badges.Credentials.Tests.OpenBadges2;

public sealed class OpenBadges2DocumentsTests
{
    private const string Issuer = "https://badges.example/ob2/issuers/atelier-bois";

    private static readonly Assertion Hosted = new()
    {
        Id = Issuer + "/assertions/3vQB7B6MrGQZaxCuFg4oh1",
        Recipient = IdentityObject.Hash("id", SignedExamples.Identity, "a7f3c19e"),
        Badge = "https://badges.example/ob2/badges/8NwZr2KqTt6mYc4vLxHs9B",
        Verification = VerificationObject.Hosted,
        IssuedOn = DateTimeOffset.Parse("2026-01-15T10:30:00.5+01:00", null),
        Expires = DateTimeOffset.Parse("2029-01-15T22:59:59Z", null),
        Image = "https://badges.example/credentials/3vQB7B6MrGQZaxCuFg4oh1.png",
        Evidence = [new() { Name = "Séance du 14 janvier", Narrative = "Trois pièces « poncées »." }],
    };

    [Fact]
    public void ToJson_HostedAssertion_IsTheDocumentThatIsServed() =>
        Snapshot.Match(OpenBadgeCredentialTests.Indented(Hosted.ToJson()));

    [Fact]
    public void ToJson_SignedAssertion_NamesItsKeyAndAnIdOfItsOwn()
    {
        var signed = Hosted with
        {
            Id = "urn:uuid:0d9a6a0e-53a4-4d6c-8c1f-2f3f6a5f0c11",
            Verification = VerificationObject.SignedBy(Issuer + "/keys/rsa-1"),
        };

        Snapshot.Match(OpenBadgeCredentialTests.Indented(signed.ToJson()));
    }

    [Fact]
    public void RevokedJson_HostedAssertion_HasExactlyFiveMembers() => Assert.Equal(
        """
        {"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"https://badges.example/a","revoked":true,"revocationReason":"Émis par erreur"}
        """,
        Assertion.RevokedJson("https://badges.example/a", "Émis par erreur"));

    [Fact]
    public void ToJson_BadgeClass_IsServed() => Snapshot.Match(OpenBadgeCredentialTests.Indented(new BadgeClass
    {
        Id = Hosted.Badge,
        Name = "Délissage des bois",
        Description = "Ponçage d’une pièce.",
        Image = "https://badges.example/achievements/5KtWq8YzNn2bX3rJ7uHcVd.png",
        Criteria = new() { Id = "https://badges.example/badges/delissage", Narrative = "1. Choisit l’abrasif." },
        Issuer = Issuer,
        Alignment = [new() { TargetName = "Menuiserie", TargetUrl = "https://example.org/H2206", TargetCode = "H2206" }],
        Tags = ["AFEST"],
    }.ToJson()));

    [Fact]
    public void ToJson_Profile_HasOneKeyAsAString() => Snapshot.Match(OpenBadgeCredentialTests.Indented(new Profile
    {
        Id = Issuer,
        Name = "Atelier Bois",
        Url = "https://atelier-bois.example/",
        Email = "badges@atelier-bois.example",
        PublicKey = Issuer + "/keys/rsa-1",
        Verification = VerificationObject.Below(Issuer + "/assertions/"),
        RevocationList = Issuer + "/revocations",
    }.ToJson()));

    [Fact]
    public void ToJson_CryptographicKey_HoldsThePem()
    {
        using var key = SignedExamples.PublishedKey();

        Snapshot.Match(OpenBadgeCredentialTests.Indented(new CryptographicKey
        {
            Id = Issuer + "/keys/rsa-1",
            Owner = Issuer,
            PublicKeyPem = key.PublicPem,
        }.ToJson()));
    }

    [Fact]
    public void ToJson_RevocationList_HasObjectsAndNeverOnlyOne()
    {
        var list = new RevocationList
        {
            Id = Issuer + "/revocations",
            Issuer = Issuer,
            RevokedAssertions = [new("urn:uuid:1", "Erreur"), new("urn:uuid:2", "Doublon")],
        };

        Assert.Equal(
            """
            {"@context":"https://w3id.org/openbadges/v2","type":"RevocationList","id":"https://badges.example/ob2/issuers/atelier-bois/revocations","issuer":"https://badges.example/ob2/issuers/atelier-bois","revokedAssertions":[{"id":"urn:uuid:1","revocationReason":"Erreur"},{"id":"urn:uuid:2","revocationReason":"Doublon"}]}
            """,
            list.ToJson());
        Assert.Throws<InvalidOperationException>((list with { RevokedAssertions = [new("urn:u", "Erreur")] }).ToJson);
    }
}

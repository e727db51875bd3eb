using System.Text.Json.Nodes;
using Badges.Credentials.Keys;
using Badges.Credentials.OpenBadges2;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Tests.Verification;

/// <summary>An Open Badges 2.0 issuer: hosts and signs assertions, good and bad, and publishes what they
/// need.</summary>
internal static class HostedIssuer
{
    public const string Id = "https://badges.example/ob2/issuers/atelier";
    public const string Class = "https://badges.example/ob2/badges/1";
    public const string Hosted = "https://badges.example/ob2/issuers/atelier/assertions/1";
    public const string Key = "https://badges.example/ob2/issuers/atelier/keys/1";
    public const string Revocations = "https://badges.example/ob2/issuers/atelier/revocations";
    public const string SignedId = "urn:uuid:6f1b2a34-5b6c-4d7e-8f90-a1b2c3d4e5f6";

    public static JsonObject Assertion(bool isHosted, Action<JsonObject>? change = null)
    {
        var assertion = JsonNode.Parse(new Assertion
        {
            Id = isHosted ? Hosted : SignedId,
            Recipient = IdentityObject.Hash("email", "lea@example.org", "sel"),
            Badge = Class,
            Verification = isHosted ? VerificationObject.Hosted : VerificationObject.SignedBy(Key),
            IssuedOn = new DateTimeOffset(2026, 1, 15, 9, 30, 0, TimeSpan.Zero),
        }.ToJson())!.AsObject();
        change?.Invoke(assertion);
        return assertion;
    }

    public static string Sign(JsonObject assertion, RsaSigningKey? key = null) =>
        Jws.Sign(assertion.ToJsonString(), key ?? SigningIssuer.Key);

    public static string Profile(Action<JsonObject>? change = null)
    {
        var profile = JsonNode.Parse(new Profile
        {
            Id = Id,
            Name = "Atelier Bois",
            Url = "https://atelier-bois.example/",
            Email = "badges@atelier-bois.example",
            PublicKey = Key,
            RevocationList = Revocations,
            Verification = VerificationObject.Below($"{Id}/assertions/"),
        }.ToJson())!.AsObject();
        change?.Invoke(profile);
        return profile.ToJsonString();
    }

    public static string RevocationListOf(params string[] ids) => new RevocationList
    {
        Id = Revocations,
        Issuer = Id,
        RevokedAssertions = [.. from id in ids.Append("urn:uuid:1").Append("urn:uuid:2")
                             select new RevokedAssertion(id, "Erreur de saisie")],
    }.ToJson();

    public static string KeyDocument(Action<JsonObject>? change = null)
    {
        var key = JsonNode.Parse(
            new CryptographicKey { Id = Key, Owner = Id, PublicKeyPem = SigningIssuer.Key.PublicPem }
                .ToJson())!.AsObject();
        change?.Invoke(key);
        return key.ToJsonString();
    }

    public static ArchivedWeb Web() => new ArchivedWeb()
        .Add(Id, Profile())
        .Add(Key, KeyDocument())
        .Add(Revocations, RevocationListOf())
        .Add(Hosted, Assertion(isHosted: true).ToJsonString())
        .Add(Class, new BadgeClass
        {
            Id = Class,
            Name = "Délissage des bois",
            Description = "Sait poncer une pièce d’œuvre.",
            Image = "https://badges.example/achievements/1.png",
            Criteria = new() { Narrative = "1. Choisit l’abrasif." },
            Issuer = Id,
        }.ToJson());
}

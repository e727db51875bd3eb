using System.Security.Cryptography;
using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.Credentials.OpenBadges3;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Tests;

/// <summary>One award as the service signs it, and the published key of RFC 7515, appendix A.2, to sign it with:
/// RS256 has no chance in it, so that signed texts can be snapshots.</summary>
internal static class SignedExamples
{
    public const string Did = "did:web:badges.example:issuers:atelier-bois";
    public const string KeyAddress = "https://badges.example/issuers/atelier-bois/keys/rsa-1";
    public const string Identity = "9Vx2mQ4hR7tKc1pLs8dYwZ";

    public static string Vector(string name) => File.ReadAllText(
        Path.Combine(Repository.Root, "tests", "Badges.Credentials.Tests", "Proofs", "Vectors", name));

    public static RSA PublishedRsa()
    {
        using var jwk = JsonDocument.Parse(Vector("rfc7515-a2-key.json"));
        byte[] Number(string member) => Base64UrlText.TryDecode(jwk.RootElement.GetProperty(member).GetString())!;
        return RSA.Create(new RSAParameters
        {
            Modulus = Number("n"),
            Exponent = Number("e"),
            D = Number("d"),
            P = Number("p"),
            Q = Number("q"),
            DP = Number("dp"),
            DQ = Number("dq"),
            InverseQ = Number("qi"),
        });
    }

    public static RsaSigningKey PublishedKey()
    {
        using var rsa = PublishedRsa();
        return new(rsa);
    }

    public static OpenBadgeCredential Credential { get; } = new()
    {
        Id = "https://badges.example/credentials/3vQB7B6MrGQZaxCuFg4oh1",
        Name = "Délissage des bois",
        Description = "Sait poncer « au grain » une pièce d’œuvre <sans rayure> & la contrôler 🪵",
        AwardedDate = DateTimeOffset.Parse("2026-01-14T23:00:00Z", null),
        Issuer = new()
        {
            Id = Did,
            Name = "Atelier Bois",
            Url = "https://atelier-bois.example/",
            Email = "badges@atelier-bois.example",
            Phone = "+33549000000",
            Image = new() { Id = "https://badges.example/images/atelier-bois.png", Caption = "Logo" },
            Address = new() { AddressLocality = "Poitiers", PostalCode = "86000", AddressCountryCode = "FR" },
            OtherIdentifier = [new() { Identifier = "12345678900012", IdentifierType = "ext:siret" }],
            ParentOrg = new() { Id = "https://badges.example/issuers/reseau", Name = "Réseau" },
        },
        ValidFrom = DateTimeOffset.Parse("2026-01-15T10:30:00.987+01:00", null),
        ValidUntil = DateTimeOffset.Parse("2029-01-15T22:59:59Z", null),
        CredentialSubject = new()
        {
            Id = "urn:uuid:6f1b2a34-5b6c-4d7e-8f90-a1b2c3d4e5f6",
            Identifier = [IdentityObject.Hash(Identity, "identifier", "a7f3c19e")],
            Achievement = new()
            {
                Id = "https://badges.example/achievements/5KtWq8YzNn2bX3rJ7uHcVd",
                AchievementType = "Competency",
                Name = "Délissage des bois",
                Description = "Ponçage d’une pièce.",
                Criteria = new() { Narrative = "1. Choisit l’abrasif.\n2. Contrôle au toucher.\n" },
                Image = new()
                {
                    Id = "https://badges.example/achievements/5KtWq8YzNn2bX3rJ7uHcVd.png",
                    Caption = "Rabot",
                },
                Alignment =
                [
                    new()
                    {
                        TargetName = "Menuiserie",
                        TargetUrl = "https://example.org/rome/H2206",
                        TargetCode = "H2206",
                        TargetFramework = "ROME",
                        TargetType = "ext:ROME",
                    },
                ],
                Tag = ["AFEST", "bois"],
                InLanguage = "fr",
                Version = "1",
                Creator = new() { Id = "https://badges.example/issuers/reseau", Name = "Réseau" },
            },
        },
        Evidence = [new() { Name = "Séance du 14 janvier", Narrative = "Trois pièces poncées.", Genre = "AFEST" }],
        CredentialStatus = BitstringStatusListEntry.At("https://badges.example/status/7", 94567),
    };
}

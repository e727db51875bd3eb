using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.Credentials.OpenBadges3;
using Badges.Credentials.Proofs;
using Badges.Server.Features.Verification;

namespace Badges.Server.Tests.Features.Registry;

/// <summary>A stranger with a web site of its own, whose badges are right in every respect.</summary>
public sealed class ForeignIssuer : IDisposable
{
    public const string Did = "did:web:inae-badges.example";

    private static readonly byte[] Seed = [.. Enumerable.Repeat((byte)7, 32)];

    private readonly string _folder = Directory.CreateTempSubdirectory("badges-foreign-").FullName;
    private readonly Ed25519SigningKey _key = Ed25519SigningKey.FromSeed(Seed);

    private ForeignIssuer()
    {
        var method = $"{Did}#{_key.Multikey}";
        File.WriteAllText(
            Path.Combine(_folder, "did.json"),
            JsonSerializer.Serialize(new
            {
                id = Did,
                verificationMethod = new[]
                {
                    new { id = method, type = "Multikey", controller = Did, publicKeyMultibase = _key.Multikey },
                },
                assertionMethod = new[] { method },
            }));
        File.WriteAllText(
            Path.Combine(_folder, ArchivedDocuments.IndexName),
            """{"https://inae-badges.example/.well-known/did.json":"did.json"}""");
    }

    public static ForeignIssuer Create() => new();

    /// <summary>The web as far as it goes: this stranger's identity.</summary>
    public IDocumentSource Web => ArchivedDocuments.Open(_folder);

    /// <summary>A badge with a proof of its own.</summary>
    public string Sign(string name, DateTimeOffset issuedOn)
    {
        var credential = new OpenBadgeCredential
        {
            Id = "urn:uuid:5f3c3a3e-9d5b-4c1f-8b7a-0d7c52e6f001",
            Name = "Couture de sacs",
            Issuer = new Profile { Id = Did, Name = name },
            ValidFrom = issuedOn,
            CredentialSubject = new AchievementSubject
            {
                Id = "urn:uuid:5f3c3a3e-9d5b-4c1f-8b7a-0d7c52e6f002",
                Achievement = new Achievement
                {
                    Id = "urn:uuid:5f3c3a3e-9d5b-4c1f-8b7a-0d7c52e6f003",
                    Name = "Couture de sacs",
                    Description = "Coudre des sacs en toile de récupération.",
                    Criteria = new Criteria { Narrative = "Coudre trois sacs solides." },
                },
            },
        };
        return DataIntegrity.Sign(
            credential.ToJson(),
            Cryptosuites.EddsaRdfc2022,
            _key,
            new() { VerificationMethod = $"{Did}#{_key.Multikey}", Created = issuedOn },
            Badges.Credentials.Contexts.BundledContexts.Documents);
    }

    public void Dispose()
    {
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

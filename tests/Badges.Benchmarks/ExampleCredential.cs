using Badges.Credentials.OpenBadges3;

namespace Badges.Benchmarks;

/// <summary>A credential of the usual size: eight criteria, one item of evidence, a status entry.</summary>
internal static class ExampleCredential
{
    private const string Host = "https://badges.example.org";
    private static readonly DateTimeOffset Issued = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    public static OpenBadgeCredential Create() => new()
    {
        Id = $"{Host}/credentials/7Yb2pQx4mN8cRt5vKw3jHa",
        Name = "Délissage de déchets textiles",
        Issuer = new Profile { Id = "did:web:badges.example.org:issuers:atelier", Name = "L'Atelier du fil" },
        AwardedDate = Issued,
        ValidFrom = Issued,
        CredentialSubject = new AchievementSubject
        {
            Id = "urn:uuid:5b0e2f0e-5f0c-4a41-8a4e-0d6f6a4f5b11",
            Identifier = [IdentityObject.Hash("secret", "identifier", "salt")],
            Achievement = new Achievement
            {
                Id = $"{Host}/achievements/3kTq8wZy6vJm2nRp9sXcLb",
                AchievementType = "Competency",
                Name = "Délissage de déchets textiles",
                Description = "Préparer des textiles usés pour le recyclage.",
                Criteria = new Criteria
                {
                    Narrative = string.Join('\n', Enumerable.Range(1, 8).Select(number =>
                        $"{number}. Retirer boutons, fermetures et étiquettes sans laisser de métal ni de plastique.")),
                },
            },
        },
        Evidence = [new Evidence { Name = "Preuve conservée par la structure", Narrative = "SHA-256 …" }],
        CredentialStatus = BitstringStatusListEntry.At($"{Host}/status/6bdTmazHkP5yjfwRvPAwCf", 4711),
    };
}

using Badges.Credentials.OpenBadges3;

namespace Badges.Benchmarks;

/// <summary>A credential of the usual size: eight criteria, three alignments, two items of evidence, a status
/// entry.</summary>
internal static class ExampleCredential
{
    private const string Host = "https://badges.example.org";
    private static readonly DateTimeOffset Issued = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    public static OpenBadgeCredential Create() => new()
    {
        Id = $"{Host}/credentials/7Yb2pQx4mN8cRt5vKw3jHa",
        Name = "Délissage de déchets textiles",
        Issuer = new Profile
        {
            Id = "did:web:badges.example.org:issuers:atelier",
            Name = "L'Atelier du fil",
            Url = $"{Host}/issuers/atelier",
            OtherIdentifier = [new IdentifierEntry { Identifier = "12345678900012", IdentifierType = "ext:siret" }],
        },
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
                Image = new Image { Id = $"{Host}/achievements/3kTq8wZy6vJm2nRp9sXcLb.png" },
                Creator = new Profile { Id = "did:web:badges.example.org:issuers:inae", Name = "INAÉ", Url = Host },
                Alignment =
                [
                    .. Enumerable.Range(1, 3).Select(number => new Alignment
                    {
                        TargetName = $"Trier des textiles, bloc {number}",
                        TargetUrl = $"{Host}/referentiel/{number}",
                        TargetCode = $"T-{number}",
                    }),
                ],
                Criteria = new Criteria
                {
                    Narrative = string.Join('\n', Enumerable.Range(1, 8).Select(number =>
                        $"{number}. Retirer boutons, fermetures et étiquettes sans laisser de métal ni de plastique.")),
                },
            },
        },
        Evidence =
        [
            .. Enumerable.Range(1, 2).Select(number => new Evidence
            {
                Name = $"Séance au poste, {number}",
                Narrative = "SHA-256 : 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            }),
        ],
        CredentialStatus = BitstringStatusListEntry.At($"{Host}/status/6bdTmazHkP5yjfwRvPAwCf", 4711),
    };
}

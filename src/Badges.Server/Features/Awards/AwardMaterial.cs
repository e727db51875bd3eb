using System.Security.Cryptography;

namespace Badges.Server.Features.Awards;

/// <summary>Everything of an award that is random, drawn before it is built.</summary>
public sealed record AwardMaterial
{
    public required Guid AwardId { get; init; }
    public required string PublicId { get; init; }

    /// <summary>Identifiers that leave the server are of version 4: two validators refuse version 7.</summary>
    public required string SubjectUrn { get; init; }

    public required string SignedAssertionUrn { get; init; }

    /// <summary>What the identity hash is made of; it stands in no document.</summary>
    public required string IdentitySecret { get; init; }

    public required string Salt { get; init; }
    public required string CardCode { get; init; }
    public required Guid CardId { get; init; }

    /// <summary>Of version 4 too: programs are told it.</summary>
    public required Guid NewRecipientId { get; init; }

    public required Guid NewEngagementId { get; init; }
    public required IReadOnlyList<EvidenceMaterial> Evidence { get; init; }

    public static AwardMaterial Create(DateTimeOffset now, int evidenceCount) => new()
    {
        AwardId = Guid.CreateVersion7(now),
        PublicId = Storage.PublicId.Create(),
        SubjectUrn = Urn(),
        SignedAssertionUrn = Urn(),
        IdentitySecret = Urn(),
        Salt = RandomNumberGenerator.GetHexString(32, lowercase: true),
        CardCode = Awards.CardCode.Create(),
        CardId = Guid.CreateVersion7(now),
        NewRecipientId = Guid.NewGuid(),
        NewEngagementId = Guid.CreateVersion7(now),
        Evidence =
        [
            .. Enumerable.Range(0, evidenceCount).Select(_ => new EvidenceMaterial(
                Guid.CreateVersion7(now), RandomNumberGenerator.GetBytes(AwardEvidence.NonceLength))),
        ],
    };

    private static string Urn() => $"urn:uuid:{Guid.NewGuid():D}";
}

public sealed record EvidenceMaterial(Guid Id, byte[] Nonce);

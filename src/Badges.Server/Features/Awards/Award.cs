namespace Badges.Server.Features.Awards;

/// <summary>
/// The fact that a person earned a badge. What is signed and published is derived from it once, when it is made.
/// </summary>
public sealed record Award
{
    public required Guid Id { get; init; }
    public required string PublicId { get; init; }
    public required Guid BadgeId { get; init; }
    public required Guid VersionId { get; init; }
    public required Guid IssuerId { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid RecipientId { get; init; }

    /// <summary>The recipient's identifier in this one credential: a random <c>urn:uuid:</c>.</summary>
    public required string SubjectUrn { get; init; }

    public required IdentityKind IdentityKind { get; init; }
    public required byte[] IdentitySecretWrapped { get; init; }
    public required string IdentitySalt { get; init; }
    public DateOnly? ObservedFrom { get; init; }
    public DateOnly? ObservedTo { get; init; }
    public required DateTimeOffset AwardedAt { get; init; }
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The account or the key that asked for it.</summary>
    public Guid? AwardedBy { get; init; }

    public required AwardSource Source { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public AwardEnd? EndKind { get; init; }

    /// <summary>For a revocation, one of <see cref="RevocationReason"/> as text.</summary>
    public string? EndReason { get; init; }

    /// <summary>Taken back by the structure: still published, and said to be.</summary>
    public bool IsRevoked => EndKind is AwardEnd.Revoked or AwardEnd.Superseded;

    /// <summary>Withdrawn at the person's wish: nothing is published any more.</summary>
    public bool IsGone => EndKind is AwardEnd.Declined or AwardEnd.Erased;
}

/// <summary>What the signed identity is a hash of: a random secret of the award, or the e-mail address.</summary>
public enum IdentityKind
{
    Secret,
    Email,
}

/// <summary>How the award came in.</summary>
public enum AwardSource
{
    Page,
    Api,
    Demo,
}

/// <summary>How an award ended.</summary>
public enum AwardEnd
{
    Revoked,
    Superseded,
    Declined,
    Erased,
}

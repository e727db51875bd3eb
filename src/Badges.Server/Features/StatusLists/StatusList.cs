namespace Badges.Server.Features.StatusLists;

/// <summary>A list of an issuer's revocation bits, long enough that a position says nothing.</summary>
public sealed record StatusList
{
    public const string Revocation = "revocation";

    public required Guid Id { get; init; }
    public required string PublicId { get; init; }
    public required Guid IssuerId { get; init; }
    public required string Purpose { get; init; }

    /// <summary>From 1; the newest is the one that is being filled.</summary>
    public required int Number { get; init; }

    public required int Length { get; init; }

    /// <summary>Grows with each change of a bit.</summary>
    public required int Generation { get; init; }

    /// <summary>The list with an embedded proof; null when a bit has changed since.</summary>
    public string? PublishedText { get; init; }

    /// <summary>The same as a JWT, signed at the same instant.</summary>
    public string? PublishedJwt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }
}

namespace Badges.Server.Features.Awards;

/// <summary>One badge version as one structure awards it: the BadgeClass of Open Badges 2.0.</summary>
public sealed record IssuerBadge
{
    public required Guid Id { get; init; }
    public required string PublicId { get; init; }
    public required Guid VersionId { get; init; }
    public required Guid IssuerId { get; init; }

    /// <summary>The document, written once with the first award.</summary>
    public required string PublishedText { get; init; }
}

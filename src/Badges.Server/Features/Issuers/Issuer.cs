namespace Badges.Server.Features.Issuers;

/// <summary>A structure as the standards know it: with an identity of its own and keys. It is one for ever.</summary>
public sealed record Issuer
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>The structure's slug, which its addresses are made of.</summary>
    public required string Slug { get; init; }

    public required string Did { get; init; }
    public required string Name { get; init; }

    /// <summary>Open Badges 2.0 demands one. Never a person's own.</summary>
    public required string Email { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

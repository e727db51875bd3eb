namespace Badges.Server.Features.Accounts;

/// <summary>Somebody who signs in.</summary>
public sealed record Account
{
    public required Guid Id { get; init; }
    public required string EmailNormalized { get; set; }
    public required string DisplayName { get; init; }
    public string? PasswordHash { get; set; }
    public required string SecurityStamp { get; set; }
    public required string Locale { get; init; }
    public int FailedCount { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DisabledAt { get; init; }
}

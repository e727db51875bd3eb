using Badges.Server.Callers;

namespace Badges.Server.Features.Accounts;

/// <summary>What an account may do for a structure, from one day to another.</summary>
public sealed record Membership
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid OrganizationId { get; init; }
    public required MembershipRole Role { get; init; }
    public required DateOnly FromOn { get; init; }
    public DateOnly? ToOn { get; init; }
}

namespace Badges.Server.Callers;

/// <summary>One role, for one structure.</summary>
public sealed record CallerRole(Guid OrganizationId, MembershipRole Role);

namespace Badges.Server.Features.BadgeClasses;

/// <summary>A badge with one of its published versions.</summary>
public sealed record PublishedBadge(Badge Badge, BadgeVersion Version);

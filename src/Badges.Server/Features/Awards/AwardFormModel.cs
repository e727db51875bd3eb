using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.Recipients;
using Badges.Server.Web.Components;

namespace Badges.Server.Features.Awards;

/// <summary>What the form to award a badge shows.</summary>
public sealed record AwardFormModel
{
    public required PublishedBadge Published { get; init; }

    /// <summary>The structures among which the person must choose; empty when there is only theirs.</summary>
    public IReadOnlyList<Organization> Organizations { get; init; } = [];

    /// <summary>The structure's people, to choose from.</summary>
    public IReadOnlyList<Recipient> People { get; init; } = [];

    public required AwardForm Form { get; init; }
    public required DateOnly Today { get; init; }
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}

using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.Recipients;

namespace Badges.Server.Features.Awards;

/// <summary>What the rules approved, with all that the next steps need.</summary>
public sealed record Approved
{
    public required AwardCommand Command { get; init; }
    public required Badge Badge { get; init; }
    public required BadgeVersion Version { get; init; }
    public required Organization Organization { get; init; }

    /// <summary>Null: somebody new.</summary>
    public Recipient? KnownRecipient { get; init; }

    public required IReadOnlyList<BadgeCriterion> Criteria { get; init; }

    /// <summary>Where the signed identity is a hash of it.</summary>
    public string? HashedEmail { get; init; }

    /// <summary>The instant of signing, in whole seconds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The start of the day of observation, when that is earlier than the signature.</summary>
    public required DateTimeOffset EarnedAt { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }
}

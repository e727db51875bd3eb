using Badges.Server.Storage;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>What was found for somebody who wants to change a draft.</summary>
public sealed record DraftContext
{
    public Badge? Badge { get; init; }

    /// <summary>The draft of the badge; null when all its versions are published.</summary>
    public BadgeVersion? Draft { get; init; }

    /// <summary>A version was named, and it is another one than the draft.</summary>
    public bool NamesPublishedVersion { get; init; }

    public IReadOnlyList<BadgeAwarder> Awarders { get; init; } = [];

    /// <summary>Why the draft cannot be changed; null when it can.</summary>
    public BadgeRefusal? Refusal => this switch
    {
        { Badge: null } => BadgeRefusal.BadgeNotFound,
        { NamesPublishedVersion: true } or { Draft: null } => BadgeRefusal.VersionIsPublished,
        { Badge.IsRetired: true } => BadgeRefusal.BadgeIsRetired,
        _ => null,
    };

    /// <exception cref="InvalidOperationException">The draft cannot be changed: look at <see cref="Refusal"/>
    /// first.</exception>
    public (Badge Badge, BadgeVersion Draft) Open => this is { Badge: { } badge, Draft: { } draft }
        ? (badge, draft)
        : throw new InvalidOperationException($"There is no draft: {Refusal}.");

    /// <summary>Within a transaction; the draft stays as it is until the transaction ends.</summary>
    public static async Task<DraftContext> LoadAsync(
        Session session, string slugOrVersion, CancellationToken cancellationToken)
    {
        if (await BadgeStore.FindBadgeAsync(session, slugOrVersion, cancellationToken) is not { } badge)
        {
            return new DraftContext();
        }

        var draft = await DraftStore.LockAsync(session, badge.Id, cancellationToken);
        return new DraftContext
        {
            Badge = badge,
            Draft = draft,
            NamesPublishedVersion = slugOrVersion != badge.Slug && slugOrVersion != draft?.PublicId,
            Awarders = await BadgeStore.ListAwardersAsync(session, badge.Id, cancellationToken),
        };
    }
}

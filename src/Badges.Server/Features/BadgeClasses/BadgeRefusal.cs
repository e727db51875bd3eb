namespace Badges.Server.Features.BadgeClasses;

/// <summary>The rules that say no to somebody who changes badges. Their names are the codes of the API.</summary>
public enum BadgeRefusal
{
    BadgeNotFound,

    /// <summary>Some fields are wrong or missing; they are named beside.</summary>
    InvalidBadge,

    SlugTaken,
    VersionIsPublished,
    DraftExists,
    NothingPublished,
    BadgeIsRetired,

    /// <summary>There is no network yet that the badge could belong to.</summary>
    NetworkMissing,
}

/// <summary>A refusal, with the fields that are at fault.</summary>
public readonly record struct BadgeRefused(BadgeRefusal Reason, IReadOnlyList<FieldFault> Faults)
{
    public static BadgeRefused Because(BadgeRefusal reason) => new(reason, []);

    public static BadgeRefused Because(IReadOnlyList<FieldFault> faults) => new(BadgeRefusal.InvalidBadge, faults);
}

namespace Badges.Server.Features.Awards;

/// <summary>Why a badge is not awarded. The names are part of the public contract: programs read them.</summary>
public enum AwardRefusal
{
    BadgeNotFound,
    BadgeNotPublished,
    BadgeRetired,
    OrganizationMissing,
    OrganizationNotFound,
    OrganizationClosed,
    NotAllowedToAward,
    RecipientNotFound,
    RecipientAmbiguous,
    RecipientMissing,
    EmailMissing,
    SelfAward,
    AlreadyHolds,
    DateInFuture,
    DateBeforeBadge,
    ExpiryInPast,
    CriterionUnknown,
    MandatoryCriterionMissing,
    EvidenceMissing,
    PublicTextNotConfirmed,
    PublicTextNamesTheRecipient,
    IssuerHasNoKey,
    IdempotencyKeyReused,
}

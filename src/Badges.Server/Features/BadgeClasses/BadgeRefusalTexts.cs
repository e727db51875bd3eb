using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>What a refusal says to a person, and its status.</summary>
public static class BadgeRefusalTexts
{
    public static string Sentence(this BadgeRefusal refusal, Language language)
    {
        var (french, english) = refusal switch
        {
            BadgeRefusal.BadgeNotFound => ("Ce badge n'existe pas.", "There is no such badge."),
            BadgeRefusal.InvalidBadge => ("Certains champs sont à corriger.", "Some fields are to be corrected."),
            BadgeRefusal.SlugTaken => (
                "Un autre badge a déjà cette adresse. Choisissez un autre nom.",
                "Another badge has this address already. Choose another name."),
            BadgeRefusal.VersionIsPublished => (
                "Cette version est publiée : elle ne change plus. Commencez une nouvelle version.",
                "This version is published: it no longer changes. Start a new version."),
            BadgeRefusal.DraftExists => (
                "Une nouvelle version est déjà en préparation.", "A new version is already being prepared."),
            BadgeRefusal.NothingPublished => (
                "Ce badge n'a pas encore de version publiée.", "This badge has no published version yet."),
            BadgeRefusal.BadgeIsRetired => ("Ce badge a été retiré du catalogue.", "This badge was retired."),
            BadgeRefusal.NetworkMissing => (
                "Le réseau n'est pas encore enregistré.", "The network is not registered yet."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
        };
        return language == Language.English ? english : french;
    }

    public static int Status(this BadgeRefusal refusal) => refusal switch
    {
        BadgeRefusal.BadgeNotFound => StatusCodes.Status404NotFound,
        BadgeRefusal.InvalidBadge => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };
}

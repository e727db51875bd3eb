using Badges.Server.Web;

namespace Badges.Server.Features.Awards;

/// <summary>A refusal for whoever asked: its status, the field it is about, and a sentence in two languages.</summary>
public sealed record AwardRefusalText(int Status, string? Field, string French, string English)
{
    public string In(Language language) => language == Language.English ? English : French;
}

public static class AwardRefusalTexts
{
    private const int Forbidden = StatusCodes.Status403Forbidden;
    private const int NotFound = StatusCodes.Status404NotFound;
    private const int Conflict = StatusCodes.Status409Conflict;
    private const int Invalid = StatusCodes.Status422UnprocessableEntity;

    public static AwardRefusalText Of(AwardRefusal refusal) => refusal switch
    {
        AwardRefusal.BadgeNotFound => new(NotFound, "badgeClass",
            "Ce badge n'existe pas.", "There is no such badge."),
        AwardRefusal.BadgeNotPublished => new(Conflict, "badgeClass",
            "Ce badge est encore un brouillon : il ne peut pas être remis.",
            "This badge is still a draft: it cannot be awarded."),
        AwardRefusal.BadgeRetired => new(Conflict, "badgeClass",
            "Ce badge a été arrêté : il n'est plus remis.", "This badge was retired: it is no longer awarded."),
        AwardRefusal.OrganizationMissing => new(Invalid, "organization",
            "Dites quelle structure remet le badge.", "Say which organisation awards the badge."),
        AwardRefusal.OrganizationNotFound => new(NotFound, "organization",
            "Cette structure n'existe pas.", "There is no such organisation."),
        AwardRefusal.OrganizationClosed => new(Conflict, "organization",
            "Cette structure est fermée : elle ne remet plus de badges.",
            "This organisation is closed: it awards no more badges."),
        AwardRefusal.NotAllowedToAward => new(Forbidden, "organization",
            "Cette structure ne peut pas remettre ce badge, ou ce n'est pas la vôtre.",
            "This organisation may not award this badge, or it is not yours."),
        AwardRefusal.RecipientNotFound => new(NotFound, "recipient.id",
            "Cette personne n'est pas connue de la structure.", "The organisation does not know this person."),
        AwardRefusal.RecipientAmbiguous => new(Conflict, "recipient",
            "Plusieurs personnes peuvent être celle-ci : choisissez-la dans la liste, ou donnez sa référence.",
            "This may be one of several people: choose from the list, or give the reference."),
        AwardRefusal.RecipientMissing => new(Invalid, "recipient",
            "Dites à qui vous remettez le badge.", "Say whom you award the badge to."),
        AwardRefusal.EmailMissing => new(Invalid, "recipient.email",
            "Il faut l'adresse e-mail de la personne pour que le badge y soit lié.",
            "The person's e-mail address is needed to tie the badge to it."),
        AwardRefusal.SelfAward => new(Forbidden, "recipient",
            "Vous ne pouvez pas vous remettre un badge à vous-même.", "You cannot award a badge to yourself."),
        AwardRefusal.AlreadyHolds => new(Conflict, "recipient",
            "Cette personne a déjà ce badge.", "This person holds this badge already."),
        AwardRefusal.DateInFuture => new(Invalid, "observedOn",
            "Cette date n'est pas encore arrivée.", "This date has not come yet."),
        AwardRefusal.DateBeforeBadge => new(Invalid, "observedOn",
            "À cette date, ce badge n'existait pas encore.", "On this date the badge did not exist yet."),
        AwardRefusal.ExpiryInPast => new(Invalid, "expires",
            "Cette date de fin est déjà passée.", "This end date is past already."),
        AwardRefusal.CriterionUnknown => new(Invalid, "criteria",
            "Un de ces critères n'est pas un critère de ce badge.", "One of these is not a criterion of this badge."),
        AwardRefusal.MandatoryCriterionMissing => new(Invalid, "criteria",
            "Tous les critères obligatoires doivent avoir été observés.",
            "All mandatory criteria must have been observed."),
        AwardRefusal.EvidenceMissing => new(Invalid, "evidence",
            "Ce badge demande une preuve : écrivez comment cela a été observé.",
            "This badge asks for evidence: write how it was observed."),
        AwardRefusal.PublicTextNotConfirmed => new(Invalid, "confirmPublicText",
            "Cette phrase sera lisible par tout le monde, pour toujours. Confirmez qu'elle ne contient pas de nom, "
                + "et rien sur la santé ni la vie privée.",
            "Everybody will be able to read this sentence, for ever. Confirm that it holds no name, and nothing "
                + "about health or private life."),
        AwardRefusal.PublicTextNamesTheRecipient => new(Invalid, "evidence",
            "Cette phrase contient le nom, l'adresse ou la référence de la personne. Ce qui est public ne doit pas "
                + "le dire : changez la phrase, ou gardez-la privée.",
            "This sentence holds the person's name, address or reference. What is public must not say it: change "
                + "the sentence, or keep it private."),
        AwardRefusal.IssuerHasNoKey => new(Conflict, "organization",
            "Cette structure ne peut pas signer de badges pour le moment. Prévenez INAÉ.",
            "This organisation cannot sign badges at the moment. Tell INAÉ."),
        AwardRefusal.IdempotencyKeyReused => new(Conflict, null,
            "Cette clé d'idempotence a déjà servi pour une autre demande.",
            "This idempotency key was used for another request."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

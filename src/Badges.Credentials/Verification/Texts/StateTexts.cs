namespace Badges.Credentials.Verification.Texts;

/// <summary>What the codes say that speak of withdrawal, dates, persons and issuers.</summary>
internal static class StateTexts
{
    public static readonly Dictionary<string, Text> All = new(StringComparer.Ordinal)
    {
        [CheckCodes.NoRefreshService] = new(
            "Le badge n’annonce pas de version plus récente.",
            "The badge announces no newer copy."),
        [CheckCodes.RefreshNotTried] = new(
            "Le badge donné n’a pas pu être reconnu comme authentique : sa version plus récente n’a pas été demandée, "
            + "{0}",
            "The badge handed in was not found genuine: its newer copy was not asked for, {0}"),
        [CheckCodes.RefreshTypeUnknown] = new(
            "Cette façon d’annoncer une version plus récente n’est pas connue ici : {0}",
            "This way of announcing a newer copy is not known here: {0}"),
        [CheckCodes.RefreshedSame] = new("C’est celle qui a été donnée.", "It is the one handed in."),
        [CheckCodes.RefreshedJudged] = new(
            "Elle remplace la copie donnée : c’est elle qui est jugée et montrée ici.",
            "It replaces the copy handed in: it is the one judged and shown here."),
        [CheckCodes.RefreshedOlder] = new(
            "Elle est plus ancienne que la copie donnée : c’est la copie donnée qui est jugée.",
            "It is older than the copy handed in: the copy handed in is judged."),
        [CheckCodes.RefreshedUnreadable] = new(
            "Ce qui se trouve là n’est pas un badge : c’est la copie donnée qui est jugée.",
            "What stands there is no badge: the copy handed in is judged."),
        [CheckCodes.RefreshedOther] = new(
            "Ce qui se trouve là est un autre badge, ou d’une autre structure : c’est la copie donnée qui est jugée.",
            "What stands there is another badge, or another issuer’s: the copy handed in is judged."),
        [CheckCodes.RefreshedNotGenuine] = new(
            "Ce qui se trouve là n’est pas authentique : c’est la copie donnée qui est jugée.",
            "What stands there is not genuine: the copy handed in is judged."),
        [CheckCodes.RefreshedNotChecked] = new(
            "Ce qui se trouve là n’a pas pu être contrôlé : c’est la copie donnée qui est jugée.",
            "What stands there could not be checked: the copy handed in is judged."),
        [CheckCodes.NoStatus] = new(
            "La structure ne publie pas de liste des badges retirés pour ce badge.",
            "The issuer publishes no list of withdrawn badges for this one."),
        [CheckCodes.Revoked] = new("La structure a retiré ce badge. {0}", "The issuer withdrew this badge. {0}"),
        [CheckCodes.Suspended] = new("La structure a suspendu ce badge.", "The issuer suspended this badge."),
        [CheckCodes.Withdrawn] = new(
            "La structure dit, à l’adresse du badge, qu’elle l’a retiré. {0}",
            "The badge’s own address says that it was withdrawn. {0}"),
        [CheckCodes.StatusTypeUnknown] = new(
            "Cette façon de dire qu’un badge est retiré n’est pas connue ici : {0}",
            "This way of saying that a badge was withdrawn is not known here: {0}"),
        [CheckCodes.StatusEntryUnreadable] = new(
            "Le badge ne dit pas comme il faut où savoir s’il est retiré.",
            "The badge does not say properly where to learn whether it was withdrawn."),
        [CheckCodes.OtherPurpose] = new(
            "Une liste parle d’autre chose que de retrait : {0}",
            "A list speaks of something else than withdrawal: {0}"),
        [CheckCodes.PurposeUnknown] = new(
            "Une liste parle peut-être de retrait, avec un mot qui n’est pas connu ici : {0}",
            "A list may speak of withdrawal, in a word that is not known here: {0}"),
        [CheckCodes.NewerAnnounced] = new(
            "La structure annonce une version plus récente de ce badge.",
            "The issuer announces a newer copy of this badge."),
        [CheckCodes.StatusMessage] = new("La structure dit de ce badge : {0}", "The issuer says of this badge: {0}"),
        [CheckCodes.ListUnsigned] = new(
            "La liste des badges retirés n’est pas signée : {0}",
            "The list of withdrawn badges is not signed: {0}"),
        [CheckCodes.ListUnsignedButOwn] = new(
            "Cette liste n’est pas signée ; elle vient du site de la structure : {0}",
            "This list is not signed; it comes from the issuer’s own site: {0}"),
        [CheckCodes.ListUnsignedButNamed] = new(
            "Cette liste n’est pas signée ; le badge signé en donne l’adresse, sur le site où il se trouve lui-même : "
            + "{0}",
            "This list is not signed; the signed badge gives its address, on the site where it stands itself: {0}"),
        [CheckCodes.ListNotVerified] = new(
            "La signature de la liste des badges retirés n’a pas pu être contrôlée : {0}",
            "The signature of the list of withdrawn badges could not be checked: {0}"),
        [CheckCodes.ListForged] = new(
            "La liste des badges retirés n’est pas authentique : {0}",
            "The list of withdrawn badges is not genuine: {0}"),
        [CheckCodes.ListOfOtherIssuer] = new(
            "La liste des badges retirés est d’une autre structure.",
            "The list of withdrawn badges is another issuer’s."),
        [CheckCodes.ListOfOtherAddress] = new(
            "La liste des badges retirés dit être une autre liste.",
            "The list of withdrawn badges says that it is another list."),
        [CheckCodes.ListElsewhere] = new(
            "La liste des badges retirés n’est ni signée ni sur le site de la structure : {0}",
            "The list of withdrawn badges is neither signed nor on the issuer’s site: {0}"),
        [CheckCodes.ListUnreadable] = new(
            "La liste des badges retirés ne peut pas être lue.",
            "The list of withdrawn badges cannot be read."),
        [CheckCodes.ListTooLarge] = new(
            "La liste des badges retirés est trop grande.",
            "The list of withdrawn badges is too large."),
        [CheckCodes.ListExpired] = new(
            "La liste des badges retirés n’est plus à jour.",
            "The list of withdrawn badges is out of date."),
        [CheckCodes.ListShort] = new(
            "La liste des badges retirés est plus courte que le standard ne le demande ; elle a été lue.",
            "The list of withdrawn badges is shorter than the standard asks; it was read."),
        [CheckCodes.PurposeDiffers] = new(
            "La liste ne parle pas de ce que le badge annonce.",
            "The list does not speak of what the badge announces."),
        [CheckCodes.IndexOutOfRange] = new("La liste n’a pas de place numéro {0}.", "The list has no position {0}."),
        [CheckCodes.Expired] = new("Le badge a expiré le {0}.", "The badge expired on {0}."),
        [CheckCodes.NotYetValid] = new("Le badge ne compte qu’à partir du {0}.", "The badge counts only from {0}."),
        [CheckCodes.DateUnreadable] = new(
            "Une date du badge ne peut pas être lue.",
            "A date of the badge cannot be read."),

        [CheckCodes.NoPicture] = new(
            "Le badge n’a pas été donné dans une image.",
            "The badge was not handed in as a picture."),
        [CheckCodes.PictureNotCompared] = new(
            "L’image n’a pas été comparée à celle de la structure.",
            "The picture was not compared with the issuer’s."),
        [CheckCodes.PictureNotNamed] = new(
            "La structure ne publie pas d’image de ce badge : il n’y a rien à comparer.",
            "The issuer publishes no picture of this badge: there is nothing to compare."),
        [CheckCodes.PictureOfOtherKind] = new(
            "La structure publie son image en {0}, celle donnée est en {1} : elles ne se comparent pas.",
            "The issuer publishes its picture as {0}, the one handed in is {1}: they cannot be compared."),
        [CheckCodes.PictureDiffers] = new(
            "L’image donnée n’est pas celle que la structure publie : le badge a été mis dans une autre image, ou "
            + "l’image a été enregistrée à nouveau.",
            "The picture handed in is not the one that the issuer publishes: the badge was put into another picture, "
            + "or the picture was saved again."),
        [CheckCodes.NobodyAsked] = new(
            "Vous n’avez pas demandé à qui ce badge a été remis.",
            "You did not ask to whom this badge was awarded."),
        [CheckCodes.OtherRecipient] = new(
            "Ce badge a été remis à une autre identité que celle demandée.",
            "This badge was awarded to another identity than the one asked about."),
        [CheckCodes.RecipientNotComparable] = new(
            "Le badge ne permet pas de savoir s’il a été remis à cette personne.",
            "The badge does not let it be told whether it was awarded to this person."),
        [CheckCodes.NoEvidence] = new("Le badge ne porte pas de preuve.", "The badge carries no evidence."),
        [CheckCodes.EvidenceNotRead] = new(
            "Preuves que la structure annonce : {0}. Elles sont montrées telles qu’elle les a écrites ; leurs liens "
            + "n’ont pas été suivis.",
            "Evidence that the issuer claims: {0}. It is shown as it was written; its links were not followed."),
        [CheckCodes.NoEndorsement] = new("Personne n’a soutenu ce badge.", "Nobody endorsed this badge."),
        [CheckCodes.EndorsedBy] = new("Soutenu par : {0}", "Endorsed by: {0}"),
        [CheckCodes.EndorsedByItself] = new(
            "La structure se soutient aussi elle-même, ce qui ne dit rien de plus.",
            "The issuer also endorses itself, which says nothing more."),
        [CheckCodes.EndorsementNotGenuine] = new(
            "Ce soutien n’est pas authentique, ou n’est plus en vigueur : {0}",
            "This endorsement is not genuine, or no longer in force: {0}"),
        [CheckCodes.EndorsementNotChecked] = new(
            "Ce soutien n’a pas pu être contrôlé : {0}",
            "This endorsement could not be checked: {0}"),
        [CheckCodes.EndorsesSomethingElse] = new(
            "Le soutien parle d’autre chose : {0}",
            "The endorsement speaks of something else: {0}"),
        [CheckCodes.EndorsementsNotRead] = new(
            "Les soutiens n’ont pas été contrôlés.",
            "Endorsements were not checked."),
    };
}

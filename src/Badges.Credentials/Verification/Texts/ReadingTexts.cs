namespace Badges.Credentials.Verification.Texts;

/// <summary>What the codes say that speak of reading a record and the documents it needs.</summary>
internal static class ReadingTexts
{
    public static readonly Dictionary<string, Text> All = new(StringComparer.Ordinal)
    {
        [CheckCodes.Empty] = new("Le fichier est vide.", "The file is empty."),
        [CheckCodes.TooLarge] = new("Le fichier est trop gros pour être lu.", "The file is too large to be read."),
        [CheckCodes.UnknownPicture] = new(
            "Cette image n’est ni un PNG ni un SVG : elle ne peut pas contenir de badge.",
            "This picture is neither PNG nor SVG: it cannot carry a badge."),
        [CheckCodes.PictureUnreadable] = new(
            "L’image ne peut pas être lue.",
            "The picture cannot be read."),
        [CheckCodes.NotABadge] = new("Rien de ce qui a été donné n’est un badge.", "Nothing in it is a badge."),
        [CheckCodes.NotUtf8] = new("Le texte n’est pas en UTF-8.", "The text is not in UTF-8."),
        [CheckCodes.NotJson] = new("Le texte n’est pas du JSON bien formé.", "The text is not well-formed JSON."),
        [CheckCodes.NotAToken] = new(
            "Le texte n’est pas un jeton en trois parties.",
            "The text is not a token in three parts."),
        [CheckCodes.TooDeep] = new("Le texte a trop de niveaux imbriqués.", "The text is nested too deeply."),
        [CheckCodes.DuplicateMember] = new(
            "Le même nom figure deux fois : deux lecteurs n’y liraient pas la même chose.",
            "A name stands there twice: two readers would not read the same."),
        [CheckCodes.BrokenCharacter] = new(
            "Le texte contient un caractère coupé en deux.",
            "The text holds half a character."),
        [CheckCodes.NumberOutOfRange] = new(
            "Un nombre est trop grand pour être lu partout de la même façon.",
            "A number is too large to be read alike everywhere."),
        [CheckCodes.TwoRecords] = new(
            "L’image porte deux enregistrements ({0}) : on ne peut pas savoir lequel est le bon.",
            "The picture carries two records ({0}): which one counts cannot be told."),
        [CheckCodes.CompressedRecord] = new(
            "Le badge est mal inséré dans l’image : son texte est compressé.",
            "The badge is badly put into the picture: its text is compressed."),
        [CheckCodes.WrongChunk] = new(
            "Le badge est mal inséré dans l’image : il n’est pas dans un bloc iTXt.",
            "The badge is badly put into the picture: it does not stand in an iTXt chunk."),
        [CheckCodes.RecordUnreadable] = new(
            "L’enregistrement du badge dans l’image ne peut pas être lu.",
            "The badge’s record in the picture cannot be read."),
        [CheckCodes.NoAddress] = new(
            "Ce badge devrait dire à quelle adresse il se vérifie, et ne le dit pas.",
            "This badge should say at which address it is verified, and does not."),
        [CheckCodes.NothingRead] = new(
            "Rien n’a pu être lu : il n’y a rien à contrôler.",
            "Nothing could be read: there is nothing to check."),
        [CheckCodes.OldFormat] = new(
            "Badge d’un ancien format (Open Badges 1.0 ou 1.1).",
            "A badge of an old format (Open Badges 1.0 or 1.1)."),
        [CheckCodes.OldFormatNotChecked] = new(
            "Ce contrôle n’est pas fait pour l’ancien format Open Badges 1.",
            "This check is not made for the old format Open Badges 1."),
        [CheckCodes.BakedInOldWay] = new(
            "Le badge est inséré dans l’image à l’ancienne manière ; il a été lu.",
            "The badge is put into the picture in the old way; it was read."),
        [CheckCodes.OlderCopyBeside] = new(
            "L’image porte aussi une copie Open Badges 2.0 : c’est la copie 3.0 qui est jugée.",
            "The picture also carries an Open Badges 2.0 copy: the 3.0 one is judged."),
        [CheckCodes.CopyDiffers] = new(
            "La copie donnée n’est pas celle qui se trouve à son adresse ({0}) : c’est celle-ci qui est jugée.",
            "The copy handed in is not the one at its address ({0}): that one is judged."),

        [CheckCodes.AddressNotAllowed] = new(
            "Cette adresse ne peut jamais être consultée : {0}",
            "This address may never be fetched: {0}"),
        [CheckCodes.AddressForbidden] = new(
            "Cette adresse mène à un réseau qui n’est pas consulté : {0}",
            "This address leads into a network that is not fetched from: {0}"),
        [CheckCodes.DocumentNotFetched] = new(
            "Ce document n’a pas été consulté : {0}",
            "This document was not fetched: {0}"),
        [CheckCodes.DocumentNotFound] = new(
            "Il n’y a pas de document à cette adresse : {0}",
            "There is no document at this address: {0}"),
        [CheckCodes.DocumentUnreachable] = new(
            "Cette adresse ne répond pas : {0}",
            "This address does not answer: {0}"),
        [CheckCodes.DocumentTooLarge] = new(
            "Le document à cette adresse est trop gros : {0}",
            "The document at this address is too large: {0}"),
        [CheckCodes.DocumentUnreadable] = new(
            "Ce qui se trouve à cette adresse ne peut pas être lu : {0}",
            "What stands at this address cannot be read: {0}"),
        [CheckCodes.IdDiffers] = new(
            "Le document à cette adresse dit être un autre : {0}",
            "The document at this address says that it is another one: {0}"),
        [CheckCodes.WasMoved] = new(
            "Ce document se donne une autre adresse que celle qui le nomme ; il a été lu ici : {0}",
            "This document calls itself by another address than it is named by; it was read here: {0}"),
        [CheckCodes.WithdrawnAtAddress] = new(
            "La structure dit, à l’adresse du badge, qu’elle l’a retiré : ce contrôle n’a plus d’objet.",
            "The badge’s own address says that it was withdrawn: this check has no object any more."),
    };
}

using Badges.Credentials.Verification;
using Badges.Imaging.Svg;
using Badges.Server.Web;

namespace Badges.Server.Features.Verification;

/// <summary>What to say of something that is no badge that could be read, and what helps, for each reason.</summary>
public sealed record UnreadableWords(string InFrench, string InEnglish, string HelpInFrench, string HelpInEnglish)
{
    private const string AskInFrench =
        "Demandez à la personne le lien de son badge, le code écrit sur sa carte, ou le fichier d'origine.";

    private const string AskInEnglish =
        "Ask the person for the link of the badge, the code written on their card, or the original file.";

    private static readonly Dictionary<string, UnreadableWords> All = new(StringComparer.Ordinal)
    {
        [CheckCodes.Empty] = new(
            "Ce fichier est vide.", "This file is empty.",
            "Il a sans doute été mal enregistré : téléchargez-le à nouveau, puis déposez-le ici.",
            "It was probably not saved well: download it again, then bring it here."),
        [CheckCodes.UnknownPicture] = new(
            "Cette image n'est ni un PNG ni un SVG : elle ne peut pas porter de badge.",
            "This picture is neither a PNG nor an SVG: it cannot carry a badge.",
            "Les messageries et les téléphones changent souvent le format des images. " + AskInFrench,
            "Messengers and phones often change the format of pictures. " + AskInEnglish),
        [CheckCodes.PictureUnreadable] = new(
            "Cette image est abîmée : nous ne pouvons pas la lire.", "This picture is damaged: we cannot read it.",
            "Elle n'est peut-être pas arrivée en entier. " + AskInFrench,
            "It may not have arrived whole. " + AskInEnglish),
        [CheckCodes.NotUtf8] = new(
            "Ce fichier n'est pas un badge que nous sachions lire.", "This file is not a badge that we can read.",
            AskInFrench, AskInEnglish),
        [CheckCodes.NotJson] = new(
            "Ce texte est incomplet ou mal copié : nous ne pouvons pas le lire.",
            "This text is incomplete or badly copied: we cannot read it.",
            "Copiez-le en entier, du premier au dernier signe, ou demandez le lien du badge.",
            "Copy all of it, from the first to the last sign, or ask for the link of the badge."),
        [CheckCodes.NotAToken] = new(
            "Ce texte est incomplet ou mal copié : nous ne pouvons pas le lire.",
            "This text is incomplete or badly copied: we cannot read it.",
            "Copiez-le en entier, du premier au dernier signe, ou demandez le lien du badge.",
            "Copy all of it, from the first to the last sign, or ask for the link of the badge."),
        [CheckCodes.TooDeep] = NotMadeAsABadge(
            "Ce texte n'est pas un badge que nous sachions lire : il a trop de parties rangées l'une dans l'autre.",
            "This text is not a badge that we can read: too many of its parts are put inside each other."),
        [CheckCodes.DuplicateMember] = NotMadeAsABadge(
            "Ce texte n'est pas un badge que nous sachions lire : une même ligne y est écrite deux fois.",
            "This text is not a badge that we can read: the same line is written twice in it."),
        [CheckCodes.BrokenCharacter] = NotMadeAsABadge(
            "Ce texte n'est pas un badge que nous sachions lire : un de ses signes est coupé en deux.",
            "This text is not a badge that we can read: one of its signs is cut in half."),
        [CheckCodes.NumberOutOfRange] = NotMadeAsABadge(
            "Ce texte n'est pas un badge que nous sachions lire : un de ses nombres est trop grand.",
            "This text is not a badge that we can read: one of its numbers is too large."),
        [CheckCodes.AddressNotAllowed] = new(
            "Cette adresse n'est pas celle d'un badge public.", "This address is not that of a public badge.",
            "Le lien d'un badge commence par https:// et s'ouvre dans un navigateur. Copiez-le à nouveau.",
            "The link of a badge starts with https:// and opens in a browser. Copy it again."),
        [CheckCodes.AddressForbidden] = new(
            "Cette adresse n'est pas celle d'un badge public.", "This address is not that of a public badge.",
            "Elle mène à un réseau privé. " + AskInFrench, "It leads to a private network. " + AskInEnglish),
        [CheckCodes.DocumentNotFound] = new(
            "À cette adresse, il n'y a rien.", "There is nothing at this address.",
            "Le lien est peut-être mal copié. " + AskInFrench, "The link may have been badly copied. " + AskInEnglish),
        [CheckCodes.DocumentTooLarge] = new(
            "Ce qui se trouve à cette adresse est trop lourd pour être un badge.",
            "What stands at this address is too large for a badge.",
            "Téléchargez l'image du badge, puis déposez-la ici.", "Download the badge's picture, then bring it here."),
        [CheckCodes.DocumentUnreachable] = new(
            "Le site qui garde ce badge ne répond pas.", "The site that keeps this badge does not answer.",
            "Essayez à nouveau dans quelques minutes, ou déposez l'image du badge.",
            "Try again in a few minutes, or bring the badge's picture."),
    };

    /// <summary>A picture with an entity is whole: it is refused, because it could make its reader fetch things.</summary>
    private static readonly UnreadableWords RefusedPicture = new(
        "Cette image est refusée : elle demande d'aller chercher autre chose qu'elle-même.",
        "This picture is refused: it asks to fetch something other than itself.",
        AskInFrench, AskInEnglish);

    /// <summary>Null where the check speaks of something that was made to look like a badge.</summary>
    public static UnreadableWords? Find(Check format) => format switch
    {
        { Code: CheckCodes.PictureUnreadable, Arguments: [nameof(SvgFault.EntityDeclared), ..] } => RefusedPicture,
        { Code: { } code } => All.GetValueOrDefault(code),
        _ => null,
    };

    public string Sentence(Language language) => language == Language.English ? InEnglish : InFrench;

    public string Advice(Language language) => language == Language.English ? HelpInEnglish : HelpInFrench;

    private static UnreadableWords NotMadeAsABadge(string french, string english) =>
        new(french, english, AskInFrench, AskInEnglish);
}

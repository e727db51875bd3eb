using Badges.Imaging.Rendering;
using Badges.Imaging.Svg;
using Badges.Imaging.Uploads;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>Why a picture is refused, in words; the first offence is named.</summary>
public static class PictureFaults
{
    public static PictureRead Of(UploadCheck check)
    {
        var (french, english) = check.Fault switch
        {
            UploadFault.Empty => ("Choisissez une image PNG.", "Choose a PNG picture."),
            UploadFault.TooLarge => ("Cette image pèse plus de 2 Mo.", "This picture weighs more than 2 MB."),
            UploadFault.NotPng => (
                "Ce fichier n'est pas une image PNG. Enregistrez-la au format PNG.",
                "This file is not a PNG picture. Save it as PNG."),
            UploadFault.Damaged => (
                $"Cette image est abîmée ({check.Damage}). Enregistrez-la à nouveau.",
                $"This picture is damaged ({check.Damage}). Save it again."),
            UploadFault.TooSmall => (
                $"Cette image est trop petite ({check.Width} × {check.Height}). Il faut au moins 90 pixels de côté.",
                $"This picture is too small ({check.Width} × {check.Height}). A side has at least 90 pixels."),
            UploadFault.TooBig => (
                $"Cette image est trop grande ({check.Width} × {check.Height}). Il faut au plus 2000 pixels de côté.",
                $"This picture is too large ({check.Width} × {check.Height}). A side has at most 2000 pixels."),
            UploadFault.NotSquare => (
                $"Cette image n'est pas carrée ({check.Width} × {check.Height}).",
                $"This picture is not square ({check.Width} × {check.Height})."),
            UploadFault.Animated => ("Cette image est animée. Choisissez une image fixe.",
                "This picture is animated. Choose a still one."),
            _ => (
                "Cette image ne peut pas être lue jusqu'au bout. Enregistrez-la à nouveau.",
                "This picture cannot be read to its end. Save it again."),
        };
        return PictureRead.Refuse("png", french, english);
    }

    public static PictureRead Of(SvgOffence offence)
    {
        var place = offence.Line > 0 ? $"« {offence.Name} », ligne {offence.Line}" : $"« {offence.Name} »";
        var english = offence.Line > 0 ? $"\"{offence.Name}\", line {offence.Line}" : $"\"{offence.Name}\"";
        return offence.Reason switch
        {
            SvgOffenceReason.Unreadable => PictureRead.Refuse("svg",
                $"Ce fichier n'est pas une image SVG lisible ({offence.Fault}).",
                $"This file is not a readable SVG picture ({offence.Fault})."),
            SvgOffenceReason.TooLarge => PictureRead.Refuse("svg",
                "Cette image SVG pèse plus de 500 ko.", "This SVG picture weighs more than 500 kB."),
            _ => PictureRead.Refuse("svg",
                $"Cette image SVG contient {French(offence.Reason)} : {place}.",
                $"This SVG picture contains {English(offence.Reason)}: {english}."),
        };
    }

    public static PictureRead Of(RecipeFault fault) => fault switch
    {
        RecipeFault.TitleMissing => PictureRead.Refuse("picture.shortTitle",
            "Écrivez un texte pour l'image, ou donnez d'abord un nom au badge.",
            "Write a text for the picture, or give the badge a name first."),
        RecipeFault.ShortTitleTooLong => PictureRead.Refuse("picture.shortTitle",
            "24 caractères au plus.", "24 characters at most."),
        RecipeFault.TitleDoesNotFit => PictureRead.Refuse("picture.shortTitle",
            "Ce texte ne tient pas sur l'image. Écrivez-en un plus court.",
            "This text does not fit on the picture. Write a shorter one."),
        RecipeFault.UnknownCharacter => PictureRead.Refuse("picture.shortTitle",
            "Ce texte contient un caractère qui ne peut pas être dessiné.",
            "This text has a character that cannot be drawn."),
        RecipeFault.IconOutsideGrid => PictureRead.Refuse("picture.icon",
            "Ce dessin sort de la grille de 24 sur 24.", "This drawing leaves the grid of 24 by 24."),
        RecipeFault.IconTooLong => PictureRead.Refuse("picture.icon",
            "Ce tracé est trop long.", "This path is too long."),
        _ => PictureRead.Refuse("picture.icon",
            "Ce tracé ne peut pas être lu.", "This path cannot be read."),
    };

    private static string French(SvgOffenceReason reason) => reason switch
    {
        SvgOffenceReason.Script => "un programme",
        SvgOffenceReason.EventAttribute => "une action sur un évènement",
        SvgOffenceReason.ForeignContent => "une page web",
        SvgOffenceReason.Animation => "une animation",
        SvgOffenceReason.Inclusion or SvgOffenceReason.ExternalReference => "un lien vers un autre fichier",
        SvgOffenceReason.EmbeddedPicture => "une image incorporée qui n'est pas un PNG correct",
        SvgOffenceReason.NestedUse => "des copies de copies",
        SvgOffenceReason.StyleSheet => "une feuille de style refusée",
        SvgOffenceReason.UnsafeValue => "une valeur dangereuse",
        SvgOffenceReason.ForbiddenElement => "un élément refusé",
        _ => "un attribut refusé",
    };

    private static string English(SvgOffenceReason reason) => reason switch
    {
        SvgOffenceReason.Script => "a script",
        SvgOffenceReason.EventAttribute => "an event handler",
        SvgOffenceReason.ForeignContent => "a web page",
        SvgOffenceReason.Animation => "an animation",
        SvgOffenceReason.Inclusion or SvgOffenceReason.ExternalReference => "a link to another file",
        SvgOffenceReason.EmbeddedPicture => "an embedded picture that is not a sound PNG",
        SvgOffenceReason.NestedUse => "copies of copies",
        SvgOffenceReason.StyleSheet => "a style sheet that is refused",
        SvgOffenceReason.UnsafeValue => "an unsafe value",
        SvgOffenceReason.ForbiddenElement => "an element that is refused",
        _ => "an attribute that is refused",
    };
}

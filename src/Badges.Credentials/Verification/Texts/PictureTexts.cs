using Badges.Imaging.Png;
using Badges.Imaging.Svg;

namespace Badges.Credentials.Verification.Texts;

/// <summary>Why a picture cannot be read. The check names the reader's own fault; a person reads what it means.</summary>
internal static class PictureTexts
{
    private static readonly Text Damaged = new(
        "L’image est abîmée et ne peut pas être lue : {0}.", "The picture is damaged and cannot be read: {0}.");

    private static readonly Text DamagedSomehow = new(
        "L’image est abîmée et ne peut pas être lue.", "The picture is damaged and cannot be read.");

    private static readonly Text Refused = new("L’image est refusée : {0}.", "The picture is refused: {0}.");

    private static readonly Dictionary<string, Text> Faults = new(StringComparer.Ordinal)
    {
        [nameof(PngFault.Empty)] = new("elle est vide", "it is empty"),
        [nameof(PngFault.NotPng)] = new("ce n’est pas un PNG", "it is not a PNG"),
        [nameof(PngFault.Truncated)] = new("il en manque la fin", "its end is missing"),
        [nameof(PngFault.ChunkTooLong)] = new("un de ses blocs est trop long", "one of its chunks is too long"),
        [nameof(PngFault.BadChunkType)] = new("un de ses blocs n’a pas de nom", "one of its chunks has no name"),
        [nameof(PngFault.BadCrc)] = new(
            "un de ses blocs a changé en chemin", "one of its chunks was changed on the way"),
        [nameof(PngFault.TooManyChunks)] = new("elle a trop de blocs", "it has too many chunks"),
        [nameof(PngFault.HeaderMissing)] = new("il en manque le début", "its beginning is missing"),
        [nameof(PngFault.BadHeader)] = new("sa taille ou ses couleurs sont fausses", "its size or colours are wrong"),
        [nameof(PngFault.RepeatedChunk)] = new(
            "un bloc unique y figure deux fois", "a chunk that may stand once stands there twice"),
        [nameof(PngFault.UnknownCriticalChunk)] = new(
            "un de ses blocs est inconnu", "one of its chunks is unknown"),
        [nameof(PngFault.PaletteMissing)] = new("ses couleurs manquent", "its colours are missing"),
        [nameof(PngFault.NoImageData)] = new("ses points manquent", "its pixels are missing"),
        [nameof(PngFault.ImageDataSplit)] = new("ses points sont séparés", "its pixels are split"),
        [nameof(PngFault.EndMissing)] = new("il en manque la fin", "its end is missing"),
        [nameof(PngFault.BadEnd)] = new("sa fin est fausse", "its end is wrong"),
        [nameof(PngFault.DataAfterEnd)] = new(
            "quelque chose a été ajouté après sa fin", "something was added after its end"),
        [nameof(SvgFault.TooLarge)] = new("elle est trop grosse", "it is too large"),
        [nameof(SvgFault.BadEncoding)] = new(
            "son texte n’est pas dans l’écriture qu’il annonce", "its text is not in the encoding that it names"),
        [nameof(SvgFault.NulCharacter)] = new("elle contient un signe interdit", "it holds a forbidden character"),
        [nameof(SvgFault.NotWellFormed)] = new("ce n’est pas du XML bien formé", "it is not well-formed XML"),
        [nameof(SvgFault.TooDeep)] = new("elle a trop de niveaux imbriqués", "it is nested too deeply"),
        [nameof(SvgFault.TooManyNodes)] = new("elle a trop d’éléments", "it has too many elements"),
        [nameof(SvgFault.NotSvg)] = new("ce n’est pas un SVG", "it is not an SVG"),
    };

    /// <summary>What is whole and could do harm: it is not damaged, it is turned away.</summary>
    private static readonly Dictionary<string, Text> Refusals = new(StringComparer.Ordinal)
    {
        [nameof(SvgFault.EntityDeclared)] = new(
            "elle déclare une entité, qui pourrait faire lire autre chose qu’elle-même",
            "it declares an entity, which could make its reader read something else"),
    };

    /// <summary>Whether there are words for a fault.</summary>
    public static bool Knows(string fault) => Faults.ContainsKey(fault) || Refusals.ContainsKey(fault);

    public static string Of(IReadOnlyList<string> arguments, ReportLanguage language)
    {
        var fault = arguments.Count > 0 ? arguments[0] : string.Empty;
        return Refusals.TryGetValue(fault, out var refusal)
            ? Refused.In(language, [refusal.In(language, [])])
            : Faults.TryGetValue(fault, out var damage)
                ? Damaged.In(language, [damage.In(language, [])])
                : DamagedSomehow.In(language, []);
    }
}

using Badges.Credentials.Verification.Receipts;

namespace Badges.Credentials.Verification.Texts;

/// <summary>The words for a receipt that was handed in where a badge was expected.</summary>
internal static class ReceiptTexts
{
    public static readonly Dictionary<string, Text> Codes = new(StringComparer.Ordinal)
    {
        [CheckCodes.NotOfReceipt] = new(
            "Ce contrôle ne concerne pas un reçu.", "This check does not apply to a receipt."),
        [CheckCodes.ReceiptOfItsDay] = new(
            "Un reçu dit ce qui a été trouvé ce jour-là. Le badge lui-même n’a pas été contrôlé aujourd’hui.",
            "A receipt says what was found on its day. The badge itself was not checked today."),
        [CheckCodes.ReceiptMalformed] = new(
            "Ce reçu n’est pas fait comme un reçu doit l’être.", "This receipt is not made as a receipt must be."),
        [CheckCodes.PageChanged] = new(
            "La page de ce PDF n’est pas celle qui a été faite avec le reçu.",
            "The page of this PDF is not the one that was made with the receipt."),
    };

    private static readonly Dictionary<string, Text> Titles = new(StringComparer.Ordinal)
    {
        [CheckIds.Format] = new("Le reçu peut être lu", "The receipt can be read"),
        [CheckIds.Context] = new("Les mots du reçu ont leur sens habituel", "The receipt’s words mean what they say"),
        [CheckIds.Schema] = new("Le reçu est complet", "The receipt is complete"),
        [CheckIds.Subject] = new("Le reçu ne nomme personne", "The receipt names nobody"),
        [CheckIds.Issuer] = new("Le reçu dit qui l’a fait", "The receipt says who made it"),
        [CheckIds.Proof] = new("Le reçu n’a pas été modifié", "The receipt was not changed"),
        [CheckIds.Key] = new("La signature est celle du service nommé", "The signature is that of the service named"),
        [CheckIds.Status] = new("L’état du badge aujourd’hui", "How the badge is today"),
        [CheckIds.Picture] = new("La page du PDF n’a pas été modifiée", "The page of the PDF was not changed"),
        [CheckIds.Registry] = new("Le reçu vient de notre service", "The receipt comes from our service"),
    };

    private static readonly Dictionary<string, Text> Passed = new(StringComparer.Ordinal)
    {
        [CheckIds.Format] = new("Le reçu a été lu.", "The receipt was read."),
        [CheckIds.Context] = new("Rien n’y est caché.", "Nothing is hidden in it."),
        [CheckIds.Schema] = new("Tout ce qu’un reçu doit dire est là.", "All that a receipt must say is there."),
        [CheckIds.Issuer] = new("Le service est nommé.", "The service is named."),
        [CheckIds.Proof] = new(
            "Le reçu est tel que le service l’a signé.", "The receipt is as the service signed it."),
        [CheckIds.Key] = new("La clé est bien celle du service nommé.", "The key is that of the service named."),
        [CheckIds.Picture] = new("La page est telle qu’elle a été faite.", "The page is as it was made."),
        [CheckIds.Registry] = new("C’est nous qui l’avons fait.", "It is we who made it."),
    };

    private static readonly Text UnknownService = new(
        "Nous ne connaissons pas le service qui a fait ce reçu.", "We do not know the service that made this receipt.");

    private static readonly Text Good = new(
        "Ceci est un reçu de vérification, signé par notre service : ce n’est pas un badge.",
        "This is a receipt of a check, signed by our service: it is no badge.");

    private static readonly Text GoodButPageChanged = new(
        "Attention : la page de ce PDF a été modifiée. Le reçu qu’elle contient est bien de notre service : seul compte "
        + "ce qui est écrit ici.",
        "Careful: the page of this PDF was changed. The receipt inside it is ours: only what is written here counts.");

    private static readonly Text Wrong = new(
        "Ce reçu de vérification est faux : il a été modifié, ou ne vient pas du service qu’il nomme.",
        "This receipt of a check is false: it was changed, or does not come from the service it names.");

    private static readonly Text UnknownKey = new(
        "Ceci est un reçu de vérification. Il n’a pas été modifié, mais nous ne connaissons pas le service qui l’a "
        + "fait{0}.",
        "This is a receipt of a check. It was not changed, but we do not know the service that made it{0}.");

    private static readonly Text NotChecked = new(
        "Ceci est un reçu de vérification, mais nous n’avons pas pu contrôler sa signature.",
        "This is a receipt of a check, but we could not check its signature.");

    public static string Sentence(ReceiptReading reading, ReportLanguage language)
    {
        var domain = IssuerDomain.Find(reading.Receipt?.Issuer) is { } host ? $" ({host})" : string.Empty;
        return reading switch
        {
            { Signature: ReceiptSignature.Good, IsPageIntact: false } => GoodButPageChanged.In(language, []),
            { Signature: ReceiptSignature.Good } => Good.In(language, []),
            { Signature: ReceiptSignature.UnknownKey } => UnknownKey.In(language, [domain]),
            { Signature: ReceiptSignature.NotChecked } => NotChecked.In(language, []),
            _ => Wrong.In(language, []),
        };
    }

    /// <summary>Null where a badge's words fit a receipt too.</summary>
    public static string? Title(string checkId, ReportLanguage language) =>
        Titles.GetValueOrDefault(checkId)?.In(language, []);

    /// <summary>Null where a badge's words fit a receipt too.</summary>
    public static Text? Detail(Check check) => check.Code switch
    {
        null => Passed.GetValueOrDefault(check.Id),
        CheckCodes.IssuerUnknown => UnknownService,
        _ => null,
    };
}

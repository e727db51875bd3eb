namespace Badges.Credentials.Verification.Texts;

/// <summary>Titles and details of the checks. They are read in the folded part of a report: technical words are allowed
/// here, and explained where that can be done in a few words.</summary>
internal static class ReportTexts
{
    private static readonly Dictionary<string, Text> Titles = new(StringComparer.Ordinal)
    {
        [CheckIds.Format] = new("Le badge peut être lu", "The badge can be read"),
        [CheckIds.Context] = new("Les mots du badge ont leur sens habituel", "The badge’s words mean what they say"),
        [CheckIds.Schema] = new("Le badge est complet", "The badge is complete"),
        [CheckIds.Subject] = new("Le badge dit à qui il est remis", "The badge says to whom it was awarded"),
        [CheckIds.Issuer] = new("Le badge dit qui l’a remis", "The badge says who issued it"),
        [CheckIds.Proof] = new("Le badge n’a pas été modifié", "The badge was not changed"),
        [CheckIds.Key] = new("La signature est celle de la structure", "The signature is the issuer’s"),
        [CheckIds.Refresh] = new("Version plus récente", "Newer copy"),
        [CheckIds.Status] = new("Le badge n’est pas retiré", "The badge was not withdrawn"),
        [CheckIds.Validity] = new("Le badge n’a pas expiré", "The badge has not expired"),
        [CheckIds.Picture] = new("L’image est celle de la structure", "The picture is the issuer’s"),
        [CheckIds.Recipient] = new("Le badge a été remis à cette personne", "The badge was awarded to this person"),
        [CheckIds.Evidence] = new("Preuves", "Evidence"),
        [CheckIds.Endorsements] = new("Soutiens", "Endorsements"),
        [CheckIds.Registry] = new("La structure est connue", "The issuer is known"),
    };

    private static readonly Dictionary<string, Text> PassedTexts = new(StringComparer.Ordinal)
    {
        [CheckIds.Format] = new("Le badge a été lu.", "The badge was read."),
        [CheckIds.Context] = new(
            "Le badge emploie le vocabulaire du standard.", "The badge uses the vocabulary of the standard."),
        [CheckIds.Schema] = new("Tout ce que le standard demande est là.", "All that the standard asks for is there."),
        [CheckIds.Subject] = new("Le badge a un destinataire.", "The badge has a recipient."),
        [CheckIds.Issuer] = new("La structure est nommée.", "The issuer is named."),
        [CheckIds.Proof] = new(
            "Le badge est tel que la structure l’a signé ou publié.",
            "The badge is as its issuer signed or published it."),
        [CheckIds.Key] = new(
            "La clé ou l’adresse appartient bien à la structure.", "The key or the address belongs to the issuer."),
        [CheckIds.Refresh] = new(
            "La structure publie à cette adresse la version en cours du badge.",
            "The issuer publishes the current copy of the badge at this address."),
        [CheckIds.Status] = new(
            "La structure publie les badges retirés : celui-ci n’en est pas.",
            "The issuer publishes which badges were withdrawn: this one was not."),
        [CheckIds.Validity] = new("Le badge compte à cette date.", "The badge is in force at this date."),
        [CheckIds.Picture] = new("L’image est bien celle de la structure.", "The picture is the issuer’s own."),
        [CheckIds.Recipient] = new(
            "L’identité demandée est celle du badge.", "The identity asked about is the badge’s."),
        [CheckIds.Evidence] = new("Les preuves sont celles du badge.", "The evidence is the badge’s."),
        [CheckIds.Endorsements] = new("Les soutiens sont authentiques.", "The endorsements are genuine."),
        [CheckIds.Registry] = new("Nous connaissons cette structure.", "We know this issuer."),
    };

    public static string Title(string checkId, ReportLanguage language) => Titles[checkId].In(language, []);

    /// <summary>What came of a check, and all that is said beside it.</summary>
    public static string Detail(Check check, ReportLanguage language)
    {
        var first = check.IsOfReceipt && ReceiptTexts.Detail(check) is { } ofReceipt
            ? ofReceipt.In(language, check.Arguments)
            : check.Code is { } code
                ? OfCode(code, check.Arguments, language)
                : PassedTexts[check.Id].In(language, check.Arguments);
        return string.Join(
            ' ', check.Remarks.Select(each => OfCode(each.Code, each.Arguments, language)).Prepend(first));
    }

    /// <summary>Whether there is a text for a code.</summary>
    public static bool Knows(string code) => Find(code) is not null;

    private static string OfCode(string code, IReadOnlyList<string> arguments, ReportLanguage language)
    {
        if (code == CheckCodes.PictureUnreadable)
        {
            return PictureTexts.Of(arguments, language);
        }

        var isDate = code is CheckCodes.Expired or CheckCodes.NotYetValid || RegistryTexts.All.ContainsKey(code);
        var shown = isDate ? [.. arguments.Select(each => Dates.Write(each, language))] : arguments;
        return (Find(code) ?? new Text(code, code)).In(language, shown);
    }

    private static Text? Find(string code) =>
        ReadingTexts.All.GetValueOrDefault(code) ?? ProofTexts.All.GetValueOrDefault(code)
            ?? StateTexts.All.GetValueOrDefault(code) ?? RegistryTexts.All.GetValueOrDefault(code)
            ?? ReceiptTexts.Codes.GetValueOrDefault(code);
}

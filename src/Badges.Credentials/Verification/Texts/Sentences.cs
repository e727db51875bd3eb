namespace Badges.Credentials.Verification.Texts;

/// <summary>
/// The one sentence that a person reads first. It never says more than the checks found, never shows the name that an
/// unknown issuer claims, and speaks of an unknown issuer by its domain.
/// </summary>
internal static class Sentences
{
    private static readonly Text Genuine = new(
        "Badge authentique : il vient d’une structure que nous connaissons et n’a pas été modifié.",
        "Genuine badge: it comes from an organisation we know and was not changed.");

    private static readonly Text FromNotRecognised = new(
        "Ce badge n’a pas été modifié, mais la structure qui l’a remis{0} n’était pas reconnue à cette date.",
        "This badge was not changed, but the organisation that issued it{0} was not recognised at that date.");

    private static readonly Text FromUnknown = new(
        "Ce badge n’a pas été modifié, mais nous ne connaissons pas la structure qui l’a remis{0}.",
        "This badge was not changed, but we do not know the organisation that issued it{0}.");

    private static readonly Text FromLookalike = new(
        "Ce badge n’a pas été modifié, mais le nom de la structure imite celui d’une structure connue : ce n’est pas "
        + "elle{0}.",
        "This badge was not changed, but its issuer’s name imitates an organisation we know: it is not that one{0}.");

    private static readonly Text Unknown = new(
        "Nous ne connaissons pas la structure qui l’a remis{0}.", "We do not know the organisation that issued it{0}.");

    private static readonly Text Lookalike = new(
        "Le nom de la structure imite celui d’une structure connue : ce n’est pas elle{0}.",
        "Its issuer’s name imitates an organisation we know: it is not that one{0}.");

    private static readonly Text Revoked = new(
        "Ce badge a été retiré par la structure qui l’avait remis.",
        "This badge was withdrawn by the organisation that issued it.");

    private static readonly Text Suspended = new(
        "Ce badge est suspendu : la structure qui l’a remis l’a retiré pour un temps.",
        "This badge is suspended: the organisation that issued it withdrew it for a time.");

    private static readonly Text Expired = new(
        "{0}, mais il a expiré le {1}.", "{0}, but it expired on {1}.");

    private static readonly Text NotYetValid = new(
        "{0}, mais il ne compte qu’à partir du {1}.", "{0}, but it counts only from {1}.");

    private static readonly Text IsGenuine = new("Ce badge est authentique", "This badge is genuine");

    private static readonly Text IsUnchanged = new("Ce badge n’a pas été modifié", "This badge was not changed");

    private static readonly Text OtherPerson = new(
        "{0}, mais il n’a pas été remis à cette personne.", "{0}, but it was not awarded to this person.");

    private static readonly Text PersonNotTold = new(
        "{0}, mais nous ne pouvons pas confirmer qu’il a été remis à cette personne.",
        "{0}, but we cannot confirm that it was awarded to this person.");

    private static readonly Text StatusNotTold = new(
        "{0}, mais nous n’avons pas pu savoir s’il a été retiré.",
        "{0}, but we could not learn whether it was withdrawn.");

    private static readonly Text NotTold = new(
        "Nous n’avons pas pu tout contrôler : nous ne pouvons pas dire si ce badge est authentique.",
        "We could not check everything: we cannot say whether this badge is genuine.");

    private static readonly Text TooOld = new(
        "Ce badge est d’un ancien format, que nous ne savons pas contrôler : nous ne pouvons pas dire s’il est "
        + "authentique.",
        "This badge is of an old format that we cannot check: we cannot say whether it is genuine.");

    private static readonly Text NotRead = new(
        "Nous n’avons pas pu lire de badge dans ce qui a été donné.",
        "We could not read a badge in what was handed in.");

    private static readonly Text OtherPicture = new(
        "L’image donnée n’est pas celle de la structure.", "The picture handed in is not the organisation’s.");

    private static readonly Text Malformed = new(
        "Ce badge n’est pas authentique : il n’est pas fait comme un badge doit l’être.",
        "This badge is not genuine: it is not made as a badge must be.");

    private static readonly Text Changed = new(
        "Ce badge n’est pas authentique : il a été modifié, ou ne vient pas de la structure qu’il nomme.",
        "This badge is not genuine: it was changed, or does not come from the organisation it names.");

    private static readonly Text NotIssuers = new(
        "Ce badge n’est pas authentique : il ne vient pas de la structure qu’il nomme.",
        "This badge is not genuine: it does not come from the organisation it names.");

    /// <summary>The sentence on the badge; a second one on its picture, when that is another one than the
    /// issuer's.</summary>
    public static string Of(VerificationReport report, ReportLanguage language) =>
        Find(report, CheckIds.Picture) is { HasFailed: true }
            ? $"{OfBadge(report, language)} {OtherPicture.In(language, [])}"
            : OfBadge(report, language);

    private static string OfBadge(VerificationReport report, ReportLanguage language)
    {
        if (report.Receipt is { } receipt)
        {
            return ReceiptTexts.Sentence(receipt, language);
        }

        var unchanged = (report.Trust is Trust.Known ? IsGenuine : IsUnchanged).In(language, []);
        var domain = IssuerDomain.Find(report.Credential?.Issuer.Id) is { } name ? $" ({name})" : string.Empty;
        string Say(Text text, params string[] arguments) => text.In(language, arguments);
        string Date(string id) =>
            Find(report, id) is { Arguments: [var date, ..] } ? Dates.Write(date, language) : string.Empty;
        string AboutIssuer(string sentence) => report.Trust switch
        {
            Trust.Unknown when domain.Length > 0 => $"{sentence} {Say(Unknown, domain)}",
            Trust.Lookalike => $"{sentence} {Say(Lookalike, domain)}",
            _ => sentence,
        };

        return report.Verdict switch
        {
            Verdict.Valid => report.Trust switch
            {
                Trust.Known => Say(Genuine),
                Trust.Lookalike => Say(FromLookalike, domain),
                _ => Say(report.Standing?.Entry is null ? FromUnknown : FromNotRecognised, domain),
            },
            Verdict.Revoked => AboutIssuer(Say(Revoked)),
            Verdict.Suspended => AboutIssuer(Say(Suspended)),
            Verdict.Expired => AboutIssuer(Say(Expired, unchanged, Date(CheckIds.Validity))),
            Verdict.NotYetValid => AboutIssuer(Say(NotYetValid, unchanged, Date(CheckIds.Validity))),
            Verdict.Undetermined => OfUndetermined(report, unchanged, Say, AboutIssuer),
            _ => OfInvalid(report, unchanged, Say, AboutIssuer),
        };
    }

    private delegate string Saying(Text text, params string[] arguments);

    private static string OfUndetermined(
        VerificationReport report, string unchanged, Saying say, Func<string, string> aboutIssuer)
    {
        if (report.Format is CredentialFormat.OpenBadges1)
        {
            return say(TooOld);
        }

        if (report.Checks.Any(check => CheckIds.Decisive.Contains(check.Id) && check.Outcome is CheckOutcome.NotRun))
        {
            return say(NotTold);
        }

        var isStatusOpen = Find(report, CheckIds.Status) is { Outcome: CheckOutcome.NotRun };
        return aboutIssuer(say(isStatusOpen ? StatusNotTold : PersonNotTold, unchanged));
    }

    private static string OfInvalid(
        VerificationReport report, string unchanged, Saying say, Func<string, string> aboutIssuer)
    {
        bool Failed(string id) => Find(report, id) is { HasFailed: true };

        return 0 switch
        {
            _ when Failed(CheckIds.Format) => say(NotRead),
            _ when Failed(CheckIds.Context) || Failed(CheckIds.Schema) || Failed(CheckIds.Subject)
                || Failed(CheckIds.Issuer) =>
                say(Malformed),
            _ when Failed(CheckIds.Proof) => say(Changed),
            _ when Failed(CheckIds.Key) => say(NotIssuers),
            _ => aboutIssuer(say(OtherPerson, unchanged)),
        };
    }

    private static Check? Find(VerificationReport report, string id) =>
        report.Checks.FirstOrDefault(check => check.Id == id);
}

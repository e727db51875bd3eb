using Badges.Credentials.Verification;
using Badges.Credentials.Verification.Receipts;
using Badges.Imaging.Sheets;
using Badges.Server.Features.Verification;
using Badges.Server.Web;
using Badges.Server.Web.Components;

namespace Badges.Server.Features.Receipts;

/// <summary>The words of a printed receipt: those of the verification page, and what a receipt is worth.</summary>
public static class ReceiptSheets
{
    /// <param name="structure">The name of the structure as we know it; a stranger's name is never printed.</param>
    /// <param name="verifier">The address of the verification form.</param>
    public static ReceiptSheet Of(Receipt receipt, string? structure, Language language, string verifier)
    {
        var report = receipt.ToReport();
        var words = new Words(language);
        return new ReceiptSheet
        {
            Service = "Badges INAÉ",
            Heading = words.Pick("Reçu de vérification", "Receipt of a check"),
            MadeAt = words.Pick(
                $"Vérifié le {language.Instant(receipt.CheckedAt)} (heure de Paris)",
                $"Checked on {language.Instant(receipt.CheckedAt)} (Paris time)"),
            At = receipt.CheckedAt,
            Tone = VerdictView.ToneOf(report) switch
            {
                VerdictTone.Authentic => SheetTone.Green,
                VerdictTone.Unknown => SheetTone.Amber,
                VerdictTone.False => SheetTone.Red,
                _ => SheetTone.Grey,
            },
            Sentence = words.Set(VerdictWords.Sentence(report, language)),
            Facts = [.. Facts(receipt, structure, words)],
            ChecksHeading = words.Pick("Les contrôles faits ce jour-là", "The checks made on that day"),
            Checks =
            [
                .. report.Checks.Where(check => check.Outcome is not CheckOutcome.NotApplicable)
                    .Select(check => CheckOf(check, words)),
            ],
            Warning = words.Pick("Ce n'est pas un diplôme.", "It is not a diploma."),
            Notes = Notes(words),
            Links = [.. Links(receipt, structure, verifier, words)],
            Footer = words.Pick(
                "Ce reçu ne nomme personne. Le service ne garde rien de cette vérification.",
                "This receipt names nobody. The service keeps nothing of this check."),
        };
    }

    private static IEnumerable<SheetFact> Facts(Receipt receipt, string? structure, Words words)
    {
        if (receipt.BadgeName is { } name)
        {
            yield return new(words.Pick("Badge", "Badge"), name);
        }

        if (structure is not null && receipt.Trust == Trust.Known)
        {
            yield return new(words.Pick("Remis par", "Issued by"), structure);
        }
        else if (receipt.BadgeIssuer is { } issuer)
        {
            yield return new(words.Pick("Remis par", "Issued by"), words.Pick(
                $"{VerdictWords.Domain(issuer, words.Language)} (nous ne connaissons pas cette structure)",
                $"{VerdictWords.Domain(issuer, words.Language)} (we do not know this organisation)"));
        }

        if (receipt.BadgeId is { } id)
        {
            yield return new(words.Pick("Identifiant du badge", "Badge identifier"), id);
        }

        if (receipt.Container is { } container)
        {
            yield return new(words.Pick("Ce qui a été donné", "What was handed in"), NameOf(container, words));
        }

        yield return new(words.Pick("Son empreinte (SHA-256)", "Its digest (SHA-256)"), receipt.Sha256);
    }

    private static string NameOf(SubmissionContainer container, Words words) => container switch
    {
        SubmissionContainer.Png => words.Pick("Une image PNG", "A PNG picture"),
        SubmissionContainer.Svg => words.Pick("Un dessin SVG", "An SVG drawing"),
        SubmissionContainer.Url => words.Pick(
            "Une adresse ; l'empreinte est celle de ce qui s'y trouvait",
            "An address; the digest is that of what stood there"),
        _ => words.Pick("Un texte", "A text"),
    };

    private static SheetCheck CheckOf(Check check, Words words) => new(
        check.Outcome switch
        {
            CheckOutcome.Passed => SheetMark.Check,
            CheckOutcome.Failed => SheetMark.Cross,
            _ => SheetMark.Question,
        },
        words.Set(check.Title(VerdictWords.Of(words.Language))),
        check.Outcome switch
        {
            CheckOutcome.Passed => words.Pick("réussi", "passed"),
            CheckOutcome.Failed => words.Pick("non réussi", "failed"),
            _ => words.Pick("n'a pas pu être fait", "could not be run"),
        });

    private static IReadOnlyList<SheetNote> Notes(Words words) =>
    [
        new(
            words.Pick("Ce que ce reçu montre", "What this receipt shows"),
            words.Pick(
                "Ce jour-là, notre service a contrôlé le fichier qui a cette empreinte et a trouvé ce qui est écrit "
                + "ici. Le reçu est signé : si quelqu'un le change, cela se voit.",
                "On that day, our service checked the file that has this digest and found what is written here. The "
                + "receipt is signed: if somebody changes it, it shows.")),
        new(
            words.Pick("Ce qu'il ne montre pas", "What it does not show"),
            words.Pick(
                "Il ne dit pas ce qu'il en est aujourd'hui : le badge a pu être retiré ou expirer depuis. Il ne dit "
                + "pas à qui le badge a été remis.",
                "It does not say how things are today: the badge may have been withdrawn or have expired since. It "
                + "does not say to whom the badge was awarded.")),
    ];

    /// <summary>Only the address of a badge whose structure we know is printed so that it can be opened.</summary>
    private static IEnumerable<SheetLink> Links(Receipt receipt, string? structure, string verifier, Words words)
    {
        yield return new(
            words.Pick(
                "Pour contrôler ce reçu, déposez ce fichier PDF à cette adresse :",
                "To check this receipt, bring this PDF file to this address:"),
            verifier);
        if (structure is not null && receipt is { Trust: Trust.Known, BadgeId: { } id }
            && Uri.TryCreate(id, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
        {
            yield return new(
                words.Pick(
                    "Le badge, vérifié à nouveau à chaque visite :", "The badge, checked again at each visit:"),
                id);
        }
    }

    private sealed record Words(Language Language)
    {
        public string Pick(string french, string english) =>
            Language == Language.English ? english : Typography.French(french).Replace('\'', '’');

        public string Set(string text) => Language == Language.English ? text : Typography.French(text);
    }
}

using Badges.Credentials.Verification;
using Badges.Credentials.Verification.Texts;
using Badges.Server.Web;
using Badges.Server.Web.Components;

namespace Badges.Server.Features.Verification;

/// <summary>
/// The words of an answer that the report does not have: what was not a badge at all, and what to do now.
/// </summary>
public static class VerdictWords
{
    public static ReportLanguage Of(Language language) =>
        language == Language.English ? ReportLanguage.English : ReportLanguage.French;

    /// <summary>Nothing that could be false: a file that is no badge, an address that cannot be asked.</summary>
    public static bool IsNoBadgeAtAll(VerificationReport report) =>
        report.Credential is null && Unreadable(report) is not null;

    public static string Sentence(VerificationReport report, Language language) =>
        (report.Credential is null ? Unreadable(report) : null)?.Sentence(language) ?? report.Sentence(Of(language));

    /// <summary>What to do now, right under the sentence.</summary>
    public static IReadOnlyList<string> Advice(VerificationReport report, Language language)
    {
        if (report.Credential is null && Unreadable(report) is { } words)
        {
            return [words.Advice(language)];
        }

        return report.Verdict switch
        {
            Verdict.Undetermined =>
            [
                Pick(
                    language,
                    "Essayez à nouveau dans quelques minutes. Si cela continue, demandez à la structure qui l'a remis.",
                    "Try again in a few minutes. If it goes on, ask the organisation that issued it."),
            ],
            Verdict.Revoked or Verdict.Suspended =>
            [
                Pick(
                    language,
                    "Ne vous appuyez plus sur ce badge. Pour en savoir plus, appelez la structure, ou parlez-en avec "
                    + "la personne : elle a peut-être un autre badge.",
                    "No longer rely on this badge. To know more, call the organisation, or talk with the person: they "
                    + "may have another badge."),
            ],
            Verdict.Expired =>
            [
                Pick(
                    language,
                    "Ce que la personne a fait, elle l'a fait. Demandez-lui si elle a un badge plus récent, ou appelez "
                    + "la structure.",
                    "What the person did, they did. Ask them whether they have a newer badge, or call the "
                    + "organisation."),
            ],
            Verdict.NotYetValid =>
            [
                Pick(
                    language, "Revenez à cette date, ou appelez la structure.",
                    "Come back on that date, or call the organisation."),
            ],
            Verdict.Invalid =>
            [
                Pick(
                    language,
                    "Ne vous appuyez pas sur ce fichier. Demandez à la personne le lien de son badge, le code écrit sur "
                    + "sa carte, ou le fichier d'origine.",
                    "Do not rely on this file. Ask the person for the link of the badge, the code written on their "
                    + "card, or the original file."),
            ],
            Verdict.Valid when report.Trust == Trust.Unknown =>
            [
                Pick(
                    language,
                    "Renseignez-vous sur cette structure avant de vous y fier : cherchez vous-même son téléphone.",
                    "Find out about this organisation before relying on it: look up its phone number yourself."),
            ],
            Verdict.Valid when report.Trust == Trust.Lookalike =>
            [
                Pick(
                    language,
                    "Son nom ressemble à celui d'une structure de notre réseau, mais ce badge ne vient pas d'elle.",
                    "Its name looks like that of an organisation of our network, but this badge does not come from "
                    + "it."),
            ],
            _ => [],
        };
    }

    /// <summary>The answer to a picture or text that carries no badge. It is no sign of fraud, and says so.</summary>
    public static VerdictModel NoBadge(VerificationAnswer answer, Language language) => new()
    {
        Tone = VerdictTone.Unverifiable,
        Sentence = answer.Origin switch
        {
            { Fetched: SubmissionContainer.Html } => Pick(
                language,
                "À cette adresse, il y a une page, mais nous n'y avons pas trouvé de badge.",
                "There is a page at this address, but we found no badge in it."),
            { Fetched: null, Container: SubmissionContainer.Png or SubmissionContainer.Svg } => Pick(
                language, "Cette image ne porte pas de badge.", "This picture carries no badge."),
            { Container: SubmissionContainer.Url } => Pick(
                language, "À cette adresse, il n'y a pas de badge.", "There is no badge at this address."),
            { Container: SubmissionContainer.Pdf } => Pick(
                language,
                "Ce fichier PDF ne porte ni badge ni reçu que nous sachions lire.",
                "This PDF file carries neither a badge nor a receipt that we can read."),
            _ => Pick(language, "Ce texte n'est pas un badge.", "This text is not a badge."),
        },
        CheckedAt = answer.At,
        Advice =
        [
            Pick(
                language,
                "Ce n'est pas un signe de fraude. Les messageries, les téléphones et les captures d'écran enlèvent "
                + "souvent ce que l'image porte en elle.",
                "This is no sign of fraud. Messengers, phones and screenshots often strip what the picture carries."),
            Pick(
                language,
                "Demandez à la personne le lien de son badge, le code écrit sur sa carte, ou le fichier d'origine.",
                "Ask the person for the link of the badge, the code written on their card, or the original file."),
        ],
    };

    /// <summary>The answer to an address of ours that was withdrawn at the person's wish.</summary>
    public static VerdictModel Gone(VerificationAnswer answer, Language language) => new()
    {
        Tone = VerdictTone.Unverifiable,
        Sentence = Pick(
            language,
            "Cette page n'existe plus, à la demande de la personne.",
            "This page no longer exists, at the person's request."),
        CheckedAt = answer.At,
        Advice = [Pick(language, "Cela ne dit rien de ses compétences.", "This says nothing of what they can do.")],
    };

    /// <summary>Where a stranger's badge comes from: its domain, never the name that it claims.</summary>
    public static string Domain(string? issuerId, Language language) =>
        IssuerDomain.Find(issuerId)
        ?? Pick(language, "une structure que nous ne connaissons pas", "an organisation we do not know");

    private static UnreadableWords? Unreadable(VerificationReport report) =>
        report.Checks.FirstOrDefault(check => check.Id == CheckIds.Format) is { } format
            ? UnreadableWords.Find(format)
            : null;

    private static string Pick(Language language, string french, string english) =>
        language == Language.English ? english : french;
}

using System.Text;
using Badges.Credentials.Verification;
using Badges.Credentials.Verification.Receipts;

namespace Badges.Cli;

/// <summary>A report as people read it in a terminal: the sentence first, then a line for each check.</summary>
public static class VerificationText
{
    private const int LongestText = 160;

    public static string Of(VerificationReport report, ReportLanguage language)
    {
        var text = new StringBuilder(report.Sentence(language)).AppendLine();
        if (report.Credential is { } said)
        {
            text.AppendLine();
            AppendFact(text, language, "Badge", "Badge", said.Name);
            AppendFact(text, language, "Remis par", "Issuer", said.Issuer.Id);
            AppendFact(text, language, "Identifiant", "Identifier", said.Id);
            AppendFact(text, language, "Image", "Picture", said.Image);
        }

        AppendReceipt(text, language, report.Receipt);
        text.AppendLine();
        var width = report.Checks.Max(check => check.Title(language).Length);
        foreach (var check in report.Checks)
        {
            text.Append("  ").Append(MarkOf(check.Outcome, language).PadRight(10))
                .Append(check.Title(language).PadRight(width));
            if (check.Outcome is CheckOutcome.Failed or CheckOutcome.NotRun)
            {
                text.Append("  ").Append(Printable(check.Detail(language)));
            }

            text.AppendLine();
        }

        return text.ToString().TrimEnd();
    }

    public static string NoBadge(ReportLanguage language) => language == ReportLanguage.English
        ? "No badge was found in it. A picture that went through a messenger often loses its badge."
        : "Aucun badge trouvé. Une image passée par une messagerie perd souvent le badge qu'elle portait.";

    /// <summary>What a receipt says, as its maker's word; nothing of one that was changed.</summary>
    private static void AppendReceipt(StringBuilder text, ReportLanguage language, ReceiptReading? reading)
    {
        if (reading is not { Signature: not ReceiptSignature.Wrong, Receipt: { } said })
        {
            return;
        }

        text.AppendLine();
        AppendFact(text, language, "Reçu de", "Receipt by", said.Issuer);
        AppendFact(text, language, "Contrôlé le", "Checked on", $"{said.CheckedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        AppendFact(text, language, "Ce jour-là", "On that day", said.ToReport().Sentence(language));
        AppendFact(text, language, "Badge", "Badge", said.BadgeName);
        AppendFact(text, language, "Identifiant", "Identifier", said.BadgeId);
        AppendFact(text, language, "SHA-256", "SHA-256", said.Sha256);
    }

    private static void AppendFact(
        StringBuilder text, ReportLanguage language, string french, string english, string? value)
    {
        if (value is not null)
        {
            text.Append("  ").Append((language == ReportLanguage.English ? english : french).PadRight(14))
                .AppendLine(Printable(value));
        }
    }

    private static string MarkOf(CheckOutcome outcome, ReportLanguage language) => (outcome, language) switch
    {
        (CheckOutcome.Passed, ReportLanguage.French) => "oui",
        (CheckOutcome.Failed, ReportLanguage.French) => "NON",
        (CheckOutcome.NotRun, ReportLanguage.French) => "pas fait",
        (CheckOutcome.Passed, _) => "yes",
        (CheckOutcome.Failed, _) => "NO",
        (CheckOutcome.NotRun, _) => "not run",
        _ => "-",
    };

    /// <summary>What others wrote must not move the cursor, colour the terminal or fill the screen.</summary>
    private static string Printable(string text)
    {
        var line = string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
        return line.Length <= LongestText ? line : line[..LongestText] + "…";
    }
}

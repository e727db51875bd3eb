using Badges.Credentials.Verification;
using Badges.Server.Calendar;
using Badges.Server.Web;
using Badges.Server.Web.Components;

namespace Badges.Server.Features.Verification;

/// <summary>
/// From the report to what a person sees. Green only when the verdict is valid and the issuer is known; amber when it
/// is valid and nobody here knows the issuer, whose claimed name is then never shown; red for what is false, retired or
/// expired; grey for what could not be checked.
/// </summary>
public static class VerdictView
{
    public static VerdictModel Of(VerificationReport report, Language language, OwnAward? own = null)
    {
        var model = new VerdictModel
        {
            Tone = ToneOf(report),
            Sentence = VerdictWords.Sentence(report, language),
            CheckedAt = report.CheckedAt,
            Advice = VerdictWords.Advice(report, language),
            Checks = [.. report.Checks.Select(check => CheckOf(check, language))],
            Technical = VerdictTechnical.Of(report, language),
        };
        model = report.IsGenuine && report.Credential is { } said ? WithFacts(model, report, said, language) : model;
        model = own is null ? model : OwnVerdictView.Complete(model, report, own, language);
        return model with { PictureNote = IssuerPictureView.NoteOf(report, model.PictureUrl is not null, language) };
    }

    public static VerdictTone ToneOf(VerificationReport report) => report.Verdict switch
    {
        Verdict.Valid => report.Trust == Trust.Known ? VerdictTone.Authentic : VerdictTone.Unknown,
        Verdict.Undetermined => VerdictTone.Unverifiable,
        Verdict.Invalid when VerdictWords.IsNoBadgeAtAll(report) => VerdictTone.Unverifiable,
        _ => VerdictTone.False,
    };

    private static VerdictModel WithFacts(
        VerdictModel model, VerificationReport report, CredentialSummary said, Language language) => model with
        {
            Who = report.Verdict == Verdict.Invalid ? null : said.Recipient.ShownAs,
            What = said.Name,
            PictureUrl = report.Trust == Trust.Known ? IssuerPictureView.UrlOf(report.IssuerPicture) : null,
            PictureAlt = language == Language.English ? "The badge's picture" : "L'image du badge",
            FromWhom = report.Trust == Trust.Known
                ? report.Standing?.Entry?.Name ?? said.Issuer.Name
                : VerdictWords.Domain(said.Issuer.Id, language),
            IssuedOn = DayOf(said.IssuedOn),
            ExpiresOn = DayOf(said.Expires),
            Criteria = [.. said.Criteria.SelectMany(criterion => PlainLines.Of(criterion.Narrative))],
            Evidence = [.. said.Evidence.Select(evidence => EvidenceOf(evidence, language))],
            Alignments =
            [
                .. said.Alignments.Where(alignment => alignment.Name is not null || alignment.Url is not null)
                    .Select(alignment => AlignmentOf(alignment, language)),
            ],
            Results = VerdictResults.Of(said.Results, language),
            IsAsWritten = true,
        };

    private static VerdictCheck CheckOf(Check check, Language language)
    {
        var reportLanguage = VerdictWords.Of(language);
        return new VerdictCheck
        {
            Title = check.Title(reportLanguage),
            Detail = check.Detail(reportLanguage),
            Outcome = check.Outcome switch
            {
                CheckOutcome.Passed => VerdictOutcome.Passed,
                CheckOutcome.Failed => VerdictOutcome.Failed,
                CheckOutcome.NotRun => VerdictOutcome.NotRun,
                _ => VerdictOutcome.NotApplicable,
            },
            Source = check.Source,
            At = check.At,
        };
    }

    private static VerdictEvidence EvidenceOf(EvidenceSummary evidence, Language language)
    {
        var lines = PlainLines.Of(evidence.Narrative ?? evidence.Description);
        return new VerdictEvidence(
            evidence.Name ?? (language == Language.English ? "A piece of evidence" : "Une preuve"),
            lines.Count > 0 ? string.Join(' ', lines) : null,
            LinkOf(evidence.Id));
    }

    private static VerdictAlignment AlignmentOf(AlignmentSummary alignment, Language language) => new(
        language == Language.English ? "Refers to" : "Se réfère à",
        alignment.Name ?? alignment.Url ?? "",
        LinkOf(alignment.Url),
        string.Join(' ', PlainLines.Of(alignment.Description).Prepend(alignment.Code).Prepend(alignment.Framework)
            .Where(text => !string.IsNullOrEmpty(text))));

    /// <summary>An address that may be followed: others' words never become anything but a page on the web.</summary>
    private static string? LinkOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var link) && link.Scheme == "https" ? link.AbsoluteUri : null;

    private static DateOnly? DayOf(DateTimeOffset? instant) =>
        instant is { } known ? ParisCalendar.DayOf(known) : null;
}

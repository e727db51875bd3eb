using Badges.Credentials.Verification;
using Badges.Credentials.Verification.Receipts;
using Badges.Server.Web;
using Badges.Server.Web.Components;

namespace Badges.Server.Features.Verification;

/// <summary>
/// What a person sees of a receipt that was handed in. It is never green: of the badge it only says what was found on
/// another day.
/// </summary>
public sealed record ReceiptView
{
    public required VerdictTone Tone { get; init; }
    public required string Sentence { get; init; }
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>What it says, when it is ours; otherwise nothing of it is shown.</summary>
    public Receipt? Said { get; init; }

    /// <summary>What was found on that day, in a sentence.</summary>
    public string? SentenceOfThatDay { get; init; }

    public IReadOnlyList<KeyValue> Facts { get; init; } = [];

    /// <summary>Identifiers and the digest, folded last.</summary>
    public IReadOnlyList<KeyValue> Technical { get; init; } = [];

    public IReadOnlyList<VerdictCheck> ChecksOfThatDay { get; init; } = [];

    /// <summary>The checks of the receipt itself, made now.</summary>
    public required IReadOnlyList<VerdictCheck> Checks { get; init; }

    /// <summary>Where the badge can be checked today; null when its identifier is no address.</summary>
    public string? BadgeAddress { get; init; }

    /// <param name="structure">The name of the badge's structure as we know it.</param>
    public static ReceiptView Of(
        VerificationReport report, ReceiptReading reading, string? structure, Language language)
    {
        var view = new ReceiptView
        {
            Tone = reading switch
            {
                { Signature: ReceiptSignature.Wrong } => VerdictTone.False,
                { Signature: ReceiptSignature.UnknownKey } or { IsPageIntact: false } => VerdictTone.Unknown,
                _ => VerdictTone.Unverifiable,
            },
            Sentence = report.Sentence(VerdictWords.Of(language)),
            CheckedAt = report.CheckedAt,
            Checks = VerdictView.Of(report, language).Checks,
        };
        return reading is { Signature: ReceiptSignature.Good, Receipt: { } said }
            ? view.Saying(said, structure, language)
            : view;
    }

    private ReceiptView Saying(Receipt said, string? structure, Language language)
    {
        var then = said.ToReport();
        string Pick(string french, string english) => language == Language.English ? english : french;
        return this with
        {
            Said = said,
            SentenceOfThatDay = then.Sentence(VerdictWords.Of(language)),
            ChecksOfThatDay = VerdictView.Of(then, language).Checks,
            Facts =
            [
                .. Row("Badge", said.BadgeName),
                .. Row(
                    Pick("Remis par", "Issued by"),
                    said.BadgeIssuer is not { } issuer ? null
                        : said.Trust == Trust.Known && structure is not null ? structure
                        : VerdictWords.Domain(issuer, language)),
            ],
            Technical =
            [
                .. Row(Pick("Identifiant du badge", "Badge identifier"), said.BadgeId),
                .. Row(
                    Pick("Empreinte du fichier contrôlé (SHA-256)", "Digest of the file checked (SHA-256)"),
                    said.Sha256),
            ],
            BadgeAddress = Uri.TryCreate(said.BadgeId, UriKind.Absolute, out var address)
                && address.Scheme is "https" or "http"
                    ? said.BadgeId
                    : null,
        };
    }

    private static IEnumerable<KeyValue> Row(string label, string? value) =>
        value is null ? [] : [new KeyValue(label, value)];
}

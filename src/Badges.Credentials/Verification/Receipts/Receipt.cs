using System.Security.Cryptography;

namespace Badges.Credentials.Verification.Receipts;

/// <summary>
/// What a verification found, to be kept: the verdict, the badge's identifier, the digest of what was handed in, the
/// instant and the checks. It names nobody: neither the recipient nor whoever was asked about.
/// </summary>
public sealed record Receipt
{
    /// <summary>More text than this is no name or address of a badge: it is left out.</summary>
    internal const int LongestText = 512;

    /// <summary>The identifier of the service that checked.</summary>
    public required string Issuer { get; init; }

    /// <summary>When it checked.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>What it came to.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Whether the badge's issuer was known.</summary>
    public required Trust Trust { get; init; }

    /// <summary>The standard that the badge follows.</summary>
    public CredentialFormat? Format { get; init; }

    /// <summary>In what it was handed in.</summary>
    public SubmissionContainer? Container { get; init; }

    /// <summary>The SHA-256 of what was handed in, or of what stood at the address that was; hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The identifier that the badge gives itself.</summary>
    public string? BadgeId { get; init; }

    /// <summary>The badge's name; null unless its issuer was found to have signed it.</summary>
    public string? BadgeName { get; init; }

    /// <summary>The identifier of the badge's issuer, never its name; null unless it was found to have signed.</summary>
    public string? BadgeIssuer { get; init; }

    /// <summary>What each check found, without what was said beside it.</summary>
    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>The page that the receipt was printed on, when it was.</summary>
    public ReceiptPage? Page { get; init; }

    /// <summary>
    /// The receipt of a verification; null when no badge was read, and of a receipt. Whom somebody asked about does not
    /// count: the verdict is the one without that question.
    /// </summary>
    /// <param name="report">What was found.</param>
    /// <param name="submitted">The bytes that were handed in or fetched.</param>
    /// <param name="issuer">The identifier of the service that checked.</param>
    public static Receipt? Of(VerificationReport report, ReadOnlySpan<byte> submitted, string issuer)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Credential is not { } said)
        {
            return null;
        }

        List<Check> checks = [.. report.Checks.Select(Bare)];
        return new()
        {
            Issuer = issuer,
            CheckedAt = report.CheckedAt,
            Verdict = Verdicts.Of(checks),
            Trust = report.Trust,
            Format = report.Format,
            Container = report.Container,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(submitted)),
            BadgeId = IsIdentifier(said.Id) ? said.Id : null,
            BadgeName = report.IsGenuine && IsShort(said.Name) ? said.Name : null,
            BadgeIssuer = report.IsGenuine && IsIdentifier(said.Issuer.Id) ? said.Issuer.Id : null,
            Checks = checks,
        };
    }

    /// <summary>The report again, as far as the receipt holds it: its sentence, titles and details are the same.</summary>
    public VerificationReport ToReport() => new()
    {
        Verdict = Verdict,
        Trust = Trust,
        Format = Format,
        Container = Container,
        CheckedAt = CheckedAt,
        Checks = Checks,
        Credential = new() { Id = BadgeId, Name = BadgeName, Issuer = new(BadgeIssuer, null, null) },
    };

    internal static bool IsShort(string? text) => text is { Length: > 0 and <= LongestText };

    internal static bool IsIdentifier(string? text) =>
        IsShort(text) && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http" or "urn" or "did";

    /// <summary>The outcome alone. Of what a code speaks of only dates are kept: all else may speak of a person.</summary>
    private static Check Bare(Check check) => check.Id == CheckIds.Recipient
        ? Check.NotApplicable(CheckIds.Recipient, CheckCodes.NobodyAsked)
        : new()
        {
            Id = check.Id,
            Outcome = check.Outcome,
            Code = check.Code,
            Arguments = check.Code is CheckCodes.Expired or CheckCodes.NotYetValid ? check.Arguments : [],
            Source = IsShort(check.Source) ? check.Source : null,
            At = check.At,
        };
}

/// <summary>The page of a printed receipt, so that a changed one is found out.</summary>
/// <param name="Language">The language it is written in, such as <c>fr</c>.</param>
/// <param name="Sha256">The SHA-256 of the page without the receipt inside; hexadecimal.</param>
public sealed record ReceiptPage(string Language, string Sha256);

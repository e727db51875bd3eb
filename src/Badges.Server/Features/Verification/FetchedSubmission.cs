using Badges.Credentials.Verification;
using Badges.Server.Http;

namespace Badges.Server.Features.Verification;

/// <summary>What stood at an address that was handed in: a badge, no badge, or nothing that could be had.</summary>
public sealed record FetchedSubmission
{
    public required ReportOrigin Origin { get; init; }

    /// <summary>Null when nothing was there to be read.</summary>
    public SubmittedBadge? Badge { get; init; }

    /// <summary>What stood there, as it came.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The report of an address that gave nothing.</summary>
    public VerificationReport? Report { get; init; }

    public bool IsGone { get; init; }

    /// <summary>The record that a page links; null for anything else than such a page.</summary>
    public string? LinkedAddress { get; init; }

    /// <summary>The document, when it is what the badge's own address answers.</summary>
    public IReadOnlyList<FetchedDocument> AtHand { get; init; } = [];

    private static ReportOrigin Url { get; } = new(SubmissionContainer.Url);

    public static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http" && text.Length <= FetchableAddress.MaximumLength;

    public static string WithoutFragment(string address) => address.Split('#', 2)[0];

    public static FetchedSubmission NotAllowed(string address, DateTimeOffset now) => new()
    {
        Origin = Url,
        Report = VerificationReport.Unreadable(Url, CheckCodes.AddressNotAllowed, [address], now),
    };

    public static FetchedSubmission Of(FetchedDocument document, bool allowLoopback) => document switch
    {
        { Outcome: FetchOutcome.Forbidden } when MayNeverBeFetched(document.Address, allowLoopback) =>
            NotAllowed(document.Address, document.At),
        { Outcome: FetchOutcome.Forbidden } => NotHad(document, CheckCodes.AddressForbidden),
        { Outcome: FetchOutcome.TooLarge } => NotHad(document, CheckCodes.DocumentTooLarge),
        { Outcome: FetchOutcome.NotFound } => NotHad(document, CheckCodes.DocumentNotFound),
        { IsThere: true } => Read(document),
        { Outcome: FetchOutcome.Fetched, Status: 404 or 410 } => OfAbsent(document),
        _ => NotHad(document, CheckCodes.DocumentUnreachable),
    };

    /// <summary>An assertion that was taken back answers 410, and may say so in a document.</summary>
    private static FetchedSubmission OfAbsent(FetchedDocument document) =>
        Read(document) is { Badge.Credential.Format: CredentialFormat.OpenBadges2Hosted } withdrawn
            ? withdrawn
            : NotHad(document, CheckCodes.DocumentNotFound) with { IsGone = document is { IsOwn: true, Status: 410 } };

    /// <summary>The same, found through a page that links it: what that in its turn links is not followed.</summary>
    public FetchedSubmission BehindPage()
    {
        var origin = Origin with { Fetched = SubmissionContainer.Html };
        return this with
        {
            Origin = origin,
            Report = Report is null ? null : Report with { Fetched = origin.Fetched },
            LinkedAddress = null,
        };
    }

    private static FetchedSubmission Read(FetchedDocument document)
    {
        var badge = SubmittedBadge.Read(document.Body, document.ContentType);
        var isPage = badge is { HasNoBadge: true, Container: SubmissionContainer.Html };
        return new()
        {
            Origin = new(SubmissionContainer.Url, isPage ? SubmissionContainer.Html : FormOf(badge)),
            Body = document.Body,
            Badge = badge.Address is null ? badge : new SubmittedBadge { HasNoBadge = true },
            LinkedAddress = isPage ? PageLinks.FindRecord(document) : null,
            AtHand = badge.Credential?.HostedAddress is { } hosted && hosted == document.Address ? [document] : [],
        };
    }

    /// <summary>An address that leads to another one is followed once only.</summary>
    private static SubmissionContainer? FormOf(SubmittedBadge badge) =>
        badge.Container is SubmissionContainer.Url ? null : badge.Container;

    private static bool MayNeverBeFetched(string address, bool allowLoopback) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri)
        || !FetchableAddress.Allows(WebDocuments.AsHttps(uri), allowLoopback);

    private static FetchedSubmission NotHad(FetchedDocument document, string code) => new()
    {
        Origin = Url,
        Report = new VerificationReport
        {
            Verdict = Verdict.Undetermined,
            Trust = Trust.Unknown,
            Container = SubmissionContainer.Url,
            CheckedAt = document.At,
            Checks = [.. CheckIds.All.Select(id => NotRun(id, document, code))],
        },
    };

    private static Check NotRun(string id, FetchedDocument document, string code) => id == CheckIds.Format
        ? new Check
        {
            Id = id,
            Outcome = CheckOutcome.NotRun,
            Code = code,
            Arguments = [document.Address],
            Source = document.Address,
            At = document.At,
        }
        : new Check { Id = id, Outcome = CheckOutcome.NotRun, Code = CheckCodes.NothingRead };
}

using Badges.Credentials.Verification;
using Badges.Server.Http;

namespace Badges.Server.Features.Verification;

/// <summary>A document, and how long its server lets it be used again.</summary>
public sealed record WebAnswer(FetchedDocument Document)
{
    /// <summary>Null when it is not said.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>How long the address leads to this document.</summary>
    public TimeSpan OfRedirects { get; init; } = TimeSpan.MaxValue;
}

/// <summary>
/// Documents of the web, through the one guarded client. An <c>http:</c> address is asked for as <c>https:</c>.
/// </summary>
public sealed class WebDocuments(GuardedHttp http, GuardedHttpOptions options) : IDocumentSource
{
    private const string BadgeForms =
        "application/vc+jwt, application/vc+ld+json, application/vc, application/ld+json, application/json, "
        + "image/png;q=0.9, image/svg+xml;q=0.9, text/plain;q=0.8, */*;q=0.1";

    // A status list as a token is read as it is; in JSON it may be no more than an envelope around that token.
    private const string DependencyForms =
        "application/vc+jwt, application/ld+json, application/json, application/did+json, application/jwk+json, "
        + "application/jwk-set+json, application/vc+ld+json, application/vc, text/plain;q=0.8, */*;q=0.1";

    private const string PngForms = "image/png, image/svg+xml;q=0.9, */*;q=0.1";

    private const string SvgForms = "image/svg+xml, image/png;q=0.9, */*;q=0.1";

    public async Task<FetchedDocument> FetchAsync(
        string address, WantedDocument wanted, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await AskAsync(address, wanted, now, cancellationToken)).Document;

    public async Task<WebAnswer> AskAsync(
        string address, WantedDocument wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return new(new() { Address = address, Outcome = FetchOutcome.Forbidden, At = now });
        }

        var answer = await http.GetAsync(
            Secured(uri), FormsOf(wanted), LimitOf(wanted), cancellationToken);
        var document = new FetchedDocument
        {
            Address = address,
            Outcome = OutcomeOf(answer.Outcome),
            Status = answer.Status,
            ContentType = answer.ContentType,
            Body = answer.Body,
            At = now,
            RedirectedTo = answer.Redirected ? answer.FinalAddress.AbsoluteUri : null,
        };
        return new(document)
        {
            Lifetime = answer.Hops is [.., var last] ? Freshness.Of(last, now) : null,
            OfRedirects = Freshness.OfRedirects(answer.Hops.SkipLast(1), now),
        };
    }

    private static string FormsOf(WantedDocument wanted) => wanted switch
    {
        WantedDocument.Badge => BadgeForms,
        WantedDocument.PngPicture => PngForms,
        WantedDocument.SvgPicture => SvgForms,
        _ => DependencyForms,
    };

    /// <summary>As much as may be handed in: a text above its own limit is turned away when it is read.</summary>
    private static int LimitOf(WantedDocument wanted) =>
        wanted is WantedDocument.Dependency ? GuardedHttp.MaximumBody : Submission.MaximumPictureBytes;

    /// <summary>This machine itself may answer by http, where it may be asked at all.</summary>
    private Uri Secured(Uri address) =>
        options.AllowLoopback && FetchableAddress.IsLoopback(address.Host) ? address : AsHttps(address);

    /// <summary>The same address under https; a port that was named stays.</summary>
    public static Uri AsHttps(Uri address) => address.Scheme == Uri.UriSchemeHttp
        ? new UriBuilder(address)
        {
            Scheme = Uri.UriSchemeHttps,
            Port = address.IsDefaultPort ? -1 : address.Port,
        }.Uri
        : address;

    private static FetchOutcome OutcomeOf(GuardedOutcome outcome) => outcome switch
    {
        GuardedOutcome.Fetched => FetchOutcome.Fetched,
        GuardedOutcome.Forbidden or GuardedOutcome.NotPublic or GuardedOutcome.RedirectForbidden =>
            FetchOutcome.Forbidden,
        GuardedOutcome.TooSlow => FetchOutcome.TimedOut,
        GuardedOutcome.TooLarge => FetchOutcome.TooLarge,
        _ => FetchOutcome.Unreachable,
    };
}

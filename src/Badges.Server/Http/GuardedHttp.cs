using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Badges.Server.Http;

/// <summary>
/// The only HTTP client of the server. Whoever submits a badge chooses the addresses it fetches, so it reaches public
/// addresses only, follows redirects with the same checks, reads little and waits briefly. It keeps no cookie, sends
/// nothing that tells who asked, and logs nothing.
/// </summary>
public sealed class GuardedHttp : IDisposable
{
    /// <summary>What is read of an answer unless the caller asks for another limit.</summary>
    public const int MaximumBody = 1024 * 1024;

    public const int MaximumRedirects = 3;
    public const string UserAgent = "INAE-OpenBadges/1.0";

    /// <summary>What one connection may bring in all: the largest body, headers, and room for framing.</summary>
    public const long MaximumOnTheWire = 12 * 1024 * 1024;

    /// <summary>From the first name resolved to the last byte read, redirects included.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(5);

    private const int MaximumHeaderKilobytes = 32;
    private const int MaximumConnectionsToOneHost = 16;

    private readonly GuardedHttpOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpMessageInvoker _invoker;

    public GuardedHttp(GuardedHttpOptions options, NameResolver resolver, TimeProvider time)
        : this(options, resolver, CheckedConnection.DialAsync, time)
    {
    }

    /// <summary>With connections of another making: a network that a test plays.</summary>
    public GuardedHttp(GuardedHttpOptions options, NameResolver resolver, Dialer dial, TimeProvider time)
    {
        _options = options;
        _time = time;
        var connection = new CheckedConnection(options, resolver, dial, time);
        _invoker = new HttpMessageInvoker(CreateHandler(connection, CreateChainPolicy(options.Roots)));
    }

    /// <summary>
    /// Fetches the address. <paramref name="accept"/> is sent as the Accept header and is also the rule: a successful
    /// answer of another type is refused, one without a type counts as application/octet-stream.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public Task<GuardedResponse> GetAsync(Uri address, string accept, CancellationToken cancellationToken) =>
        GetAsync(address, accept, MaximumBody, cancellationToken);

    /// <summary>The same, with the most bytes that are read, as sent and once decompressed.</summary>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<GuardedResponse> GetAsync(
        Uri address, string accept, int limit, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(TimeLimit, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);

        if (!FetchableAddress.Allows(address, _options.AllowLoopback))
        {
            return new GuardedResponse { Outcome = GuardedOutcome.Forbidden, FinalAddress = address };
        }

        var wanted = new Wanted(accept, limit);
        var step = await StepAsync(WithoutFragment(address), wanted, both.Token, cancellationToken);
        for (var redirects = 0; step.Next is { } next; redirects++)
        {
            if (Stop(redirects, step.Response.FinalAddress, next) is { } outcome)
            {
                return new GuardedResponse { Outcome = outcome, FinalAddress = next, Redirected = true };
            }

            var hops = step.Response.Hops;
            step = await StepAsync(next, wanted, both.Token, cancellationToken);
            step = step with
            {
                Response = step.Response with { Redirected = true, Hops = [.. hops, .. step.Response.Hops] },
            };
        }

        return step.Response;
    }

    public void Dispose() => _invoker.Dispose();

    private sealed record Step(GuardedResponse Response, Uri? Next);

    private sealed record Wanted(string Accept, int Limit);

    private static SocketsHttpHandler CreateHandler(CheckedConnection connection, X509ChainPolicy policy) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        Credentials = null,
        ActivityHeadersPropagator = null,
        ConnectCallback = connection.OpenAsync,
        ConnectTimeout = TimeLimit,
        MaxConnectionsPerServer = MaximumConnectionsToOneHost,
        MaxResponseHeadersLength = MaximumHeaderKilobytes,
        MaxResponseDrainSize = 0,

        // No connection is used twice, so that none outlives the check of its address.
        PooledConnectionLifetime = TimeSpan.Zero,
        SslOptions = new SslClientAuthenticationOptions
        {
            // A certificate may name addresses to download missing issuers from: they would be fetched without guard.
            CertificateChainPolicy = policy,
        },
    };

    private static X509ChainPolicy CreateChainPolicy(X509Certificate2Collection? roots)
    {
        var policy = new X509ChainPolicy
        {
            DisableCertificateDownloads = true,
            RevocationMode = X509RevocationMode.NoCheck,
            TrustMode = roots is null ? X509ChainTrustMode.System : X509ChainTrustMode.CustomRootTrust,
        };
        policy.CustomTrustStore.AddRange(roots ?? []);
        return policy;
    }

    // Loopback may send to loopback; an address of the internet never may.
    private GuardedOutcome? Stop(int redirects, Uri from, Uri to)
    {
        var allowLoopback = _options.AllowLoopback && FetchableAddress.IsLoopback(from.IdnHost);
        if (!FetchableAddress.Allows(to, allowLoopback))
        {
            return GuardedOutcome.RedirectForbidden;
        }

        return redirects == MaximumRedirects ? GuardedOutcome.TooManyRedirects : null;
    }

    private async Task<Step> StepAsync(
        Uri address,
        Wanted wanted,
        CancellationToken limited,
        CancellationToken cancellationToken)
    {
        GuardedOutcome outcome;
        try
        {
            return await SendAsync(address, wanted, limited);
        }
        catch (Exception exception) when (GuardedFaults.Explain(exception, limited) is { } explained)
        {
            cancellationToken.ThrowIfCancellationRequested();
            outcome = explained;
        }

        return new Step(new GuardedResponse { Outcome = outcome, FinalAddress = address }, Next: null);
    }

    private async Task<Step> SendAsync(Uri address, Wanted wanted, CancellationToken cancellationToken)
    {
        using var request = CreateRequest(address, wanted.Accept);
        using var answer = await _invoker.SendAsync(request, cancellationToken);

        var response = new GuardedResponse
        {
            Outcome = GuardedOutcome.Fetched,
            FinalAddress = address,
            Status = (int)answer.StatusCode,
            Hops = [CacheHeaders.Of(answer)],
            ContentType = answer.Content.Headers.NonValidated.TryGetValues("Content-Type", out var types)
                ? types.ToString()
                : null,
        };
        if (IsRedirect(answer.StatusCode))
        {
            return HasOneLocation(answer) && Uri.TryCreate(address, answer.Headers.Location, out var next)
                ? new Step(response, WithoutFragment(next))
                : new Step(response with { Outcome = GuardedOutcome.Broken }, Next: null);
        }

        if (answer.IsSuccessStatusCode && !IsAccepted(answer.Content.Headers.ContentType, request.Headers.Accept))
        {
            return new Step(response with { Outcome = GuardedOutcome.BadType }, Next: null);
        }

        var body = await BoundedBody.ReadAsync(answer.Content, wanted.Limit, cancellationToken);
        response = body is { } bytes
            ? response with { Body = bytes }
            : response with { Outcome = GuardedOutcome.TooLarge };
        return new Step(response, Next: null);
    }

    private static HttpRequestMessage CreateRequest(Uri address, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        request.Headers.UserAgent.ParseAdd(UserAgent);
        request.Headers.ConnectionClose = true;
        return request;
    }

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently
        or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect
        or HttpStatusCode.PermanentRedirect;

    // Of two, another client would follow the other.
    private static bool HasOneLocation(HttpResponseMessage answer) =>
        answer.Headers.NonValidated.TryGetValues("Location", out var locations) && locations.Count == 1;

    private static bool IsAccepted(
        MediaTypeHeaderValue? sent,
        IEnumerable<MediaTypeWithQualityHeaderValue> accepted)
    {
        var type = sent?.MediaType ?? "application/octet-stream";
        var family = type.Split('/')[0] + "/*";
        return accepted.Any(range => range.Quality is not 0 && range.MediaType is { } wanted
            && (wanted == "*/*" || wanted.Equals(type, StringComparison.OrdinalIgnoreCase)
                || wanted.Equals(family, StringComparison.OrdinalIgnoreCase)));
    }

    private static Uri WithoutFragment(Uri address) => address.Fragment.Length == 0
        ? address
        : new UriBuilder(address) { Fragment = "" }.Uri;
}

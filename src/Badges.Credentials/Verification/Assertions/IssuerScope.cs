using System.Text.Json;
using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.Assertions;

/// <summary>Which hosted assertions are an issuer's own: those that begin as its profile says, on the hosts it names,
/// or else on its own host. Open Badges 2.0, VerificationObject.</summary>
internal static class IssuerScope
{
    /// <summary>The <c>key</c> check of a hosted assertion.</summary>
    public static Check Judge(string assertionId, string issuerId, JsonElement profile)
    {
        var rules = JsonValues.All(profile, "verification");
        var starts = rules.SelectMany(rule => JsonValues.Strings(rule, "startsWith")).ToList();
        var hosts = rules.SelectMany(rule => JsonValues.Strings(rule, "allowedOrigins")).ToList();
        if (Parse(assertionId) is not { } assertion || Parse(issuerId) is not { } issuer)
        {
            return Outside(assertionId);
        }

        if (starts.Count == 0 && hosts.Count == 0)
        {
            return assertion.Authority == issuer.Authority
                ? Check.Passed(CheckIds.Key).Saying(CheckCodes.ScopeIsWholeHost, issuer.Host)
                : Outside(assertionId);
        }

        var starting = starts.Count == 0 || starts.Exists(start => Begins(assertion, start));
        var hosted = hosts.Count == 0 || hosts.Exists(host =>
            host.Equals(assertion.Host, StringComparison.OrdinalIgnoreCase)
            || host.Equals(assertion.Authority, StringComparison.OrdinalIgnoreCase));
        return starting && hosted ? Check.Passed(CheckIds.Key) : Outside(assertionId);
    }

    /// <summary>A beginning covers the host whole: <c>https://inae.example</c> does not begin
    /// <c>https://inae.example.org/1</c>.</summary>
    private static bool Begins(Uri assertion, string start) =>
        Parse(start) is { } beginning && beginning.Authority == assertion.Authority
        && assertion.AbsoluteUri.StartsWith(beginning.AbsoluteUri, StringComparison.Ordinal);

    private static Uri? Parse(string? address) =>
        address is not null
        && WebAddress.TryRead(WebAddress.Secured(address) ?? address, allowLoopback: true) is { } uri
            ? uri
            : null;

    private static Check Outside(string assertionId) =>
        Check.Failed(CheckIds.Key, CheckCodes.OutsideIssuerScope, assertionId);
}

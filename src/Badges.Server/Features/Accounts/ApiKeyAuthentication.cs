using System.Security.Claims;
using System.Text.Encodings.Web;
using Badges.Server.Calendar;
using Badges.Server.Callers;
using Badges.Server.Features.Organizations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Badges.Server.Features.Accounts;

/// <summary>
/// <c>Authorization: Bearer bk_…</c>: a structure's key acts as its référent, the network's as administrator.
/// </summary>
public sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    AccountStore accounts,
    OrganizationStore organizations,
    TimeProvider time) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "ApiKey";
    private const string Bearer = "Bearer ";

    public static bool IsUsedBy(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsUsedBy(Request))
        {
            return AuthenticateResult.NoResult();
        }

        var secret = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        var now = time.GetUtcNow();
        var key = await accounts.FindApiKeyAsync(
            ApiKey.HashOf(secret), ParisCalendar.DayOf(now), Context.RequestAborted);
        if (key is null || !key.IsUsable(now))
        {
            return AuthenticateResult.Fail("unknown key");
        }

        var role = key.OrganizationId is { } organizationId
            ? new CallerRole(organizationId, MembershipRole.Referent)
            : await NetworkRoleAsync();
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, key.Id.ToString()),
                new Claim(ClaimTypes.Name, key.Name),
                new Claim(CallerClaims.ApiKey, "true"),
                .. CallerClaims.Of(role is null ? [] : [role]),
            ],
            SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    private async Task<CallerRole?> NetworkRoleAsync() =>
        await organizations.FindNetworkAsync(Context.RequestAborted) is { } network
            ? new CallerRole(network.Id, MembershipRole.Administrator)
            : null;
}

using System.Security.Claims;
using Badges.Server.Calendar;
using Badges.Server.Callers;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Badges.Server.Features.Accounts;

/// <summary>Makes the principal of a signed-in account, and makes it anew at each request.</summary>
public sealed class AccountClaimsFactory(AccountStore accounts, TimeProvider time)
    : IUserClaimsPrincipalFactory<Account>
{
    private const string SecurityStamp = "badges:stamp";

    public async Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var today = ParisCalendar.DayOf(time.GetUtcNow());
        var memberships = await accounts.ListMembershipsAsync(user.Id, today, CancellationToken.None);
        var roles = memberships.Select(membership => new CallerRole(membership.OrganizationId, membership.Role));
        return new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()),
                new Claim(ClaimTypes.Name, user.DisplayName),
                new Claim(SecurityStamp, user.SecurityStamp),
                .. CallerClaims.Of(roles),
            ],
            IdentityConstants.ApplicationScheme));
    }

    /// <summary>
    /// A changed password, an ended membership or a disabled account counts from the next request on.
    /// </summary>
    public static async Task RenewAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var account = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await services.GetRequiredService<AccountStore>().FindByIdAsync(id, context.HttpContext.RequestAborted)
            : null;
        if (account is null || account.DisabledAt is not null
            || account.SecurityStamp != context.Principal?.FindFirstValue(SecurityStamp))
        {
            context.RejectPrincipal();
            return;
        }

        var factory = services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>();
        context.ReplacePrincipal(await factory.CreateAsync(account));
    }
}

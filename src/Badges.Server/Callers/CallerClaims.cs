using System.Security.Claims;
using Badges.Server.Storage;

namespace Badges.Server.Callers;

/// <summary>
/// How a caller's roles stand in the request's principal. They are read from the database at each request.
/// </summary>
public static class CallerClaims
{
    public const string ApiKey = "badges:api-key";
    public const string RoleOf = "badges:role-of";

    public static IEnumerable<Claim> Of(IEnumerable<CallerRole> roles)
    {
        var all = roles.ToList();
        return all
            .Select(role => new Claim(RoleOf, $"{EnumText.Of(role.Role)}/{role.OrganizationId}"))
            .Concat(all.Select(role => EnumText.Of(role.Role)).Distinct()
                .Select(role => new Claim(ClaimTypes.Role, role)));
    }

    public static CallerRole Read(Claim claim)
    {
        var parts = claim.Value.Split('/');
        return new CallerRole(Guid.Parse(parts[1]), Enum.Parse<MembershipRole>(parts[0], ignoreCase: true));
    }
}

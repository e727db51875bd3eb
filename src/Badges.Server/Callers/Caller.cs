using System.Security.Claims;

namespace Badges.Server.Callers;

/// <summary>Who asks: nobody known, an account with its memberships of this very moment, or a program's key.</summary>
public sealed record Caller
{
    public static readonly Caller Anonymous = new() { Kind = CallerKind.Anonymous };

    public required CallerKind Kind { get; init; }

    /// <summary>The account's or the key's id.</summary>
    public Guid? Id { get; init; }

    public IReadOnlyList<CallerRole> Roles { get; init; } = [];

    public bool IsNetwork => Roles.Any(role => role.Role == MembershipRole.Administrator);

    public IReadOnlyList<Guid> OrganizationIds => [.. Roles.Select(role => role.OrganizationId).Distinct()];

    /// <summary>Does this structure's data exist for the caller?</summary>
    public bool MaySee(Guid organizationId) => IsNetwork || OrganizationIds.Contains(organizationId);

    public bool MayAwardFor(Guid organizationId) => MaySee(organizationId);

    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(From(context.User));

    public static Caller From(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true }
            || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return Anonymous;
        }

        return new Caller
        {
            Kind = principal.HasClaim(CallerClaims.ApiKey, "true") ? CallerKind.ApiKey : CallerKind.Account,
            Id = id,
            Roles = [.. principal.FindAll(CallerClaims.RoleOf).Select(CallerClaims.Read)],
        };
    }
}

public enum CallerKind
{
    Anonymous,
    Account,
    ApiKey,
}

using Badges.Server.Storage;
using Microsoft.AspNetCore.Authorization;

namespace Badges.Server.Callers;

/// <summary>The policies that routes name. A route that names none answers nobody.</summary>
public static class Access
{
    /// <summary>Any account that is signed in, or a program's key.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Encadrants, référents and the network: may award, and see their structure's awards.</summary>
    public const string Award = "award";

    /// <summary>The network's administrators and keys: badges, structures, people.</summary>
    public const string Administer = "administer";

    public static void Configure(AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(Award, policy => policy.RequireRole(
            EnumText.Of(MembershipRole.Encadrant),
            EnumText.Of(MembershipRole.Referent),
            EnumText.Of(MembershipRole.Administrator)));
        options.AddPolicy(Administer, policy => policy.RequireRole(EnumText.Of(MembershipRole.Administrator)));

        // The router's own answers (404, 405, 415) are no routes of ours: they stay what they are.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context =>
                context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
            .Build();
    }
}

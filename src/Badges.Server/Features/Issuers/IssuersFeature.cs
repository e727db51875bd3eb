namespace Badges.Server.Features.Issuers;

public static class IssuersFeature
{
    public static IServiceCollection AddIssuers(this IServiceCollection services) => services
        .AddSingleton<IssuerStore>()
        .AddSingleton<IssuerAddresses>()
        .AddSingleton<IssuerProfiles>()
        .AddSingleton<ControllerDocument>()
        .AddSingleton<SignProfile>()
        .AddSingleton<IssuerDocuments>()
        .AddSingleton<EnsureIssuer>();

    public static void MapIssuers(this IEndpointRouteBuilder routes)
    {
        IssuerEndpoints.Map(routes);
        IssuerPages.Map(routes);
    }
}

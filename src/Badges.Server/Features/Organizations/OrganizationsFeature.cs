namespace Badges.Server.Features.Organizations;

public static class OrganizationsFeature
{
    public static IServiceCollection AddOrganizations(this IServiceCollection services) => services
        .AddSingleton<OrganizationStore>()
        .AddSingleton<OrganizationChanges>()
        .AddSingleton<RegisterOrganization>();

    public static void MapOrganizations(this IEndpointRouteBuilder routes) => OrganizationEndpoints.Map(routes);
}

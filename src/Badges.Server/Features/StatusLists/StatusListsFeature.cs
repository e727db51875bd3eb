namespace Badges.Server.Features.StatusLists;

public static class StatusListsFeature
{
    public static IServiceCollection AddStatusLists(this IServiceCollection services) => services
        .AddSingleton<StatusListStore>()
        .AddSingleton<StatusListAddresses>()
        .AddSingleton<AllocateStatus>()
        .AddSingleton<PublishStatusList>()
        .AddSingleton<StatusListDocuments>();

    public static void MapStatusLists(this IEndpointRouteBuilder routes) => StatusListEndpoints.Map(routes);
}

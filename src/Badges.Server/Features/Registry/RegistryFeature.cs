namespace Badges.Server.Features.Registry;

public static class RegistryFeature
{
    public static IServiceCollection AddRegistry(this IServiceCollection services) =>
        services.AddSingleton<KnownIssuers>();
}

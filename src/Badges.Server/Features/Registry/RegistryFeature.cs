using Badges.Server.Publication;

namespace Badges.Server.Features.Registry;

public static class RegistryFeature
{
    public static IServiceCollection AddRegistry(this IServiceCollection services) => services
        .AddSingleton<RegistryCopyStore>()
        .AddSingleton<KnownIssuers>()
        .AddSingleton<RegistryDocuments>()
        .AddSingleton<RefreshRegistries>()
        .AddHostedService<RegistryRefreshing>();

    public static void MapRegistry(this IEndpointRouteBuilder routes)
    {
        routes.MapPublished(OwnRegistry.DocumentPath, GetAsync).WithTags("Registry");
        RegistryPages.Map(routes);
    }

    /// <summary>The network's registry, signed: which structures are recognised, and from when to when.</summary>
    private static async Task<IResult> GetAsync(
        HttpContext context, RegistryDocuments documents, CancellationToken cancellationToken) =>
        DataAnswers.Answer(context, await documents.FindAsync(cancellationToken), JsonOnly);

    private static IReadOnlyList<Offer> JsonOnly { get; } = [Offer.Of(Offers.Json)];
}

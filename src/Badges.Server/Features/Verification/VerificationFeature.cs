using Badges.Server.Features.Registry;

namespace Badges.Server.Features.Verification;

public static class VerificationFeature
{
    public static IServiceCollection AddVerification(this IServiceCollection services) => services
        .AddSingleton<OwnDocuments>()
        .AddSingleton<TypedAddress>()
        .AddSingleton<WebDocuments>()
        .AddSingleton<CachedDocuments>()
        .AddSingleton<IDocumentSource, ServiceDocuments>()
        .AddSingleton<LoadRegistry>(provider => provider.GetRequiredService<KnownIssuers>().LoadAsync)
        .AddSingleton<VerifyCredential>()
        .AddSingleton<OwnAwardStore>()
        .AddSingleton<ShownAwards>()
        .AddSingleton<RecipientTries>()
        .AddSingleton<AskRecipient>()
        .AddSingleton<ShowCredential>();

    public static void MapVerification(this IEndpointRouteBuilder routes)
    {
        VerificationEndpoints.Map(routes);
        VerificationPages.Map(routes);
        CredentialPages.Map(routes);
    }
}

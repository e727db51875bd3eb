namespace Badges.Server.Features.Awards;

public static class AwardsFeature
{
    public static IServiceCollection AddAwards(this IServiceCollection services) => services
        .AddSingleton<AwardAddresses>()
        .AddSingleton<AwardStore>()
        .AddSingleton<AwardViewStore>()
        .AddSingleton<SignedFormStore>()
        .AddSingleton<RequestStore>()
        .AddSingleton<IssuerBadgeStore>()
        .AddSingleton<EnsureIssuerBadge>()
        .AddSingleton<AwardContextLoader>()
        .AddSingleton<SignAward>()
        .AddSingleton<AwardBadge>()
        .AddSingleton<RevokeAward>()
        .AddSingleton<SignAgain>()
        .AddSingleton<RotateKey>()
        .AddSingleton<SignMissing>()
        .AddSingleton<AwardDocuments>()
        .AddSingleton<RevocationListDocuments>()
        .AddSingleton<AwardResponses>()
        .AddSingleton<AwardPages>();

    public static void MapAwards(this IEndpointRouteBuilder routes)
    {
        PublishedAwards.Map(routes);
        AwardEndpoints.Map(routes);
        AwardPages.Map(routes);
        AwardListPages.Map(routes);
    }
}

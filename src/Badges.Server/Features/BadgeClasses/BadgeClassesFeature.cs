namespace Badges.Server.Features.BadgeClasses;

public static class BadgeClassesFeature
{
    public static IServiceCollection AddBadgeClasses(this IServiceCollection services) => services
        .AddSingleton<BadgeStore>()
        .AddSingleton<ImageStore>()
        .AddSingleton<NetworkProfile>()
        .AddSingleton<AchievementDocuments>()
        .AddSingleton<ScreenPictures>()
        .AddSingleton<LoadBadgeView>()
        .AddSingleton<DefineBadge>()
        .AddSingleton<ChangeDraft>()
        .AddSingleton<StartNewVersion>()
        .AddSingleton<PublishVersion>()
        .AddSingleton<RetireBadge>()
        .AddSingleton<SetPicture>()
        .AddSingleton<ImportBadgeClasses>();

    public static void MapBadgeClasses(this IEndpointRouteBuilder routes)
    {
        HomePages.Map(routes);
        BadgeClassEndpoints.Map(routes);
        BadgeCatalogPages.Map(routes);
        BadgeFormPages.Map(routes);
    }
}

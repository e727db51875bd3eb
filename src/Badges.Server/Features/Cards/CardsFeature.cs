namespace Badges.Server.Features.Cards;

public static class CardsFeature
{
    public static IServiceCollection AddCards(this IServiceCollection services) => services.AddSingleton<CardStore>();

    public static void MapCards(this IEndpointRouteBuilder routes) => CardPages.Map(routes);
}

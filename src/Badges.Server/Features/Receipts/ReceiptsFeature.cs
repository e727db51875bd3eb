using Badges.Server.Features.Verification;

namespace Badges.Server.Features.Receipts;

public static class ReceiptsFeature
{
    public static IServiceCollection AddReceipts(this IServiceCollection services) => services
        .AddSingleton<FindReceiptKey>()
        .AddSingleton<MakeReceipt>()
        .AddSingleton<PrintReceipt>()
        .AddSingleton<ReceiptAnswers>()
        .AddSingleton<OfferReceipt>(provider =>
            async (answer, cancellationToken) =>
            {
                var made = await provider.GetRequiredService<MakeReceipt>().RunAsync(answer, cancellationToken);
                return made.Refusal is null ? made.Value.Text : null;
            });

    public static void MapReceipts(this IEndpointRouteBuilder routes)
    {
        ReceiptEndpoints.Map(routes);
        ReceiptPages.Map(routes);
    }
}

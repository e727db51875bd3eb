namespace Badges.Server.Features.Recipients;

public static class RecipientsFeature
{
    public static IServiceCollection AddRecipients(this IServiceCollection services) =>
        services.AddSingleton<RecipientStore>();
}

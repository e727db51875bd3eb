using Badges.Server.Settings;

namespace Badges.Server.Secrets;

public static class SecretsSetup
{
    public static IServiceCollection AddSecrets(this IServiceCollection services) =>
        services.AddSingleton(provider => KeyProtection.Open(provider.GetRequiredService<BadgesOptions>()));
}

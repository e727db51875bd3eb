using Badges.Server.Settings;

namespace Badges.Server.Features.SigningKeys;

public static class SigningKeysFeature
{
    public static IServiceCollection AddSigningKeys(this IServiceCollection services) => services
        .AddSingleton(provider => KeyProtection.Open(provider.GetRequiredService<BadgesOptions>()))
        .AddSingleton<NewSigningKey>()
        .AddSingleton<SigningKeyStore>()
        .AddSingleton<KeyRing>();
}

namespace Badges.Server.Features.SigningKeys;

public static class SigningKeysFeature
{
    public static IServiceCollection AddSigningKeys(this IServiceCollection services) => services
        .AddSingleton<NewSigningKey>()
        .AddSingleton<SigningKeyStore>()
        .AddSingleton<KeyRing>();
}

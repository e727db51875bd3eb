using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Badges.Server.Http;

public static class GuardedHttpRegistration
{
    public static IServiceCollection AddGuardedHttp(this IServiceCollection services, GuardedHttpOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<NameResolver>(Dns.GetHostAddressesAsync);
        return services.AddSingleton(options).AddSingleton<GuardedHttp>();
    }
}

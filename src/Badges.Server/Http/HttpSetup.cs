using System.Net;
using Badges.Server.Settings;

namespace Badges.Server.Http;

public static class HttpSetup
{
    public static IServiceCollection AddHttp(this IServiceCollection services, BadgesOptions options) => services
        .AddSingleton(new GuardedHttpOptions { AllowLoopback = options.AllowLoopback })
        .AddSingleton<NameResolver>(Dns.GetHostAddressesAsync)
        .AddSingleton<GuardedHttp>();
}

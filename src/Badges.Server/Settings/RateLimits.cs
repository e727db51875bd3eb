using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Badges.Server.Settings;

/// <summary>How often one client may sign in, verify and try codes. Counted in memory, by address; nothing is kept.</summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Verification = "verification";
    public const string Codes = "codes";
    public const string CredentialApi = "vc-api";

    public static IServiceCollection AddRateLimits(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = TellWhenAsync;
            options.AddPolicy(SignIn, context => Window(context, 10, TimeSpan.FromMinutes(1)));
            options.AddPolicy(Codes, context => Window(context, 30, TimeSpan.FromHours(1)));
            options.AddPolicy(CredentialApi, context => Window(context, 1200, TimeSpan.FromMinutes(1)));
            options.AddPolicy(Verification, context => context.User.Identity is { IsAuthenticated: true }
                ? RateLimitPartition.GetNoLimiter("")
                : Window(context, 30, TimeSpan.FromMinutes(1)));
        });

    private static RateLimitPartition<string> Window(HttpContext context, int permits, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window });

    private static ValueTask TellWhenAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
        {
            rejected.HttpContext.Response.Headers.RetryAfter =
                ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        return ValueTask.CompletedTask;
    }
}

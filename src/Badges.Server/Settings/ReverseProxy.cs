using Microsoft.AspNetCore.HttpOverrides;

namespace Badges.Server.Settings;

/// <summary>Who the client is and how it came, when a reverse proxy stands between.</summary>
public static class ReverseProxy
{
    /// <summary>
    /// To be called first. The client's address is taken from <c>X-Forwarded-For</c> as far as trusted proxies wrote
    /// it. The scheme is the public address's: no header is asked, so that cookies and redirects are https behind any
    /// proxy that ends TLS.
    /// </summary>
    public static IApplicationBuilder UseReverseProxy(this IApplicationBuilder app, BadgesOptions options)
    {
        if (options.TrustedProxies.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor,
                ForwardLimit = null,
            };
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in options.TrustedProxies)
            {
                forwarded.KnownIPNetworks.Add(proxy);
            }

            app.UseForwardedHeaders(forwarded);
        }

        return options.IsHttps ? app.Use(SetHttps) : app;
    }

    private static Task SetHttps(HttpContext context, RequestDelegate next)
    {
        context.Request.Scheme = Uri.UriSchemeHttps;
        return next(context);
    }
}

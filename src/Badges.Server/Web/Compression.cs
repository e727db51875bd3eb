using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace Badges.Server.Web;

/// <summary>
/// Makes pages and files small on their way, but never a page that may hold somebody's secret: what an attacker can put
/// into such a page tells by its compressed length what else stands in it (BREACH).
/// </summary>
public static class Compression
{
    /// <summary>What is the same for everybody.</summary>
    private static readonly string[] Files = [".css", ".js", "/vignette"];

    public static IServiceCollection AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        return services;
    }

    public static IApplicationBuilder UseCompression(this IApplicationBuilder app) => app.UseWhen(
        MayBeCompressed,
        compressed => compressed.Use(WeakenWhenStarting).UseResponseCompression());

    /// <summary>A published picture goes out byte for byte, under a tag that names its bytes.</summary>
    private static bool MayBeCompressed(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        return !path.EndsWith(".svg", StringComparison.Ordinal)
            && (Files.Any(end => path.EndsWith(end, StringComparison.Ordinal))
                || context.Request.Cookies.Keys.All(name => name == Languages.CookieName));
    }

    private static Task WeakenWhenStarting(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(Weaken, context);
        return next(context);
    }

    /// <summary>A strong tag names bytes, and these are others now.</summary>
    private static Task Weaken(object state)
    {
        var headers = ((HttpContext)state).Response.Headers;
        if (headers.ContainsKey(HeaderNames.ContentEncoding) && headers.ETag is [['"', ..] strong])
        {
            headers.ETag = "W/" + strong;
        }

        return Task.CompletedTask;
    }
}

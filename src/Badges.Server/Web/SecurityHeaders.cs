using Microsoft.Net.Http.Headers;

namespace Badges.Server.Web;

/// <summary>Headers that every answer carries unless its endpoint set stricter ones itself.</summary>
public static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Swagger UI fetches the description and sets styles on its elements; it is the only page that may.
    private const string SwaggerPolicy =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string NoDevices =
        "accelerometer=(), browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    // The verification page reads the square code of a card.
    private const string OwnCamera =
        "accelerometer=(), browsing-topics=(), camera=(self), geolocation=(), microphone=(), payment=(), usb=()";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(AddWhenStarting);

    private static Task AddWhenStarting(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(Add, context);
        return next(context);
    }

    private static Task Add(object state)
    {
        var context = (HttpContext)state;
        var path = context.Request.Path;
        var headers = context.Response.Headers;
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, IsSwagger(path) ? SwaggerPolicy : ContentSecurityPolicy);
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", path.StartsWithSegments("/verifier") ? OwnCamera : NoDevices);
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.Remove("blazor-enhanced-nav"); // says nothing to a page without Blazor's script
        return Task.CompletedTask;
    }

    private static bool IsSwagger(PathString path) => path.StartsWithSegments("/swagger");
}

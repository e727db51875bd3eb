using System.Text.Encodings.Web;
using System.Text.Unicode;
using Badges.Server.Settings;
using Microsoft.AspNetCore.Antiforgery;

namespace Badges.Server.Web;

/// <summary>
/// What all pages stand on: rendering, files, headers, failures, and the pages that belong to no feature.
/// </summary>
public static class WebSetup
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddCompression();
        services.AddAntiforgery(options => options.Cookie.Name = "jeton");
        services.AddOptions<AntiforgeryOptions>().Configure<BadgesOptions>(static (antiforgery, options) =>
            antiforgery.Cookie.SecurePolicy = options.IsHttps
                ? CookieSecurePolicy.Always
                : CookieSecurePolicy.SameAsRequest);
        services.AddProblemDetails();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true); // Failures names it
        services.AddSingleton<WebFiles>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // accents as they are written
        services.ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping); // never put inside HTML
        return services;
    }

    /// <summary>Everything that follows is covered by the failure pages.</summary>
    public static IApplicationBuilder UseWeb(this IApplicationBuilder app)
    {
        app.UseCompression();
        app.UseFailures();
        return app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = app.ApplicationServices.GetRequiredService<WebFiles>().Provider,
            OnPrepareResponse = WebFiles.SetCaching,
        });
    }

    public static IEndpointRouteBuilder MapWeb(this IEndpointRouteBuilder routes)
    {
        routes.MapLanguageChoice();
        routes.MapAbout();
        return routes;
    }
}

using Badges.Server.Demo;
using Badges.Server.Features.Accounts;
using Badges.Server.Features.Awards;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Cards;
using Badges.Server.Features.CredentialApi;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.Receipts;
using Badges.Server.Features.Recipients;
using Badges.Server.Features.Registry;
using Badges.Server.Features.SigningKeys;
using Badges.Server.Features.StatusLists;
using Badges.Server.Features.Verification;
using Badges.Server.Http;
using Badges.Server.Publication;
using Badges.Server.Secrets;
using Badges.Server.Settings;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server;

/// <summary>The whole service: what it is made of, in the order in which its parts may use each other.</summary>
public static class BadgesServer
{
    /// <summary>Everything but the network: what the command line works with too.</summary>
    public static IServiceCollection AddBadges(this IServiceCollection services, BadgesOptions options) => services
        .AddSingleton(options)
        .AddSingleton(TimeProvider.System)
        .AddStorage(options)
        .AddSecrets()
        .AddRateLimits()
        .AddHttp(options)
        .AddOrganizations()
        .AddAccounts(options)
        .AddSigningKeys()
        .AddIssuers()
        .AddRegistry()
        .AddBadgeClasses()
        .AddStatusLists()
        .AddRecipients()
        .AddAwards()
        .AddCards()
        .AddVerification()
        .AddReceipts()
        .AddCredentialApi()
        .AddDemo();

    /// <param name="change">What a test puts in the place of the clock or of the name resolver.</param>
    public static WebApplication Build(
        WebApplicationBuilder builder, BadgesOptions options, Action<IServiceCollection>? change = null)
    {
        builder.ConfigureHost();
        builder.UseDevelopmentCertificate(options);
        builder.Services.AddBadges(options).AddWeb().AddApiDescription();
        change?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseReverseProxy(options);
        app.UseCookielessAnswers();
        app.UseSecurityHeaders();
        app.UseRouting();
        app.UseKeptAnswers();
        app.UseWeb();
        app.UseApiDescription();
        app.UseRoutingRefusals();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapHealth();
        app.MapWeb();
        app.MapOrganizations();
        app.MapAccounts();
        app.MapIssuers();
        app.MapRegistry();
        app.MapBadgeClasses();
        app.MapStatusLists();
        app.MapAwards();
        app.MapCards();
        app.MapVerification();
        app.MapReceipts();
        app.MapCredentialApi(options);
        return app;
    }

    /// <summary>
    /// Migrates the database and, in Development, fills an empty one; one sentence when the settings contradict what
    /// was signed.
    /// </summary>
    public static async Task<string?> PrepareAsync(WebApplication app)
    {
        app.Services.GetRequiredService<Database>().Migrate();
        var installation = app.Services.GetRequiredService<Installation>();
        if (await installation.FindContradictionAsync(CancellationToken.None) is { } contradiction)
        {
            return contradiction;
        }

        if (app.Environment.IsDevelopment())
        {
            await app.UseDemoAsync();
        }

        return null;
    }
}

using Badges.Server.Settings;

namespace Badges.Server.Features.CredentialApi;

public static partial class CredentialApiFeature
{
    public static IServiceCollection AddCredentialApi(this IServiceCollection services) => services
        .AddSingleton<CredentialApiKeys>()
        .AddSingleton<CredentialIssuers>()
        .AddSingleton<StatusListFiles>()
        .AddSingleton<PublishedStatusLists>()
        .AddSingleton<IssueCredential>()
        .AddSingleton<VerifyDocument>();

    /// <summary>Without the setting there are no such addresses at all.</summary>
    public static void MapCredentialApi(this IEndpointRouteBuilder routes, BadgesOptions options)
    {
        if (!options.IsCredentialApiEnabled)
        {
            return;
        }

        WarnOfOpenIssuer(
            routes.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CredentialApiFeature)));
        CredentialApiEndpoints.Map(routes);
        CredentialStatusEndpoints.Map(routes);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "VcApi:Enabled is set: anybody may issue credentials at /vc-api, with keys that stand for nobody. "
            + "It is for interoperability suites.")]
    private static partial void WarnOfOpenIssuer(ILogger logger);
}

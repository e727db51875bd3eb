using System.CommandLine;
using Badges.Server;
using Badges.Server.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Badges.Cli;

/// <summary>An installation as its commands see it: with the settings of the server, and without a server.</summary>
public sealed class OpenedInstallation : IAsyncDisposable
{
    /// <summary>What the help says of the settings.</summary>
    public const string Settings =
        """
        migrate, create-admin, rotate-key, sign-missing, backup and restore work on the installation that the server's
        settings name: Badges__PublicUrl, Badges__KeyProtectionSecret, Badges__DataDirectory and
        ConnectionStrings__Badges in the environment, or the same in appsettings.json of the working folder. In a
        checkout of the source these commands take the environment Development, as the server does there.
        """;

    private const string Development = "Development";
    private const string DataSetting = $"{BadgesOptions.Section}:{nameof(BadgesOptions.DataDirectory)}";
    private static readonly string ServerFolder = Path.Combine("src", "Badges.Server");

    private readonly ServiceProvider _services;

    private OpenedInstallation(ServiceProvider services, BadgesOptions options)
    {
        _services = services;
        Options = options;
    }

    public BadgesOptions Options { get; }

    /// <summary>Every command has an option of its own: an option belongs to one command.</summary>
    public static Option<string?> CreateDataOption() => new("--data")
    {
        HelpName = "DIR",
        Description = "The data directory, instead of Badges__DataDirectory. Unless one is named it is data in the "
            + "working folder; in a checkout of the source, src/Badges.Server/data.",
    };

    /// <summary>Runs the work on the installation; a wrong setting is told, and ends with 78.</summary>
    public static async Task<int> RunAsync(string? dataDirectory, Func<OpenedInstallation, Task<int>> work)
    {
        var isCheckout = File.Exists(Path.Combine(ServerFolder, "Badges.Server.csproj"));
        var root = Path.GetFullPath(isCheckout ? ServerFolder : ".");
        var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
            ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
            ?? (isCheckout ? Development : "Production");
        var configuration = new ConfigurationBuilder()
            .SetBasePath(root)
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{environment}.json", optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(dataDirectory is null
                ? []
                : new Dictionary<string, string?>
                {
                    [DataSetting] = Path.GetFullPath(dataDirectory),
                })
            .Build();
        var settings = SettingsReader.Read(configuration, environment == Development, root);
        if (settings.Options is not { } options)
        {
            await Console.Error.WriteLineAsync(settings.Fault);
            return ExitCode.Configuration;
        }

        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddBadges(options);
        await using var installation = new OpenedInstallation(services.BuildServiceProvider(), options);
        return await work(installation);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

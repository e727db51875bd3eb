using System.Text.Json;
using Badges.Server;
using Badges.Server.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Badges.Benchmarks.Load;

/// <summary>
/// The whole service as it runs in production, on SQLite in a folder of its own, with badges that were awarded through
/// its use cases. Beside it, in the same process, an application with one empty route and nothing else.
/// </summary>
internal static class ServedApplication
{
    private const string Host = "https://badges.example.org";
    private const string AnyPort = "http://127.0.0.1:0";

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("badges-benchmark-").FullName;
        try
        {
            var options = new BadgesOptions
            {
                PublicUrl = new Uri(Host),
                DataDirectory = folder,
                KeyProtectionSecret = "a secret for benchmarks, of at least 32 characters",
            };
            await using var app = BadgesServer.Build(Builder(), options);
            app.MapGet("/empty", static () => { }).AllowAnonymous();
            if (await BadgesServer.PrepareAsync(app) is { } contradiction)
            {
                throw new InvalidOperationException(contradiction);
            }

            var sample = await SampleAwards.CreateAsync(app.Services);
            await app.StartAsync();
            await using var empty = await StartEmptyAsync();
            Console.WriteLine(JsonSerializer.Serialize(
                new { port = PortOf(app), emptyPort = PortOf(empty), sample.Ids, sample.Key }));
            await AnswerAsync();
            await app.StopAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Production",
            ContentRootPath = RepositoryRoot.PathOf("src/Badges.Server"),
            ApplicationName = typeof(BadgesServer).Assembly.GetName().Name,
        });
        builder.WebHost.UseUrls(AnyPort);
        // Its lines would be taken for answers.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        return builder;
    }

    private static async Task<WebApplication> StartEmptyAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(AnyPort);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/empty", static () => { });
        await app.StartAsync();
        return app;
    }

    private static async Task AnswerAsync()
    {
        while (await Console.In.ReadLineAsync() is { } question)
        {
            Console.WriteLine(question == "live"
                ? GC.GetTotalMemory(forceFullCollection: true)
                : GC.GetTotalAllocatedBytes());
        }
    }

    private static int PortOf(WebApplication app) => new Uri(app.Urls.Single()).Port;
}

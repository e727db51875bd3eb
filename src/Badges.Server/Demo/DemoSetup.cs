using Badges.Server.Features.Verification;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Demo;

public static class DemoSetup
{
    public static IServiceCollection AddDemo(this IServiceCollection services) => services
        .AddSingleton<DemoPeople>()
        .AddSingleton<DemoAwards>()
        .AddSingleton<DemoFiles>()
        .AddSingleton<IOwnFiles>(provider => provider.GetRequiredService<DemoFiles>())
        .AddSingleton<Demonstration>();

    /// <summary>Fills the installation, serves its extra pictures, and tells the accounts once it listens.</summary>
    public static async Task UseDemoAsync(this WebApplication app)
    {
        var summary = await app.Services.GetRequiredService<Demonstration>().PrepareAsync(CancellationToken.None);
        if (summary is null)
        {
            return;
        }

        app.MapGet("/demo/{name}", Show).AllowAnonymous().ExcludeFromDescription();
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Demonstration.Describe(summary)));
    }

    private static Results<PhysicalFileHttpResult, NotFound> Show(string name, DemoFiles files) =>
        files.FindPicture(name) is { } path ? TypedResults.PhysicalFile(path, "image/png") : TypedResults.NotFound();
}

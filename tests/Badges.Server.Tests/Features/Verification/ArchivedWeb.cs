using Badges.Server.Features.Verification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>A service whose web is a folder of documents.</summary>
public static class ArchivedWeb
{
    public static Task<TestApp> StartAsync(string folder) => TestApp.StartAsync(services =>
        services.Replace(ServiceDescriptor.Singleton<IDocumentSource>(ArchivedDocuments.Open(folder))));

    /// <summary>Expectations by file, as the shared folders keep them.</summary>
    public static IReadOnlyDictionary<string, string> Expected(string folder)
    {
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "EXPECTED.json")));
        return json.RootElement.GetProperty("cases").EnumerateObject()
            .ToDictionary(each => each.Name, each => each.Value.Text("verdict"));
    }
}

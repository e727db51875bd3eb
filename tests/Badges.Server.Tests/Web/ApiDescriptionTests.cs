using System.Text.Json;
using System.Text.Json.Nodes;

namespace Badges.Server.Tests.Web;

/// <summary>The description that is published with the schemas is the one that the service answers.</summary>
public sealed class ApiDescriptionTests : IAsyncLifetime
{
    private const string File = "schemas/badges-api-v1.openapi.json";

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Description_OfTheRunningService_IsThePublishedOne()
    {
        var answered = await ReadAsync();

        var published = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(Repository.PathOf(File)));

        Assert.True(
            JsonNode.DeepEquals(published, answered),
            $"The API changed. If it was meant to: curl http://localhost:5080/openapi/v1.json -o {File}");
    }

    [Fact]
    public async Task Description_EveryOperation_HasASummary()
    {
        var description = await ReadAsync();

        var silent = from path in description["paths"]!.AsObject()
                     from operation in path.Value!.AsObject()
                     where operation.Value?["summary"] is null
                     select $"{operation.Key} {path.Key}";

        Assert.Equal([], silent);
    }

    [Fact]
    public async Task SwaggerUi_LoadsFromThisServiceAlone()
    {
        var page = await _app.Client.GetStringAsync("/swagger/index.html");

        Assert.DoesNotContain("//cdn", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=\"http", page, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<JsonObject> ReadAsync() =>
        JsonSerializer.Deserialize<JsonObject>(await _app.Client.GetStringAsync("/openapi/v1.json"))
        ?? throw new InvalidOperationException("No description.");
}

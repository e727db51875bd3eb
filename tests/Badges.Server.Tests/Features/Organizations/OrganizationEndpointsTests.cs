using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Badges.Server.Tests.Features.Organizations;

public sealed class OrganizationEndpointsTests : IAsyncLifetime
{
    private const string Path = "/api/v1/organizations";

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Post_ByTheNetwork_EnrolsTheStructure()
    {
        using var network = _app.ClientWithKey(_app.NetworkKey);

        var created = await network.PostAsJsonAsync(Path, new
        {
            slug = "tri-et-fil",
            name = "Tri & Fil",
            kind = "ei",
            siret = "73282932000074",
            town = "Poitiers",
        });
        var read = await network.GetFromJsonAsync<JsonElement>(created.Headers.Location);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("Tri & Fil", read.GetProperty("name").GetString());
        Assert.Equal("73282932000074", read.GetProperty("siret").GetString());
    }

    [Fact]
    public async Task Post_SlugThatIsTaken_IsAConflict()
    {
        using var network = _app.ClientWithKey(_app.NetworkKey);

        var answer = await network.PostAsJsonAsync(Path, new { slug = TestApp.Structure, name = "Autre", kind = "ai" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("SlugOrSiretTaken", (await Problem(answer)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("slug", "Majuscules et blancs")]
    [InlineData("siret", "73282932000075")]
    [InlineData("kind", "network")]
    [InlineData("website", "javascript:alert(1)")]
    [InlineData("name", "Tri\u202Elif")]
    [InlineData("legalName", "Tri\0")]
    [InlineData("town", "Poitiers\u001B[31m")]
    [InlineData("department", "86\n")]
    [InlineData("publicEmail", "a\u2066@example.org")]
    [InlineData("publicPhone", "05\u0007")]
    [InlineData("website", "https://example.org/\u202E")]
    public async Task Post_OneFieldThatIsWrong_NamesTheField(string field, string value)
    {
        using var network = _app.ClientWithKey(_app.NetworkKey);
        var body = new Dictionary<string, string> { ["slug"] = "tri-et-fil", ["name"] = "Tri", ["kind"] = "ei", [field] = value };

        var answer = await network.PostAsJsonAsync(Path, body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([field], (await Problem(answer)).GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task Get_AnotherStructure_IsNotFoundForAStructuresKey()
    {
        using var structure = _app.ClientWithKey(_app.StructureKey);

        var own = await structure.GetAsync($"{Path}/{TestApp.Structure}");
        var other = await structure.GetAsync($"{Path}/{TestApp.OtherStructure}");

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task List_ByAStructure_HoldsItselfOnly()
    {
        using var structure = _app.ClientWithKey(_app.StructureKey);

        var list = await structure.GetFromJsonAsync<JsonElement>(Path);

        Assert.Equal(
            [TestApp.Structure],
            list.GetProperty("organizations").EnumerateArray().Select(each => each.GetProperty("slug").GetString()));
    }

    private static async Task<JsonElement> Problem(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>();
}

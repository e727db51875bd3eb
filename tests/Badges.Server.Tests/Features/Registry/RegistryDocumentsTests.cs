using System.Net;
using System.Text;
using System.Text.Json;
using Badges.Server.Features.Registry;
using Badges.Server.Settings;
using Badges.Server.Storage;
using Badges.Server.Tests.Features.Awards;
using Badges.Server.Tests.Features.Verification;

namespace Badges.Server.Tests.Features.Registry;

public sealed class RegistryDocumentsTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Get_Registry_HasTheShapeOfTheConsortiumAndMore()
    {
        await ExecuteAsync("update organizations set closed_on = '2026-01-15', legal_name = 'Association Chantier', "
            + $"siret = '73282932000074' where slug = '{TestApp.OtherStructure}'");

        var json = await JsonAsync();

        var meta = json.GetProperty("meta");
        Assert.Equal("INAÉ", meta.Text("name"));
        Assert.Equal($"{_app.Address}registre", meta.Text("url"));
        Assert.Equal(DidOf(TestApp.Network), meta.Text("issuer"));
        Assert.Equal("2026-02-01T09:00:00Z", meta.Text("created"));
        Assert.Equal("2026-02-01T09:00:00Z", meta.Text("updated"));
        var entries = json.GetProperty("registry");
        Assert.Equal(3, entries.EnumerateObject().Count());
        var entry = entries.GetProperty(DidOf(TestApp.OtherStructure));
        Assert.Equal("Chantier vert", entry.Text("name"));
        Assert.Equal($"https://{TestApp.OtherStructure}.test", entry.Text("url"));
        Assert.Equal("Pessac, France", entry.Text("location"));
        Assert.Equal("aci", entry.Text("kind"));
        Assert.Equal("73282932000074", entry.Text("siret"));
        Assert.Equal("Association Chantier", entry.Text("legalName"));
        Assert.Equal("Pessac", entry.Text("town"));
        Assert.Equal("2026-01-15", entry.Text("closedOn"));
        Assert.Equal(
            """[{"from":"2020-01-01","to":"2026-01-14"}]""", entry.GetProperty("recognised").GetRawText());
        Assert.Equal(
            [$"{_app.Address}ob2/issuers/{TestApp.OtherStructure}"],
            entry.GetProperty("alsoKnownAs").EnumerateArray().Select(each => each.GetString()));
    }

    [Fact]
    public async Task Get_Registry_IsSignedByTheNetworksPublishedKey()
    {
        var json = await JsonAsync();

        Assert.True(Proofs.Verifies(json));
        var proof = json.GetProperty("proof")[0];
        Assert.Equal("eddsa-jcs-2022", proof.Text("cryptosuite"));
        Assert.StartsWith($"{DidOf(TestApp.Network)}#", proof.Text("verificationMethod"), StringComparison.Ordinal);
        var did = await _app.Client.GetStringAsync(new Uri($"/issuers/{TestApp.Network}/did.json", UriKind.Relative));
        Assert.Contains($"\"{proof.Text("verificationMethod")}\"", did, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Registry_IsWhatOurOwnReaderTakes()
    {
        var text = await _app.Client.GetStringAsync(Path("/registry.json"));
        var source = new RegistrySource
        {
            Name = "INAÉ",
            Url = new("https://badges.example/registry.json"),
            PublicKey = Proofs.KidOf(JsonElement.Parse(text)),
        };

        var read = RegistryReader.Read(Encoding.UTF8.GetBytes(text), source, TestApp.Now);

        Assert.Null(read.Refusal);
        var issuer = Assert.Single(read.Value.Issuers, each => each.Ids[0] == DidOf(TestApp.Structure));
        Assert.Equal("L'Atelier du fil", issuer.Name);
        Assert.Contains($"{_app.Address}ob2/issuers/{TestApp.Structure}", issuer.Ids);
        Assert.Equal([new(new(2020, 1, 1), null)], issuer.Periods);
        Assert.Equal(TestApp.Now, read.Value.UpdatedAt);
    }

    [Fact]
    public async Task Get_Registry_MayBeReadFromAnyPageAndKeptForFiveMinutes()
    {
        using var answer = await _app.Client.GetAsync(Path("/registry.json"));

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(["*"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal("public, max-age=300", answer.Headers.CacheControl?.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        using var request = new HttpRequestMessage(HttpMethod.Get, Path("/registry.json"));
        request.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var again = await _app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var head = await _app.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Path("/registry.json")));
        Assert.Equal(answer.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Get_RegistryAgain_IsTheSameUntilTheNextDay()
    {
        var first = await _app.Client.GetStringAsync(Path("/registry.json"));
        _app.Clock.Advance(TimeSpan.FromHours(10));
        var evening = await _app.Client.GetStringAsync(Path("/registry.json"));
        _app.Clock.Advance(TimeSpan.FromHours(10));

        var next = await JsonAsync();

        Assert.Equal(first, evening);
        Assert.Equal("2026-02-02T00:00:00Z", next.GetProperty("meta").Text("updated"));
        Assert.True(Proofs.Verifies(next));
    }

    [Fact]
    public async Task Get_StructureThatWillBeRecognised_IsNotInItYet()
    {
        await ExecuteAsync("update organization_periods set recognised_from = '2026-02-02'");

        var today = await JsonAsync();
        _app.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Empty(today.GetProperty("registry").EnumerateObject());
        Assert.Equal(3, (await JsonAsync()).GetProperty("registry").EnumerateObject().Count());
    }

    [Theory]
    [InlineData("/registry.json", "application/json", HttpStatusCode.OK, "application/json")]
    [InlineData("/registry.json", "text/html", HttpStatusCode.NotAcceptable, "application/problem+json")]
    [InlineData("/registre", "*/*", HttpStatusCode.OK, "application/json")]
    [InlineData("/registre", "text/html", HttpStatusCode.OK, "text/html")]
    [InlineData("/registre", "image/png", HttpStatusCode.NotAcceptable, null)]
    public async Task Get_Accept_DecidesTheForm(string path, string accept, HttpStatusCode status, string? type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path(path));
        request.Headers.TryAddWithoutValidation("Accept", accept);

        using var answer = await _app.Client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        if (type is not null)
        {
            Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        }
    }

    private string DidOf(string slug) =>
        $"did:web:{_app.Address.Authority.Replace(":", "%3A", StringComparison.Ordinal)}:issuers:{slug}";

    private async Task<JsonElement> JsonAsync() =>
        JsonElement.Parse(await _app.Client.GetStringAsync(Path("/registry.json")));

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private Task ExecuteAsync(string sql) => _app.Get<Database>().WriteAsync(
        session => session.ExecuteAsync(sql, null, CancellationToken.None), CancellationToken.None);
}

using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Badges.Server.Features.Registry;
using Badges.Server.Storage;
using Badges.Server.Tests.Features.Awards;
using Badges.Server.Tests.Features.Verification;

namespace Badges.Server.Tests.Features.Registry;

/// <summary>A badge is judged with the registry as of its own date, whatever became of its structure.</summary>
public sealed class IssueDateTests : IAsyncLifetime
{
    private readonly AwardScene _scene = new();
    private JsonElement _award;

    public async Task InitializeAsync()
    {
        await _scene.InitializeAsync();
        _award = await _scene.AwardAsync();
    }

    public Task DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Post_StructureRecognisedToday_IsKnownWithRegistryNameAndDate()
    {
        var report = await VerifyAsync();

        Assert.Equal("known", report.Trust());
        Assert.Equal(
            "Nous connaissons cette structure. "
            + "Registre « INAÉ » : « L'Atelier du fil », reconnue depuis le 1er janvier 2020.",
            report.Check("registry").Text("detail"));
        Assert.Equal($"{_scene.App.Address}registry.json", report.Check("registry").Text("source"));
        Assert.Equal("2026-02-01T09:00:00Z", report.Check("registry").Text("at"));
    }

    [Fact]
    public async Task Post_StructureClosedSince_StaysKnownAndIsExplained()
    {
        await ChangeAsync("update organizations set closed_on = @day where slug = @slug", "2026-03-01");
        _scene.App.Clock.Advance(TimeSpan.FromDays(60));

        var report = await VerifyAsync();
        using var page = new PageClient(_scene.App.CreateClient());
        await page.GetAsync(new Uri(_award.Text("url")).AbsolutePath);

        Assert.Equal("valid", report.Verdict());
        Assert.Equal("known", report.Trust());
        Assert.Equal("passed", report.Check("registry").Text("outcome"));
        var detail = report.Check("registry").Text("detail");
        Assert.Contains("reconnue du 1er janvier 2020 au 28 février 2026", detail, StringComparison.Ordinal);
        Assert.Contains("Elle a fermé depuis, le 1er mars 2026.", detail, StringComparison.Ordinal);
        Assert.NotNull(page.Document?.QuerySelector(".verdict.authentic"));
        Assert.Contains("Elle a fermé depuis, le 1er mars 2026.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_RecognitionEndedSince_StaysKnownAndIsExplained()
    {
        await ChangeAsync("update organization_periods set recognised_to = @day where organization_id = "
            + "(select id from organizations where slug = @slug)", "2026-02-01");
        _scene.App.Clock.Advance(TimeSpan.FromDays(1));

        var report = await VerifyAsync();

        Assert.Equal("known", report.Trust());
        Assert.EndsWith("Cette reconnaissance a pris fin depuis.", report.Check("registry").Text("detail"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "recognised_from", "2026-02-02", "issuerRecognisedLater", "n’est reconnue que depuis le 2 février 2026")]
    [InlineData(
        "recognised_to", "2026-01-31", "issuerRecognisedBefore", "reconnue du 1er janvier 2020 au 31 janvier 2026")]
    public async Task Post_StructureNotRecognisedAtTheDate_IsAmberAndExplained(
        string column, string day, string code, string detail)
    {
        await ChangeAsync($"update organization_periods set {column} = @day where organization_id = "
            + "(select id from organizations where slug = @slug)", day);
        _scene.App.Clock.Advance(TimeSpan.FromMinutes(1));

        var report = await VerifyAsync();

        Assert.Equal("valid", report.Verdict());
        Assert.Equal("unknown", report.Trust());
        Assert.Equal(code, report.Check("registry").Text("code"));
        Assert.Contains(detail, report.Check("registry").Text("detail"), StringComparison.Ordinal);
        Assert.Contains("n’était pas reconnue à cette date", report.Text("sentence"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ChangeOfAnotherProcess_IsSeenWithinAMinute()
    {
        await VerifyAsync();
        await ChangeAsync("delete from organization_periods where organization_id = "
            + "(select id from organizations where slug = @slug) and @day is not null", "2026-02-01");

        _scene.App.Clock.Advance(TimeSpan.FromSeconds(59));
        var before = await VerifyAsync();
        _scene.App.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = await VerifyAsync();

        Assert.Equal("known", before.Trust());
        Assert.Equal("unknown", after.Trust());
        Assert.Equal("issuerNeverRecognised", after.Check("registry").Text("code"));
    }

    [Fact]
    public async Task Post_StructureEnrolledByThisProcess_IsSeenAtOnce()
    {
        var known = _scene.App.Get<KnownIssuers>();
        var registry = await known.LoadAsync(CancellationToken.None);
        using var network = _scene.Network();

        using var answer = await network.PostAsJsonAsync(
            "/api/v1/organizations", new { slug = "couture", name = "Couture d'ici", kind = "ei" });

        Assert.True(answer.IsSuccessStatusCode);
        var anew = await known.LoadAsync(CancellationToken.None);
        Assert.DoesNotContain(registry.Own?.Structures ?? [], each => each.Organization.Slug == "couture");
        Assert.Contains(anew.Own?.Structures ?? [], each => each.Organization.Slug == "couture");
        Assert.Same(anew, await known.LoadAsync(CancellationToken.None));
    }

    private async Task<JsonElement> VerifyAsync()
    {
        using var client = _scene.Structure();
        return await client.PostAsync(new { url = _award.Text("url") }).ReportAsync();
    }

    /// <summary>As another process would: this one is told nothing.</summary>
    private Task ChangeAsync(string sql, string day) => _scene.App.Get<Database>().WriteAsync(
        session => session.ExecuteAsync(
            sql,
            new { day = DateOnly.Parse(day, CultureInfo.InvariantCulture), slug = TestApp.Structure },
            CancellationToken.None),
        CancellationToken.None);
}

using System.Globalization;
using System.Net;
using Badges.Server.Features.Organizations;
using Badges.Server.Storage;

namespace Badges.Server.Tests.Features.Registry;

public sealed class RegistryPagesTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        await _app.Get<Database>().WriteAsync(
            session => session.ExecuteAsync(
                "update organizations set closed_on = @day, kind = 'ei' where slug = @slug",
                new { day = new DateOnly(2026, 1, 15), slug = TestApp.OtherStructure },
                CancellationToken.None),
            CancellationToken.None);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Get_Page_ListsStructuresWithKindPlaceAndDates()
    {
        using var page = await ShowAsync("/registre");

        var rows = RowsOf(page);
        Assert.Equal(["Chantier vert", "INAÉ", "L'Atelier du fil"], rows.Keys);
        Assert.Contains("Entreprise d'insertion (EI)\u00A0· Pessac (33)", rows["Chantier vert"], StringComparison.Ordinal);
        Assert.Contains("Reconnue du 1er janvier 2020 au 14 janvier 2026.", rows["Chantier vert"], StringComparison.Ordinal);
        Assert.Contains("A fermé le 15 janvier 2026.", rows["Chantier vert"], StringComparison.Ordinal);
        Assert.Contains("Reconnue depuis le 1er janvier 2020.", rows["INAÉ"], StringComparison.Ordinal);
        Assert.Equal(
            "/issuers/atelier-du-fil", page.Document?.QuerySelector("main .checks li:last-child a")?.GetAttribute("href"));
        Assert.Contains("/registry.json", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nom=atelier", "L'Atelier du fil")]
    [InlineData("nom=PESSAC", "Chantier vert")]
    [InlineData("nom=ina%C3%A9", "INAÉ")]
    [InlineData("type=ei", "Chantier vert")]
    [InlineData("type=aci", "L'Atelier du fil")]
    [InlineData("le=2026-01-14", "Chantier vert|INAÉ|L'Atelier du fil")]
    [InlineData("le=2026-01-15", "INAÉ|L'Atelier du fil")]
    [InlineData("le=2019-12-31", "")]
    [InlineData("nom=rien+de+tel", "")]
    [InlineData("nom=&type=&le=", "Chantier vert|INAÉ|L'Atelier du fil")]
    [InlineData("type=chose&le=hier&page=x", "Chantier vert|INAÉ|L'Atelier du fil")]
    public async Task Get_Search_ShowsThoseThatFit(string query, string expected)
    {
        using var page = await ShowAsync($"/registre?{query}");

        Assert.Equal(expected, string.Join('|', RowsOf(page).Keys));
        Assert.Equal(expected.Length == 0, page.Text.Contains("Aucune structure ne correspond.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_ManyStructures_AreOnPagesThatKeepTheSearch()
    {
        for (var number = 10; number < 63; number++)
        {
            await _app.Get<RegisterOrganization>().RunAsync(
                new()
                {
                    Slug = $"structure-{number}",
                    Name = $"Structure {number.ToString(CultureInfo.InvariantCulture)}",
                    Kind = OrganizationKind.Ai,
                    RecognisedFrom = new DateOnly(2021, 1, 1),
                },
                CancellationToken.None);
        }

        using var first = await ShowAsync("/registre?type=ai");
        var next = first.Document?.QuerySelector("a[rel=next]")?.GetAttribute("href");
        using var second = await ShowAsync(next ?? "");

        Assert.Equal("/registre?type=ai&page=2", next);
        Assert.Equal(50, RowsOf(first).Count);
        Assert.Equal(["Structure 60", "Structure 61", "Structure 62"], RowsOf(second).Keys);
        Assert.Equal(
            "/registre?type=ai", second.Document?.QuerySelector("a[rel=prev]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Get_AnyPage_LinksToTheRegistry()
    {
        using var page = await ShowAsync("/");

        Assert.NotNull(page.Document?.QuerySelector("footer a[href='/registre']"));
    }

    private async Task<PageClient> ShowAsync(string path)
    {
        var page = new PageClient(_app.CreateClient());
        using var answer = await page.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return page;
    }

    private static Dictionary<string, string> RowsOf(PageClient page) =>
        page.Document?.QuerySelectorAll("main .checks li")
            .ToDictionary(row => row.QuerySelector("a")?.TextContent ?? "", row => row.TextContent) ?? [];
}

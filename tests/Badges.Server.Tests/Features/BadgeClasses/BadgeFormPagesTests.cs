using System.Net;
using System.Net.Http.Json;
using Badges.Server.Features.BadgeClasses;

namespace Badges.Server.Tests.Features.BadgeClasses;

/// <summary>The network's forms, through a browser without JavaScript.</summary>
public sealed class BadgeFormPagesTests : IAsyncLifetime
{
    private const string Slug = "preparer-une-planche";

    private TestApp _app = null!;
    private PageClient _page = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _page = await _app.SignInAsync(TestApp.Administrator);
    }

    public async Task DisposeAsync()
    {
        _page.Dispose();
        await _app.DisposeAsync();
    }

    private static Dictionary<string, string> Fields => new()
    {
        ["name"] = "Préparer une planche",
        ["shortName"] = "Planche",
        ["description"] = "Ce badge rend visible la préparation d'une planche.\r\nDu désherbage au semis.",
        ["employerSentence"] = "Cette personne prépare une planche de culture seule.",
        ["plainSentence"] = "Vous savez préparer une planche de culture.",
        ["imageAlt"] = "Badge rond : une bêche.",
        ["audience"] = "parcours",
        ["awardPolicy"] = "listed",
        ["awarders"] = "L'Atelier du fil\r\nchantier-vert",
        ["sector"] = "Maraîchage",
        ["achievementType"] = "Competency",
        ["criteria[0].text"] = "Désherber la planche.",
        ["criteria[0].mandatory"] = "true",
        ["criteria[3].text"] = "Tracer des rangs droits.",
        ["evidence[0].kind"] = "observation",
        ["evidence[0].description"] = "Une planche préparée devant l'encadrant.",
        ["alignments[0].relation"] = "vise",
    };

    [Fact]
    public async Task Forms_FromNothingToThePublishedBadge()
    {
        await _page.GetAsync(BadgeFormPages.NewPath);
        var defined = await _page.PostFormAsync(BadgeFormPages.NewPath, Fields);
        await _page.FollowAsync(defined);
        var drawn = await _page.PostFilesAsync($"/badges/{Slug}/image", Recipe("dessin"), []);
        await _page.FollowAsync(drawn);
        await _page.GetAsync($"/badges/{Slug}/publier");
        var published = await _page.PostFormAsync($"/badges/{Slug}/publier", []);
        await _page.FollowAsync(published);

        Assert.Equal($"/badges/{Slug}/image", defined.Headers.Location?.ToString());
        Assert.Equal($"/badges/{Slug}/image", drawn.Headers.Location?.ToString());
        Assert.Equal($"/badges/{Slug}", published.Headers.Location?.ToString());
        Assert.Contains("Préparer une planche", _page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Brouillon", _page.Text, StringComparison.Ordinal);
        var badge = await (await _app.Network().GetAsync($"{BadgeApp.Api}/{Slug}")).JsonAsync();
        Assert.Equal(2, badge.GetProperty("awarders").GetArrayLength());
        var version = badge.GetProperty("version");
        Assert.Equal(
            [true, false],
            version.GetProperty("criteria").EnumerateArray()
                .Select(criterion => criterion.GetProperty("mandatory").GetBoolean()));
        Assert.Contains(
            "planche. Du désherbage", version.GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_Faulty_ComesBackWithWhatWasTyped()
    {
        var fields = Fields;
        fields["name"] = "";
        fields["validMonths"] = "douze";
        fields["criteria[3].text"] = new string('a', 201);
        await _page.GetAsync(BadgeFormPages.NewPath);

        var months = await _page.PostFormAsync(BadgeFormPages.NewPath, fields);
        var monthsText = Value("[name=validMonths]");
        fields["validMonths"] = "";
        var answer = await _page.PostFormAsync(BadgeFormPages.NewPath, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, months.StatusCode);
        Assert.Equal("douze", monthsText);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.StartsWith("À corriger", _page.Document?.Title, StringComparison.Ordinal);
        Assert.Equal(
            ["#champ-name", "#champ-criteria-3--text"],
            _page.Document?.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Désherber la planche.", _page.Document?.QuerySelector("[name='criteria[0].text']")?.TextContent);
        Assert.Equal(201, _page.Document?.QuerySelector("[name='criteria[3].text']")?.TextContent.Length);
        Assert.True(_page.Document?.QuerySelector("[name='criteria[0].mandatory']")?.HasAttribute("checked"));
        Assert.False(_page.Document?.QuerySelector("[name='criteria[3].mandatory']")?.HasAttribute("checked"));
        Assert.Equal("Maraîchage", Value("[name=sector]"));
    }

    [Fact]
    public async Task New_Empty_NamesEveryMissingField()
    {
        await _page.GetAsync(BadgeFormPages.NewPath);

        var answer = await _page.PostFormAsync(BadgeFormPages.NewPath, []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            [
                "#champ-name", "#champ-shortName", "#champ-description", "#champ-employerSentence",
                "#champ-plainSentence", "#champ-imageAlt", "#champ-criteria-0--text",
            ],
            _page.Document?.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Every_LinkOfAnErrorSummary_LeadsToAField()
    {
        await _page.GetAsync(BadgeFormPages.NewPath);
        await _page.PostFormAsync(BadgeFormPages.NewPath, new()
        {
            ["slug"] = "É",
            ["audience"] = "x",
            ["evidence[0].kind"] = "x",
            ["evidence[0].description"] = "x",
            ["alignments[1].targetName"] = "x",
            ["translations.en.description"] = "x",
        });

        var links = _page.Document?.QuerySelectorAll("[role=alert] a")
            .Select(link => link.GetAttribute("href") ?? "").ToList();

        Assert.NotEmpty(links ?? []);
        Assert.All(links ?? [], link => Assert.NotNull(_page.Document?.QuerySelector(link)));
    }

    [Fact]
    public async Task Edit_Draft_ShowsIt_AndSavesIt()
    {
        using var network = _app.Network();
        await network.PostAsJsonAsync(BadgeApp.Api, BadgeSamples.Request);

        await _page.GetAsync($"/badges/{Slug}/modifier");
        var shown = _page.Document?.QuerySelector("[name='criteria[1].text']")?.TextContent;
        var saved = await _page.PostFormAsync($"/badges/{Slug}/modifier", Fields);

        Assert.Equal("Tracer des rangs droits au cordeau.", shown);
        Assert.Equal($"/badges/{Slug}/publier", saved.Headers.Location?.ToString());
        await _page.FollowAsync(saved);
        Assert.Contains("Publier « Préparer une planche »", _page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_PublishedBadge_IsNotThere()
    {
        await _app.PublishSampleAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await _page.GetAsync($"/badges/{Slug}/modifier")).StatusCode);
    }

    [Fact]
    public async Task Publish_Incomplete_SaysWhatIsMissing()
    {
        await _page.GetAsync(BadgeFormPages.NewPath);
        await _page.PostFormAsync(BadgeFormPages.NewPath, new() { ["name"] = "Préparer une planche" });

        await _page.GetAsync($"/badges/{Slug}/publier");
        var asked = _page.Text;
        var answer = await _page.PostFormAsync($"/badges/{Slug}/publier", []);

        Assert.Contains("Donnez une image au badge.", asked, StringComparison.Ordinal);
        Assert.Null(_page.Document?.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task NewVersionAndRetire_FromTheBadgesPage()
    {
        await _app.PublishSampleAsync();
        await _page.GetAsync($"/badges/{Slug}");

        var started = await _page.PostFormAsync($"/badges/{Slug}/nouvelle-version", []);
        await _page.FollowAsync(started);
        var edit = _page.Text;
        await _page.GetAsync($"/badges/{Slug}/retirer");
        var retired = await _page.PostFormAsync($"/badges/{Slug}/retirer", []);
        await _page.FollowAsync(retired);

        Assert.Equal($"/badges/{Slug}/modifier", started.Headers.Location?.ToString());
        Assert.Contains("Modifier le brouillon", edit, StringComparison.Ordinal);
        Assert.Contains("Ce badge n'est plus remis depuis le 1er février 2026.", _page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Picture_Upload_IsKept_AndARefusedOneComesBackWithTheReason()
    {
        using var network = _app.Network();
        await network.PostAsJsonAsync(BadgeApp.Api, BadgeSamples.Request);
        var png = DrawPicture.From(BadgeSamples.Recipe, "Autre").Png ?? [];
        await _page.GetAsync($"/badges/{Slug}/image");

        var refused = await _page.PostFilesAsync(
            $"/badges/{Slug}/image", Recipe("fichier"), new() { ["png"] = ([1, 2, 3], "x.png") });
        var reason = _page.Text;
        var kept = await _page.PostFilesAsync(
            $"/badges/{Slug}/image", Recipe("fichier"), new() { ["png"] = (png, "x.png") });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Ce fichier n'est pas une image PNG.", reason, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, kept.StatusCode);
    }

    [Fact]
    public async Task List_ShowsDraftsAndRetired()
    {
        await _app.PublishSampleAsync();
        await _page.GetAsync(BadgeFormPages.NewPath);
        await _page.PostFormAsync(BadgeFormPages.NewPath, new() { ["name"] = "Encore vide" });

        await _page.GetAsync(BadgeFormPages.ListPath);

        Assert.Contains("Encore vide", _page.Text, StringComparison.Ordinal);
        Assert.Contains("Brouillon", _page.Text, StringComparison.Ordinal);
        Assert.Equal(2, _page.Document?.QuerySelectorAll(".badge-card").Length);
    }

    [Fact]
    public async Task Post_WithoutToken_IsRefused()
    {
        foreach (var path in (string[])[BadgeFormPages.NewPath, $"/badges/{Slug}/publier", $"/badges/{Slug}/retirer",
            $"/badges/{Slug}/nouvelle-version", $"/badges/{Slug}/modifier", $"/badges/{Slug}/image"])
        {
            using var forged = await _app.SignInAsync(TestApp.Administrator);
            var answer = await forged.PostFormAsync(path, Fields);

            Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
        }
    }

    private static Dictionary<string, string> Recipe(string way) => new()
    {
        ["picture.shape"] = "shield",
        ["picture.palette"] = "plum",
        ["picture.icon"] = OfferedIcon.All[0].Path,
        ["picture.shortTitle"] = "Planche",
        ["maniere"] = way,
    };

    private string? Value(string selector) => _page.Document?.QuerySelector(selector)?.GetAttribute("value");
}

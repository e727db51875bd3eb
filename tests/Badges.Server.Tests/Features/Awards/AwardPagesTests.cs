using System.Net;
using AngleSharp.Html.Dom;

namespace Badges.Server.Tests.Features.Awards;

public sealed class AwardPagesTests(AwardScene scene) : IClassFixture<AwardScene>
{
    private const string Path = $"/badges/{AwardScene.Badge}/attribuer";

    [Fact]
    public async Task Form_Post_AwardsAndShowsWhatToHandOver()
    {
        using var page = await OpenAsync();

        using var answer = await page.PostFormAsync(Path, Fields(("GivenName", "Inès"), ("FamilyName", "Blanc")));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        using var shown = await page.FollowAsync(answer);

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Contains("Le badge est remis à Inès Blanc.", page.Text, StringComparison.Ordinal);
        Assert.Matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{3}", page.Text);
        var links = page.Document?.QuerySelectorAll("main a").Select(link => link.GetAttribute("href") ?? "").ToList() ?? [];
        Assert.Contains(links, link => link.StartsWith("/credentials/", StringComparison.Ordinal) && link.EndsWith(".png", StringComparison.Ordinal));
        Assert.Contains(links, link => link.StartsWith("/credentials/", StringComparison.Ordinal) && link.EndsWith(".svg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Form_PostTwice_AwardsOnce()
    {
        using var page = await OpenAsync();
        var key = page.Document?.QuerySelector("input[name=RequestKey]")?.GetAttribute("value") ?? "";
        var fields = Fields(("GivenName", "Deux"), ("FamilyName", "Fois"), ("RequestKey", key));

        using var first = await page.PostFormAsync(Path, fields);
        using var second = await page.PostFormAsync(Path, fields);

        Assert.NotNull(first.Headers.Location);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task Form_Opened_NothingIsTickedAndMandatoryCriteriaSaySo()
    {
        using var page = await OpenAsync();

        var boxes = page.Document?.QuerySelectorAll("input[name=Criteria]").OfType<IHtmlInputElement>().ToList() ?? [];
        Assert.Equal(3, boxes.Count);
        Assert.All(boxes, box => Assert.False(box.IsChecked));
        Assert.Contains("Obligatoire", page.Text, StringComparison.Ordinal);
        Assert.Equal("2026-02-01", page.Document?.QuerySelector("input[name=ObservedOn]")?.GetAttribute("value"));
        Assert.False((page.Document?.QuerySelector("input[name=EvidenceIsPublic]") as IHtmlInputElement)?.IsChecked);
    }

    [Fact]
    public async Task Form_NothingTicked_ComesBackWithWhatWasTyped()
    {
        using var page = await OpenAsync();

        using var answer = await page.PostFormAsync(
            Path, [new("GivenName", "Typé"), new("FamilyName", "Ici"), new("ObservedOn", "2026-02-01")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Typé", page.Document?.QuerySelector("input[name=GivenName]")?.GetAttribute("value"));
        Assert.Contains("obligatoires", page.Document?.QuerySelector("[role=alert]")?.TextContent, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string, string> Refusals => new()
    {
        { AwardScene.Badge, "GivenName", "", "FamilyName|", "Dites à qui vous remettez le badge." },
        { AwardScene.Badge, "ObservedOn", "2026-02-02", "", "n'est pas encore arrivée" },
        { AwardScene.Badge, "ObservedOn", "2026-01-31", "", "n'existait pas encore" },
        { AwardScene.Badge, "ObservedOn", "hier", "", "jour, mois, année" },
        { AwardScene.Badge, "Expires", "2026-01-01", "", "déjà passée" },
        { AwardScene.Badge, "Email", "encadrant@atelier.test", "", "à vous-même" },
        { AwardScene.Badge, "Email", "pas une adresse", "", "il lui manque quelque chose" },
        { AwardScene.Badge, "TieToEmail", "true", "", "Il faut l'adresse e-mail" },
        { AwardScene.Badge, "RecipientId", "00000000-0000-4000-8000-000000000000", "", "n'est pas connue" },
        { AwardScene.Badge, "Evidence", "Vu mardi.", "EvidenceIsPublic|true", "pour toujours" },
        { AwardScene.Badge, "Evidence", "MÉLODIE a bien trié.", "EvidenceIsPublic|true|ConfirmPublicText|true", "contient le nom" },
        { "arrete", "Reference", "x", "", "il n'est plus remis" },
        { "reserve", "Reference", "x", "", "ne peut pas remettre ce badge" },
        { "avec-preuve", "Reference", "x", "", "demande une preuve" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Form_RuleSaysNo_ComesBackWithTheSentence(
        string badge, string field, string value, string others, string sentence)
    {
        await RefusalScene.PrepareAsync(scene);
        using var page = await OpenAsync(badge);
        var more = others.Split('|').Chunk(2).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1]));

        using var answer = await page.PostFormAsync(
            $"/badges/{badge}/attribuer", Fields([("GivenName", "Mélodie"), ("FamilyName", "Rives"), (field, value), .. more]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page.Document?.QuerySelector("[role=alert]")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_PersonHoldsTheBadge_ComesBackWithTheSentence()
    {
        var award = await scene.AwardAsync(AwardScene.Body("page-twice"));
        using var page = await OpenAsync();

        using var answer = await page.PostFormAsync(
            Path, Fields(("RecipientId", AwardScene.Text(award, "recipient", "id"))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("a déjà ce badge", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_SharedEmail_AsksToChooseFromTheList()
    {
        await scene.AwardAsync(AwardScene.Body(recipient: new { givenName = "Une", email = "partage@example.org" }));
        using var page = await OpenAsync();

        using var answer = await page.PostFormAsync(Path, Fields(("GivenName", "Autre"), ("Email", "partage@example.org")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("choisissez-la dans la liste", page.Text, StringComparison.Ordinal);
        Assert.Contains("Une", page.Document?.QuerySelector("select[name=RecipientId]")?.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RefusalScene.ClosedStructure, "est fermée")]
    [InlineData(RefusalScene.KeylessStructure, "ne peut pas signer")]
    [InlineData("", "Dites quelle structure")]
    [InlineData("nulle-part", "n'existe pas")]
    public async Task Form_AdministratorForAStructureThatCannot_ComesBack(string organization, string sentence)
    {
        await RefusalScene.PrepareAsync(scene);
        using var page = await scene.App.SignInAsync(TestApp.Administrator);
        await page.GetAsync(Path);

        using var answer = await page.PostFormAsync(Path, Fields(("GivenName", "A"), ("Organization", organization)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page.Document?.QuerySelector("[role=alert]")?.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("brouillon")]
    [InlineData("nulle-part")]
    public async Task Form_BadgeWithoutPublishedVersion_DoesNotExist(string badge)
    {
        await RefusalScene.PrepareAsync(scene);
        using var page = await scene.App.SignInAsync(TestApp.Encadrant);

        using var answer = await page.GetAsync($"/badges/{badge}/attribuer");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Form_PostWithoutToken_IsRefused()
    {
        using var page = await scene.App.SignInAsync(TestApp.Encadrant);

        using var answer = await page.PostFormAsync(Path, Fields(("GivenName", "Sans"), ("FamilyName", "Jeton")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Form_NotSignedIn_LeadsToSignIn()
    {
        using var answer = await scene.GetAsync($"{scene.App.Address}{Path.TrimStart('/')}", "text/html");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("/connexion", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ManyAwards_ShowsThemInPages()
    {
        await using var many = new ManyAwards();
        await many.InitializeAsync(26);
        using var page = await many.Scene.App.SignInAsync(TestApp.Encadrant);

        await page.GetAsync("/remises");
        Assert.Contains("Badges remis par ma structure", page.Text, StringComparison.Ordinal);
        Assert.Equal(24, page.Document?.QuerySelectorAll(".badge-card").Length);
        await page.GetAsync(page.Document?.QuerySelector("a[rel=next]")?.GetAttribute("href") ?? "/");

        Assert.Equal(2, page.Document?.QuerySelectorAll(".badge-card").Length);
        Assert.Null(page.Document?.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Revocation_WithReason_IsSaidOnThePage()
    {
        var award = await scene.AwardAsync();
        using var page = await scene.App.SignInAsync(TestApp.Encadrant);
        await page.GetAsync($"/remises/{AwardScene.Text(award, "id")}");

        using var answer = await page.PostFormAsync(
            $"/remises/{AwardScene.Text(award, "id")}/retrait", new() { ["Reason"] = "duplicate", ["Note"] = "note" });
        using var shown = await page.FollowAsync(answer);

        Assert.Contains("Ce badge a été retiré le 1er février 2026 : Remis deux fois.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document?.QuerySelector("form[action$=retrait]"));
    }

    [Fact]
    public async Task Revocation_WithoutReason_ComesBack()
    {
        var award = await scene.AwardAsync();
        using var page = await scene.App.SignInAsync(TestApp.Encadrant);
        await page.GetAsync($"/remises/{AwardScene.Text(award, "id")}");

        using var answer = await page.PostFormAsync(
            $"/remises/{AwardScene.Text(award, "id")}/retrait", new() { ["Note"] = "gardée" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Choisissez une raison.", page.Text, StringComparison.Ordinal);
        Assert.Contains("gardée", page.Document?.QuerySelector("textarea[name=Note]")?.TextContent, StringComparison.Ordinal);
    }

    private async Task<PageClient> OpenAsync(string badge = AwardScene.Badge)
    {
        var page = await scene.App.SignInAsync(TestApp.Encadrant);
        await page.GetAsync($"/badges/{badge}/attribuer");
        return page;
    }

    /// <summary>A complete form, with these fields changed.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Fields(params IEnumerable<(string Name, string Value)> changes)
    {
        var fields = new Dictionary<string, string> { ["ObservedOn"] = "2026-02-01" };
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return [.. fields, new("Criteria", "1"), new("Criteria", "2")];
    }

    private sealed class ManyAwards : IAsyncDisposable
    {
        public AwardScene Scene { get; } = new();

        public async Task InitializeAsync(int count)
        {
            await Scene.InitializeAsync();
            for (var number = 0; number < count; number++)
            {
                await Scene.AwardAsync();
            }
        }

        public async ValueTask DisposeAsync() => await Scene.DisposeAsync();
    }
}

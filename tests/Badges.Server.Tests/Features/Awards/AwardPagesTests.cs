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
        Assert.NotNull(page.Document?.QuerySelector("main a[href^='/credentials/'][href$='.png']"));
        Assert.NotNull(page.Document?.QuerySelector("main a[href^='/credentials/'][href$='.svg']"));
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
    public async Task Form_Opened_NothingIsTickedAndOptionalCriteriaSaySo()
    {
        using var page = await OpenAsync();

        var boxes = page.Document?.QuerySelectorAll("input[name=Criteria]").OfType<IHtmlInputElement>().ToList() ?? [];
        Assert.Equal(3, boxes.Count);
        Assert.All(boxes, box => Assert.False(box.IsChecked));
        Assert.DoesNotContain("Obligatoire", page.Text, StringComparison.Ordinal);
        Assert.Contains("sauf ce qui est marqué « facultatif »", page.Text, StringComparison.Ordinal);
        Assert.Single(boxes, box => box.Closest(".tick")?.TextContent.Contains("Facultatif", StringComparison.Ordinal) == true);
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
        Assert.Contains("obligatoires", AlertOf(page), StringComparison.Ordinal);
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
        {
            AwardScene.Badge, "RecipientId", "00000000-0000-4000-8000-000000000000", "GivenName||FamilyName|",
            "n'est pas connue"
        },
        { AwardScene.Badge, "RecipientId", "00000000-0000-4000-8000-000000000000", "", "pas les deux." },
        { AwardScene.Badge, "Evidence", "Vu mardi.", "EvidenceIsPublic|true", "pour toujours" },
        {
            AwardScene.Badge, "Evidence", "MÉLODIE a bien trié.", "EvidenceIsPublic|true|ConfirmPublicText|true",
            "contient le nom"
        },
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
            $"/badges/{badge}/attribuer",
            Fields([("GivenName", "Mélodie"), ("FamilyName", "Rives"), (field, value), .. more]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, AlertOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_ChosenPersonAndAnotherName_AwardsToNeither()
    {
        await scene.PublishAsync("pas-les-deux");
        var known = await scene.AwardAsync();
        using var page = await OpenAsync("pas-les-deux");

        using var answer = await page.PostFormAsync(
            "/badges/pas-les-deux/attribuer",
            Fields(("RecipientId", AwardScene.Text(known, "recipient", "id")), ("FamilyName", "Autre")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(page.Document?.QuerySelector("[role=alert] a[href='#champ-RecipientId']"));
        Assert.Equal("Autre", page.Document?.QuerySelector("input[name=FamilyName]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Form_NothingButTheToken_ComesBack()
    {
        using var page = await OpenAsync();

        using var answer = await page.PostFormAsync(Path, []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(AlertOf(page));
    }

    [Fact]
    public async Task Revocation_NothingButTheToken_ComesBack()
    {
        var award = await scene.AwardAsync();
        using var page = await scene.App.SignInAsync(TestApp.Encadrant);
        await page.GetAsync($"/remises/{AwardScene.Text(award, "id")}");

        using var answer = await page.PostFormAsync($"/remises/{AwardScene.Text(award, "id")}/retrait", []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Choisissez une raison.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestApp.Encadrant, 5)]
    [InlineData(TestApp.Administrator, 6)]
    public async Task Revocation_Reasons_OnlyTheNetworkIsAskedAboutKeys(string account, int reasons)
    {
        var award = await scene.AwardAsync();
        using var page = await scene.App.SignInAsync(account);

        await page.GetAsync($"/remises/{AwardScene.Text(award, "id")}");

        var offered = page.Document?.QuerySelectorAll("input[name=Reason]").Select(each => each.GetAttribute("value"));
        Assert.Equal(reasons, offered?.Count());
        Assert.Equal(reasons == 6, offered?.Contains("keyCompromised"));
    }

    [Fact]
    public async Task List_Card_NamesThePersonFirst()
    {
        await scene.AwardAsync(AwardScene.Body(recipient: new { givenName = "Première", familyName = "Ligne" }));
        using var page = await scene.App.SignInAsync(TestApp.Encadrant);

        await page.GetAsync("/remises");

        var card = page.Document?.QuerySelectorAll(".badge-card")
            .Single(each => each.QuerySelector("h2")?.TextContent == "Première Ligne");
        Assert.Equal(
            "Gestes de gestes-de-test, remis le 1er février 2026", card?.QuerySelector(".note")?.TextContent);
        var first = page.Document?.QuerySelector("main a.button");
        Assert.Equal("/badges", first?.GetAttribute("href"));
        Assert.Null(first?.Closest(".badge-grid"));
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

        using var answer = await page.PostFormAsync(
            Path, Fields(("GivenName", "Autre"), ("Email", "partage@example.org")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("choisissez-la dans la liste", page.Text, StringComparison.Ordinal);
        var people = page.Document?.QuerySelector("select[name=RecipientId]")?.TextContent;
        Assert.Contains("Une", people, StringComparison.Ordinal);
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
        Assert.Contains(sentence, AlertOf(page), StringComparison.Ordinal);
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
        Assert.Equal("gardée", page.Document?.QuerySelector("textarea[name=Note]")?.TextContent.Trim());
    }

    private async Task<PageClient> OpenAsync(string badge = AwardScene.Badge)
    {
        var page = await scene.App.SignInAsync(TestApp.Encadrant);
        await page.GetAsync($"/badges/{badge}/attribuer");
        return page;
    }

    private static string? AlertOf(PageClient page) => page.Document?.QuerySelector("[role=alert]")?.TextContent;

    /// <summary>A complete form, with these fields changed.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Fields(
        params IEnumerable<(string Name, string Value)> changes)
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

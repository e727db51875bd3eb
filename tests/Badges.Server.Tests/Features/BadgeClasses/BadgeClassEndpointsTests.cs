using System.Net;
using System.Net.Http.Json;
using System.Text;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Storage;

namespace Badges.Server.Tests.Features.BadgeClasses;

public sealed class BadgeClassEndpointsTests : IAsyncLifetime
{
    private const string Api = BadgeApp.Api;
    private const string Slug = "preparer-une-planche";

    private TestApp _app = null!;
    private HttpClient _network = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _network = _app.Network();
    }

    public async Task DisposeAsync()
    {
        _network.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Post_CompleteBadge_MakesADraftThatOnlyTheNetworkSees()
    {
        var answer = await _network.PostAsJsonAsync(Api, BadgeSamples.Request);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal($"{Api}/{Slug}", answer.Headers.Location?.ToString());
        var draft = (await answer.JsonAsync()).GetProperty("draft");
        Assert.Equal("draft", draft.GetProperty("state").GetString());
        Assert.Equal(2, draft.GetProperty("criteria").GetArrayLength());
        using var structure = _app.ClientWithKey(_app.StructureKey);
        foreach (var client in (HttpClient[])[_app.Client, structure])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{Api}/{Slug}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/badges/{Slug}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/badges/{Slug}.png")).StatusCode);
            Assert.Equal(0, (await (await client.GetAsync(Api)).JsonAsync()).GetProperty("items").GetArrayLength());
        }
    }

    [Fact]
    public async Task Post_ThenGet_GivesBackWhatWasWritten()
    {
        var request = BadgeSamples.Request with
        {
            ValidMonths = 36,
            AwardPolicy = "listed",
            Awarders = [TestApp.Structure],
            Translations = new()
            {
                En = new()
                {
                    Name = "Preparing a bed",
                    ShortName = "Bed",
                    Description = "Preparing a bed, from weeding to sowing.",
                    EmployerSentence = "They prepare a bed alone.",
                    PlainSentence = "You can prepare a bed.",
                    ImageAlt = "A round badge: a spade.",
                    Criteria = ["Weed the bed.", "Draw straight rows."],
                },
            },
        };
        await _network.PostAsJsonAsync(Api, request);

        Snapshot.Match(WithoutIds(await _network.GetStringAsync($"{Api}/{Slug}")));
    }

    [Fact]
    public async Task Post_FaultyFields_NamesThem()
    {
        var answer = await _network.PostAsJsonAsync(
            Api, BadgeSamples.Request with { Name = "", Audience = "tous", Picture = null });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("InvalidBadge", await answer.CodeAsync());
        Assert.Equal(["name", "audience"], await answer.FaultyFieldsAsync());
    }

    [Theory]
    [InlineData("""{"name":5}""", "name")]
    [InlineData("""{"criteria":[{"mandatory":"true"}]}""", "criteria[0].mandatory")]
    public async Task Post_WrongType_NamesTheField(string body, string field)
    {
        using var network = _app.Network();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        var answer = await network.PostAsync(BadgeApp.Api, content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([field], await answer.FaultyFieldsAsync());
    }

    [Fact]
    public async Task Post_SlugTaken_IsAConflict()
    {
        await _network.PostAsJsonAsync(Api, BadgeSamples.Request);

        var answer = await _network.PostAsJsonAsync(Api, BadgeSamples.Request);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("SlugTaken", await answer.CodeAsync());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"name\": 3}")]
    public async Task Post_BodyThatIsNoBadge_IsABadRequest(string body)
    {
        var answer = await _network.PostAsync(Api, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Put_Draft_IsChangedAndItsPictureDrawnAgainUnderTheNewName()
    {
        var request = BadgeSamples.Request with { Picture = BadgeSamples.Recipe with { ShortTitle = null } };
        await _network.PostAsJsonAsync(Api, request);
        var before = await PictureAsync();

        var answer = await _network.PutAsJsonAsync(
            $"{Api}/{Slug}",
            request with { Picture = null, Name = "Préparer un carré", Criteria = [new() { Text = "Bêcher." }] });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var draft = (await answer.JsonAsync()).GetProperty("draft");
        Assert.Equal("Préparer un carré", draft.GetProperty("name").GetString());
        Assert.Equal(1, draft.GetProperty("criteria").GetArrayLength());
        Assert.NotEqual(before, await PictureAsync());
    }

    [Fact]
    public async Task Put_PublishedVersion_IsAConflict()
    {
        var id = await _app.PublishSampleAsync();

        foreach (var named in (string[])[Slug, id])
        {
            var answer = await _network.PutAsJsonAsync($"{Api}/{named}", BadgeSamples.Request);

            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Equal("VersionIsPublished", await answer.CodeAsync());
        }
    }

    [Fact]
    public async Task Put_PublishedVersionBesideADraft_IsAConflict_AndTheDraftByItsIdIsChanged()
    {
        var id = await _app.PublishSampleAsync();
        var started = await _network.PostAsync($"{Api}/{Slug}/versions", null);
        var draftId = (await started.JsonAsync()).GetProperty("draft").GetProperty("id").GetString();

        var refused = await _network.PutAsJsonAsync($"{Api}/{id}", BadgeSamples.Request);
        var changed = await _network.PutAsJsonAsync(
            $"{Api}/{draftId}", BadgeSamples.Request with { Name = "Autre nom" });

        Assert.Equal("VersionIsPublished", await refused.CodeAsync());
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(
            "Préparer une planche de culture",
            (await changed.JsonAsync()).GetProperty("version").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Versions_FromDraftToPublication_EachKeepsItsAddress()
    {
        var first = await _app.PublishSampleAsync();
        var started = await _network.PostAsync($"{Api}/{Slug}/versions", null);
        var again = await _network.PostAsync($"{Api}/{Slug}/versions", null);
        await _network.PutAsJsonAsync($"{Api}/{Slug}", BadgeSamples.Request with { Name = "Deuxième nom" });
        var published = await _network.PostAsync($"{Api}/{Slug}/publish", null);

        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        Assert.Equal("DraftExists", await again.CodeAsync());
        var version = (await published.JsonAsync()).GetProperty("version");
        Assert.Equal(2, version.GetProperty("number").GetInt32());
        var old = await (await _app.Client.GetAsync($"{Api}/{first}")).JsonAsync();
        Assert.Equal("Préparer une planche de culture", old.GetProperty("version").GetProperty("name").GetString());
        var achievement = await (await _app.Client.GetAsync($"/achievements/{first}")).JsonAsync();
        Assert.Equal("1", achievement.GetProperty("version").GetString());
    }

    [Fact]
    public async Task Publish_Incomplete_NamesWhatIsMissing_AndPublishesNothing()
    {
        await _network.PostAsJsonAsync(Api, BadgeSamples.Request with { Picture = null, Description = "" });

        var answer = await _network.PostAsync($"{Api}/{Slug}/publish", null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["description", "picture"], await answer.FaultyFieldsAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Client.GetAsync($"{Api}/{Slug}")).StatusCode);
    }

    [Fact]
    public async Task Publish_Twice_IsAConflict()
    {
        await _app.PublishSampleAsync();

        var answer = await _network.PostAsync($"{Api}/{Slug}/publish", null);

        Assert.Equal("VersionIsPublished", await answer.CodeAsync());
    }

    [Fact]
    public async Task Retire_Published_LeavesTheCatalogueAndStaysReadable()
    {
        await _app.PublishSampleAsync();

        var answer = await _network.PostAsync($"{Api}/{Slug}/retire", null);
        var again = await _network.PostAsync($"{Api}/{Slug}/retire", null);
        var version = await _network.PostAsync($"{Api}/{Slug}/versions", null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("BadgeIsRetired", await again.CodeAsync());
        Assert.Equal("BadgeIsRetired", await version.CodeAsync());
        Assert.Equal(0, (await (await _app.Client.GetAsync(Api)).JsonAsync()).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.OK, (await _app.Client.GetAsync($"/badges/{Slug}")).StatusCode);
    }

    [Fact]
    public async Task List_InPages_GivesEachBadgeOnce()
    {
        foreach (var name in (string[])["Un", "Deux", "Trois"])
        {
            await _app.PublishSampleAsync(BadgeSamples.Request with { Slug = null, Name = name });
        }

        var first = await (await _app.Client.GetAsync($"{Api}?limit=2")).JsonAsync();
        var cursor = first.GetProperty("nextCursor").GetString();
        var second = await (await _app.Client.GetAsync($"{Api}?limit=2&cursor={cursor}")).JsonAsync();

        Assert.Equal(["deux", "trois", "un"], first.GetProperty("items").EnumerateArray()
            .Concat(second.GetProperty("items").EnumerateArray())
            .Select(badge => badge.GetProperty("slug").GetString()));
        Assert.Null(second.GetProperty("nextCursor").GetString());
    }

    [Fact]
    public async Task Api_UnknownBadge_Is404WithItsCode()
    {
        foreach (var answer in (HttpResponseMessage[])
        [
            await _network.GetAsync($"{Api}/inconnu"),
            await _network.PutAsJsonAsync($"{Api}/inconnu", BadgeSamples.Request),
            await _network.PostAsync($"{Api}/inconnu/versions", null),
            await _network.PostAsync($"{Api}/inconnu/publish", null),
            await _network.PostAsync($"{Api}/inconnu/retire", null),
            await _network.PutAsJsonAsync($"{Api}/inconnu/image", BadgeSamples.Recipe),
        ])
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal("BadgeNotFound", await answer.CodeAsync());
        }
    }

    [Fact]
    public async Task Changes_Each_AreToldToTheJournal()
    {
        await _app.PublishSampleAsync();
        await _network.PostAsync($"{Api}/{Slug}/versions", null);
        await _network.PutAsJsonAsync($"{Api}/{Slug}/image", BadgeSamples.Recipe);
        await _network.PutAsJsonAsync($"{Api}/{Slug}", BadgeSamples.Request);
        await _network.PostAsync($"{Api}/{Slug}/retire", null);

        await using var session = await _app.Get<Database>().OpenAsync(CancellationToken.None);
        var actions = await session.QueryAsync<string>(
            "select action from audit where subject_kind = 'badge' and actor_kind = 'api-key' order by sequence", null,
            CancellationToken.None);

        Assert.Equal(
            [
                "badge.defined", "badge.published", "badge.version-started", "badge.picture-set", "badge.changed",
                "badge.retired",
            ],
            actions);
    }

    [Fact]
    public async Task Import_ProgrammeBadges_PublishesThemOnce()
    {
        var import = _app.Get<ImportBadgeClasses>();

        var first = await import.RunAsync(ImportBadgeClasses.ProgrammeBadges(), CancellationToken.None);
        var second = await import.RunAsync(ImportBadgeClasses.ProgrammeBadges(), CancellationToken.None);

        Assert.Empty(first.Refusals);
        Assert.Equal(14, first.Imported.Count);
        Assert.Empty(second.Imported);
        Assert.Equal(first.Imported, second.Present);
    }

    [Fact]
    public async Task Import_TextThatIsNoBadge_IsNamedAndTheOthersComeIn()
    {
        var outcome = await _app.Get<ImportBadgeClasses>().RunAsync(
            ["{", "{\"slug\":\"sans-nom\"}", ImportBadgeClasses.ProgrammeBadges().First()], CancellationToken.None);

        Assert.Equal(["", "sans-nom"], outcome.Refusals.Select(refused => refused.Slug));
        Assert.Single(outcome.Imported);
    }

    private async Task<string> PictureAsync()
    {
        using var page = await _app.SignInAsync(TestApp.Administrator);
        return await (await page.GetAsync($"/badges/{Slug}/brouillon.svg")).Content.ReadAsStringAsync();
    }

    private string WithoutIds(string json) => System.Text.RegularExpressions.Regex.Replace(
        json.Replace(_app.Address.ToString().TrimEnd('/'), "https://badges.test", StringComparison.Ordinal),
        "\"id\":\"[^\"]{22}\"", "\"id\":\"…\"").Replace(",\"", ",\n\"", StringComparison.Ordinal);
}

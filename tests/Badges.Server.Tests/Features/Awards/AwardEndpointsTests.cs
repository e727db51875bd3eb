using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Badges.Server.Features.Awards;

namespace Badges.Server.Tests.Features.Awards;

public sealed class AwardEndpointsTests(AwardScene scene) : IClassFixture<AwardScene>
{
    [Fact]
    public async Task Post_MinimalRequest_AnswersTheAwardAndEachAddress()
    {
        var award = await scene.AwardAsync();

        var id = award.GetProperty("id").GetString();
        Assert.Equal($"{scene.App.Address}credentials/{id}", award.GetProperty("url").GetString());
        Assert.Matches("^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{3}$", AwardScene.Text(award, "card", "code"));
        Assert.Equal(3, award.GetProperty("criteria").GetArrayLength());
        foreach (var form in (string[])["png", "svg", "json", "jwt", "assertion", "signedAssertion"])
        {
            using var answer = await scene.GetAsync(AwardScene.Text(award, form));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Post_SamePersonTwice_IsRefused()
    {
        var body = AwardScene.Body("twice");
        await scene.AwardAsync(body);

        await AssertRefusedAsync(body, HttpStatusCode.Conflict, "AlreadyHolds");
    }

    [Fact]
    public async Task Post_RecipientOfAnEarlierAnswer_IsTheSamePerson()
    {
        await scene.PublishAsync("autre-geste");
        var first = await scene.AwardAsync();
        var id = AwardScene.Text(first, "recipient", "id");

        var second = await scene.AwardAsync(AwardScene.Body(badgeClass: "autre-geste", recipient: new { id }));

        Assert.Equal(id, AwardScene.Text(second, "recipient", "id"));
    }

    [Theory]
    [InlineData("no-such-badge", HttpStatusCode.NotFound, "BadgeNotFound")]
    [InlineData("brouillon", HttpStatusCode.Conflict, "BadgeNotPublished")]
    [InlineData("arrete", HttpStatusCode.Conflict, "BadgeRetired")]
    [InlineData("reserve", HttpStatusCode.Forbidden, "NotAllowedToAward")]
    [InlineData("avec-preuve", HttpStatusCode.UnprocessableEntity, "EvidenceMissing")]
    public async Task Post_BadgeThatCannotBeAwarded_IsRefused(string badgeClass, HttpStatusCode status, string code)
    {
        await RefusalScene.PrepareAsync(scene);

        await AssertRefusedAsync(AwardScene.Body("r", badgeClass), status, code);
    }

    [Fact]
    public async Task Post_DateInFuture_IsRefused() => await AssertRefusedAsync(
        AwardScene.Body("r", observedOn: "2026-02-02"), HttpStatusCode.UnprocessableEntity, "DateInFuture");

    [Fact]
    public async Task Post_DateBeforeBadge_IsRefused() => await AssertRefusedAsync(
        AwardScene.Body("r", observedOn: "2026-01-31"), HttpStatusCode.UnprocessableEntity, "DateBeforeBadge");

    [Fact]
    public async Task Post_EndInThePast_IsRefused() => await AssertRefusedAsync(
        AwardScene.Body("r", expires: "2026-01-31"), HttpStatusCode.UnprocessableEntity, "ExpiryInPast");

    [Fact]
    public async Task Post_MandatoryCriterionMissing_IsRefused() => await AssertRefusedAsync(
        AwardScene.Body("r", criteria: new[] { 1, 3 }),
        HttpStatusCode.UnprocessableEntity, "MandatoryCriterionMissing");

    [Fact]
    public async Task Post_CriterionOfAnotherBadge_IsRefused() => await AssertRefusedAsync(
        AwardScene.Body("r", criteria: new object[] { 1, 2, "Danse." }),
        HttpStatusCode.UnprocessableEntity, "CriterionUnknown");

    [Fact]
    public async Task Post_PublicTextNotConfirmed_IsRefused() => await AssertRefusedAsync(
        AwardScene.Body("r", evidence: Public("A trié vingt sacs.")),
        HttpStatusCode.UnprocessableEntity, "PublicTextNotConfirmed");

    [Fact]
    public async Task Post_PublicTextNamesTheRecipient_IsRefused() => await AssertRefusedAsync(
        AwardScene.Body(
            recipient: new { givenName = "Zoé", familyName = "Kérouanton" },
            evidence: Public("ZOE a trié vingt sacs."),
            confirmPublicText: true),
        HttpStatusCode.UnprocessableEntity, "PublicTextNamesTheRecipient");

    [Fact]
    public async Task Post_SharedEmailAndAnotherName_IsAmbiguous()
    {
        const string email = "accueil@example.org";
        await scene.AwardAsync(AwardScene.Body(recipient: new { givenName = "Ana", email }));

        await AssertRefusedAsync(
            AwardScene.Body(recipient: new { givenName = "Bob", email }),
            HttpStatusCode.Conflict, "RecipientAmbiguous");
    }

    [Fact]
    public async Task Post_UnknownRecipientId_IsNotFound() => await AssertRefusedAsync(
        AwardScene.Body(recipient: new { id = Guid.NewGuid() }), HttpStatusCode.NotFound, "RecipientNotFound");

    [Fact]
    public async Task Post_NobodyNamed_IsRefused() => await AssertRefusedAsync(
        AwardScene.Body(recipient: new { }), HttpStatusCode.UnprocessableEntity, "RecipientMissing");

    [Fact]
    public async Task Post_EmailIdentityWithoutEmail_IsRefused() => await AssertRefusedAsync(
        AwardScene.Body("r", identity: "email"), HttpStatusCode.UnprocessableEntity, "EmailMissing");

    [Fact]
    public async Task Post_NetworkKeyWithoutStructure_IsRefused()
    {
        using var network = scene.Network();

        await AssertRefusedAsync(
            AwardScene.Body("r"), HttpStatusCode.UnprocessableEntity, "OrganizationMissing", network);
    }

    [Fact]
    public async Task Post_AnotherStructure_IsRefused() => await AssertRefusedAsync(
        AwardScene.Body("r", organization: TestApp.OtherStructure), HttpStatusCode.Forbidden, "NotAllowedToAward");

    [Fact]
    public async Task Post_ClosedStructure_IsRefused()
    {
        await RefusalScene.PrepareAsync(scene);
        using var network = scene.Network();

        await AssertRefusedAsync(
            AwardScene.Body("r", organization: RefusalScene.ClosedStructure),
            HttpStatusCode.Conflict, "OrganizationClosed", network);
    }

    [Fact]
    public async Task Post_IssuerWithoutKey_IsRefused()
    {
        await RefusalScene.PrepareAsync(scene);
        using var network = scene.Network();

        await AssertRefusedAsync(
            AwardScene.Body("r", organization: RefusalScene.KeylessStructure),
            HttpStatusCode.Conflict, "IssuerHasNoKey", network);
    }

    [Fact]
    public async Task Post_SomethingElse_IsExplainedByField()
    {
        using var client = scene.Structure();

        using var answer = await client.PostAsJsonAsync("/api/v1/awards", new
        {
            badgeClass = " ",
            recipient = new { email = "not an address" },
            evidence = new[] { new { visibility = "everybody" } },
            identity = "face",
        });

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            ["badgeClass", "recipient.email", "evidence[0].narrative", "evidence[0].visibility", "identity"],
            problem.GetProperty("errors").EnumerateObject().Select(field => field.Name));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"observedOn":"tomorrow"}""")]
    [InlineData("")]
    public async Task Post_NotTheJsonOfAnAward_IsABadRequest(string body)
    {
        using var client = scene.Structure();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync(new Uri("/api/v1/awards", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"observedOn":"2026-02-30"}""", "observedOn", "AAAA-MM-JJ")]
    [InlineData("""{"recipient":{"id":"zz"}}""", "recipient.id", "identifiant")]
    [InlineData("""{"confirmPublicText":"true"}""", "confirmPublicText", "sans guillemets")]
    [InlineData("""{"evidence":[{"narrative":1}]}""", "evidence[0].narrative", "texte")]
    [InlineData("""{"recipient":"Zoé"}""", "recipient", "forme attendue")]
    public async Task Post_WrongType_NamesTheField(string body, string field, string sentence)
    {
        using var client = scene.Structure();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync(new Uri("/api/v1/awards", UriKind.Relative), content);

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = Assert.Single(problem.GetProperty("errors").EnumerateObject());
        Assert.Equal(field, error.Name);
        Assert.Contains(sentence, error.Value[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnotherStructuresAward_DoesNotExist()
    {
        var id = AwardScene.Text(await scene.AwardAsync(), "id");
        using var other = await scene.App.SignInAsync(TestApp.OtherEncadrant);

        using var read = await other.GetAsync($"/api/v1/awards/{id}");
        using var page = await other.GetAsync($"/remises/{id}");
        using var list = await other.GetAsync("/api/v1/awards");

        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.DoesNotContain(id, await list.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_InPages_ShowsEachAwardOnce()
    {
        for (var count = 0; count < 3; count++)
        {
            await scene.AwardAsync();
        }

        using var client = scene.Structure();
        var all = await client.GetFromJsonAsync<JsonElement>("/api/v1/awards?limit=100");
        var ids = new List<string>();
        var cursor = "";
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/v1/awards?limit=2&cursor={cursor}");
            ids.AddRange(page.GetProperty("awards").EnumerateArray().Select(award => AwardScene.Text(award, "id")));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        Assert.Equal(all.GetProperty("awards").EnumerateArray().Select(award => AwardScene.Text(award, "id")), ids);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("cursor=nonsense")]
    public async Task List_NonsensePage_IsABadRequest(string query)
    {
        using var client = scene.Structure();

        using var answer = await client.GetAsync(new Uri($"/api/v1/awards?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static AwardEvidenceRequest[] Public(string narrative) =>
        [new AwardEvidenceRequest { Narrative = narrative, Visibility = "public" }];

    private async Task AssertRefusedAsync(object body, HttpStatusCode status, string code, HttpClient? caller = null)
    {
        using var structure = scene.Structure();
        using var answer = await (caller ?? structure).PostAsJsonAsync("/api/v1/awards", body);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, code), (answer.StatusCode, AwardScene.Text(problem, "code")));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(AwardScene.Text(problem, "title"));
    }
}

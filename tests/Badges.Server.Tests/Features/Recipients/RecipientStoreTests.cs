using System.Text.Json;
using Badges.Server.Features.Recipients;
using Badges.Server.Storage;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.Recipients;

public sealed class RecipientStoreTests(AwardScene scene) : IClassFixture<AwardScene>
{
    [Fact]
    public async Task Award_SameEmailInTwoStructures_KnowsTwoPeople()
    {
        var recipient = new { givenName = "Deux", email = "deux@example.org" };
        var here = await scene.AwardAsync(AwardScene.Body(recipient: recipient));
        using var network = scene.Network();

        using var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
            network, "/api/v1/awards", AwardScene.Body(recipient: recipient, organization: TestApp.OtherStructure));

        var there = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.NotEqual(AwardScene.Text(here, "recipient", "id"), AwardScene.Text(there, "recipient", "id"));
    }

    [Fact]
    public async Task Award_PersonKnownByReference_CompletesWhatWasMissing()
    {
        await scene.PublishAsync("second-geste");
        await scene.AwardAsync(AwardScene.Body("R-77"));

        var second = await scene.AwardAsync(AwardScene.Body(
            badgeClass: "second-geste",
            recipient: new { reference = "R-77", givenName = "Éva", familyName = "Sôl", email = "Eva@Example.org" }));

        Assert.Equal("Éva", AwardScene.Text(second, "recipient", "givenName"));
        await using var session = await scene.App.Get<Database>().OpenAsync(CancellationToken.None);
        var known = await session.QueryAsync<Recipient>(
            "select id, given_name, family_name, search_name, email, created_at from recipients where search_name = 'eva sol'",
            null,
            CancellationToken.None);
        Assert.Equal("eva@example.org", Assert.Single(known).Email);
    }

    [Fact]
    public async Task Award_PersonKnownByReference_ChangesNothingThatIsKnown()
    {
        await scene.PublishAsync("troisieme-geste");
        await scene.AwardAsync(AwardScene.Body(recipient: new { reference = "R-78", givenName = "Nom", email = "un@example.org" }));

        var second = await scene.AwardAsync(AwardScene.Body(
            badgeClass: "troisieme-geste",
            recipient: new { reference = "R-78", givenName = "Autre", email = "deux@example.org" }));

        Assert.Equal("Nom", AwardScene.Text(second, "recipient", "givenName"));
        Assert.Equal("un@example.org", AwardScene.Text(second, "recipient", "email"));
    }
}

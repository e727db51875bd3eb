using System.Text.Json;

namespace Badges.Interop.Tests;

/// <summary>
/// The receipt of a verification, made over HTTP and verified by Digital Bazaar's libraries, who fetch the network's
/// key from where it is published.
/// </summary>
public sealed class ReceiptTests(Referee referee) : IClassFixture<Referee>
{
    [RefereeFact]
    public async Task Receipt_OfAPublishedAward_IsVerifiedByTheReferee()
    {
        await using var app = await StartAsync();
        var receipt = await MakeAsync(app);

        Assert.True(Verify(receipt, app).GetProperty("verified").GetBoolean());
    }

    [RefereeFact]
    public async Task Receipt_WithAnotherVerdict_IsRefusedByTheReferee()
    {
        await using var app = await StartAsync();
        var text = (await MakeAsync(app)).GetRawText();
        var changed = text.Replace("\"verdict\":\"valid\"", "\"verdict\":\"revoked\"", StringComparison.Ordinal);
        Assert.NotEqual(text, changed);

        var refusal = Assert.Throws<RefusedByPeerException>(() => Verify(JsonElement.Parse(changed), app));

        Assert.Equal("Invalid signature.", refusal.Message);
    }

    /// <summary>Every member is a word of a vocabulary: a reader of JSON-LD loses none.</summary>
    [RefereeFact]
    public async Task Receipt_AsRdf_KeepsEveryMemberForTheReferee()
    {
        await using var app = await StartAsync();
        var receipt = await MakeAsync(app);

        var address = receipt.GetProperty("@context")[1].GetString() ?? "";
        var documents = new Dictionary<string, JsonElement>
        {
            [address] = JsonElement.Parse(await app.Client.GetStringAsync(address)),
        };
        var safe = referee.Ask("canonicalize", new { document = receipt, documents }).GetProperty("safe");
        Assert.False(safe.TryGetProperty("refusal", out var refusal), refusal.ToString());
        var quads = safe.GetProperty("nquads").GetString();

        Assert.NotNull(quads);
        var vocabulary = new Uri(app.Address, "/verifier/recu#");
        foreach (var word in new[] { "VerificationReceipt", "verdict", "trust", "sha256", "checks", "outcome", "at" })
        {
            Assert.Contains($"<{vocabulary}{word}>", quads, StringComparison.Ordinal);
        }
    }

    private JsonElement Verify(JsonElement document, TestApp app) => referee.Ask(
        "verifyPublished", new { document, origin = app.Address.GetLeftPart(UriPartial.Authority) });

    private static async Task<TestApp> StartAsync()
    {
        var app = await TestApp.StartAsync(clock: new TestClock(DateTimeOffset.UtcNow));
        await app.PublishProgrammeAsync(TestAwards.Badge);
        return app;
    }

    private static async Task<JsonElement> MakeAsync(TestApp app)
    {
        var award = await app.AwardAsync(TestAwards.Badge);
        return JsonElement.Parse(
            await app.MakeReceiptAsync(award.GetProperty("url").GetString(), "application/json"));
    }
}

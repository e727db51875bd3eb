using System.Text.Json;
using Badges.Server.Features.Awards;
using Badges.Server.Storage;

namespace Badges.Server.Tests.Features.Awards;

/// <summary>Awards from before embedded proofs get one; nothing that was signed is touched.</summary>
public sealed class SignMissingTests : IAsyncLifetime
{
    private readonly AwardScene _scene = new();

    public Task InitializeAsync() => _scene.InitializeAsync();

    public Task DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task SignMissing_OldAwards_GetTheFormOnceAndKeepTheOthers()
    {
        var awards = new[] { await _scene.AwardAsync(), await _scene.AwardAsync(), await _scene.AwardAsync() };
        await _scene.RevokeAsync(AwardScene.Text(awards[1], "id"));
        var before = await Task.WhenAll(awards.Select(JsonAsync));
        var tokens = await Task.WhenAll(awards.Select(JwtAsync));
        await ForgetAsync();
        _scene.App.Clock.Advance(TimeSpan.FromDays(1));

        var signed = await SignMissingAsync();
        var again = await SignMissingAsync();

        var after = await Task.WhenAll(awards.Select(JsonAsync));
        Assert.Equal(new(3, 0), signed);
        Assert.Equal(new(0, 0), again);
        Assert.Equal(tokens, await Task.WhenAll(awards.Select(JwtAsync)));
        Assert.All(after, credential => Assert.True(Proofs.Verifies(credential)));
        Assert.All(before.Zip(after), pair => Assert.Equal(
            Without(pair.First), Without(pair.Second)));
        Assert.All(after, credential => Assert.Equal(
            "2026-02-02T09:00:00Z", AwardScene.Text(credential.GetProperty("proof")[0], "created")));
    }

    [Fact]
    public async Task SignMissing_AwardThatIsGone_IsLeftAlone()
    {
        var award = await _scene.AwardAsync();
        await ForgetAsync();
        await RefusalScene.ExecuteAsync(_scene, "update awards set ended_at = awarded_at, end_kind = 'declined'");

        Assert.Equal(new(0, 0), await SignMissingAsync());

        using var answer = await _scene.GetAsync(AwardScene.Text(award, "json"));
        Assert.Equal(System.Net.HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task SignMissing_TokenSignedInOtherHands_GetsNoNewSignature()
    {
        var before = await _scene.AwardAsync();
        _scene.App.Clock.Advance(TimeSpan.FromHours(1));
        var since = _scene.App.Clock.GetUtcNow();
        var after = await _scene.AwardAsync();
        await ForgetAsync();
        await CompromiseAsync(since);

        var signed = await SignMissingAsync();

        Assert.Equal(new(1, 0), signed);
        Assert.True(Proofs.Verifies(await JsonAsync(before)));
        Assert.Equal("EnvelopedVerifiableCredential", AwardScene.Text(await JsonAsync(after), "type"));
    }

    [Fact]
    public async Task SignMissing_ThenACompromiseInBetween_TheAwardStaysGenuine()
    {
        var award = await _scene.AwardAsync();
        await ForgetAsync();
        _scene.App.Clock.Advance(TimeSpan.FromDays(1));
        var since = _scene.App.Clock.GetUtcNow();
        _scene.App.Clock.Advance(TimeSpan.FromDays(1));
        await SignMissingAsync();
        var withdrawn = Proofs.KidOf(await JsonAsync(award));

        await CompromiseAsync(since);

        var renewed = await JsonAsync(award);
        Assert.True(Proofs.Verifies(renewed));
        Assert.NotEqual(withdrawn, Proofs.KidOf(renewed));
        using var client = _scene.Structure();
        var told = await client.GetStringAsync($"/api/v1/awards/{AwardScene.Text(award, "id")}");
        Assert.Contains("\"keyCompromisedSince\":null", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignMissing_StructureWithoutUsableKeys_IsCountedAndTheOthersAreSigned()
    {
        await _scene.AwardAsync();
        await ForgetAsync();
        await RefusalScene.ExecuteAsync(_scene, "update signing_keys set retired_at = created_at");

        Assert.Equal(new(0, 1), await SignMissingAsync());
    }

    [Fact]
    public async Task SignMissing_EachAward_HasALineInTheJournal()
    {
        await _scene.AwardAsync();
        await _scene.AwardAsync();
        await ForgetAsync();

        await SignMissingAsync();

        Assert.Equal("2", await RefusalScene.ScalarAsync(
            _scene, "select count(*) from audit where action = 'award.form-added' and organization_id is not null"));
        await using var session = await _scene.App.Get<Database>().OpenAsync(CancellationToken.None);
        Assert.Null(await AuditLog.FindBreakAsync(session, CancellationToken.None));
    }

    [Fact]
    public async Task SignMissing_TwiceAtOnce_SignsEachAwardOnce()
    {
        await _scene.AwardAsync();
        await _scene.AwardAsync();
        await ForgetAsync();

        var signed = await Task.WhenAll(SignMissingAsync(), SignMissingAsync());

        Assert.Equal(2, signed.Sum(each => each.Signed));
        Assert.Equal(0, signed.Sum(each => each.Left));
    }

    private Task<MissingSigned> SignMissingAsync() => _scene.App.Get<SignMissing>().RunAsync(CancellationToken.None);

    private Task CompromiseAsync(DateTimeOffset since) =>
        _scene.App.Get<RotateKey>().RunAsync(TestApp.Structure, since, CancellationToken.None);

    private Task<JsonElement> JsonAsync(JsonElement award) => _scene.GetJsonAsync(AwardScene.Text(award, "json"));

    private Task<string> JwtAsync(JsonElement award) => _scene.GetTextAsync(AwardScene.Text(award, "jwt"));

    private Task ForgetAsync() =>
        RefusalScene.ExecuteAsync(_scene, "delete from award_forms where kind = 'ob3-eddsa-rdfc'");

    private static IEnumerable<(string, string)> Without(JsonElement credential) => credential.EnumerateObject()
        .Where(member => member.Name != "proof").Select(member => (member.Name, member.Value.GetRawText()));
}

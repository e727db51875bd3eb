using System.Text.Json;
using Badges.Server.Features.Awards;

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
        Assert.Equal(3, signed);
        Assert.Equal(0, again);
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

        Assert.Equal(0, await SignMissingAsync());

        using var answer = await _scene.GetAsync(AwardScene.Text(award, "json"));
        Assert.Equal(System.Net.HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task SignMissing_TwiceAtOnce_SignsEachAwardOnce()
    {
        await _scene.AwardAsync();
        await _scene.AwardAsync();
        await ForgetAsync();

        var signed = await Task.WhenAll(SignMissingAsync(), SignMissingAsync());

        Assert.Equal(2, signed.Sum());
    }

    private Task<int> SignMissingAsync() => _scene.App.Get<SignMissing>().RunAsync(CancellationToken.None);

    private Task<JsonElement> JsonAsync(JsonElement award) => _scene.GetJsonAsync(AwardScene.Text(award, "json"));

    private Task<string> JwtAsync(JsonElement award) => _scene.GetTextAsync(AwardScene.Text(award, "jwt"));

    private Task ForgetAsync() =>
        RefusalScene.ExecuteAsync(_scene, "delete from award_forms where kind = 'ob3-eddsa-rdfc'");

    private static IEnumerable<(string, string)> Without(JsonElement credential) => credential.EnumerateObject()
        .Where(member => member.Name != "proof").Select(member => (member.Name, member.Value.GetRawText()));
}

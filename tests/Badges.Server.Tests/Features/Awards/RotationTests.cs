using System.Net;
using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Server.Features.Awards;

namespace Badges.Server.Tests.Features.Awards;

public sealed class RotationTests : IAsyncLifetime
{
    private readonly AwardScene _scene = new();

    public Task InitializeAsync() => _scene.InitializeAsync();

    public Task DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Rotate_BySchedule_OldAwardsVerifyAndNewOnesUseTheNewKey()
    {
        var old = await _scene.AwardAsync();
        var oldJwt = await JwtAsync(old);
        var oldOb2 = await SignedAsync(old);
        var oldEmbedded = await EmbeddedAsync(old);

        var rotation = await RotateAsync(compromisedSince: null);

        var next = await _scene.AwardAsync();
        Assert.Equal(oldJwt, await JwtAsync(old));
        Assert.Equal(oldOb2, await SignedAsync(old));
        Assert.True(await VerifiesAsync(oldJwt));
        Assert.True(await VerifiesAsync(await JwtAsync(next)));
        Assert.EndsWith(rotation.Ob3JwtKid, Jws.TryRead(await JwtAsync(next))?.KeyId, StringComparison.Ordinal);
        Assert.Equal(oldEmbedded, await EmbeddedAsync(old));
        Assert.True(await EmbeddedVerifiesAsync(oldEmbedded));
        Assert.True(await EmbeddedVerifiesAsync(await EmbeddedAsync(next)));
        Assert.Equal(rotation.Ob3EmbeddedKid, Proofs.KidOf(Json(await EmbeddedAsync(next))));
        Assert.Null(rotation.Ob2Kid);
        Assert.Equal(4, (await DidAsync()).GetProperty("verificationMethod").GetArrayLength());
        Assert.True(await VerifiesOb2Async(oldOb2));
        Assert.True(await VerifiesOb2Async(await SignedAsync(next)));
    }

    [Fact]
    public async Task Rotate_AfterACompromise_OldKeysAreGoneAndEarlierAwardsAreSignedAgain()
    {
        var before = await _scene.AwardAsync();
        var beforeJwt = await JwtAsync(before);
        var beforeOb2 = await SignedAsync(before);
        var beforeEmbedded = await EmbeddedAsync(before);
        _scene.App.Clock.Advance(TimeSpan.FromHours(1));
        var since = _scene.App.Clock.GetUtcNow();
        _scene.App.Clock.Advance(TimeSpan.FromHours(1));
        var after = await _scene.AwardAsync();
        var afterJwt = await JwtAsync(after);
        var afterOb2 = await SignedAsync(after);
        var afterEmbedded = await EmbeddedAsync(after);
        _scene.App.Clock.Advance(TimeSpan.FromHours(1));

        var rotation = await RotateAsync(since);

        Assert.Equal(4, rotation.FormsSignedAgain);
        Assert.Equal(2, (await DidAsync()).GetProperty("verificationMethod").GetArrayLength());
        Assert.False(await EmbeddedVerifiesAsync(beforeEmbedded));
        Assert.True(await EmbeddedVerifiesAsync(await EmbeddedAsync(before)));
        Assert.Equal(afterEmbedded, await EmbeddedAsync(after));
        Assert.False(await EmbeddedVerifiesAsync(afterEmbedded));
        Assert.False(await VerifiesAsync(beforeJwt));
        AssertSameButKey(beforeJwt, await JwtAsync(before));
        Assert.True(await VerifiesAsync(await JwtAsync(before)));
        Assert.Equal(afterJwt, await JwtAsync(after));
        Assert.False(await VerifiesAsync(afterJwt));
        foreach (var (old, award) in ((string, JsonElement)[])[(beforeOb2, before), (afterOb2, after)])
        {
            var signed = await SignedAsync(award);
            Assert.NotEqual(old, signed);
            Assert.Equal(IdOf(old), IdOf(signed));
            Assert.False(await VerifiesOb2Async(old));
            Assert.True(await VerifiesOb2Async(signed));
        }
    }

    [Fact]
    public async Task Rotate_DocumentsOfEmbeddedKeys_StayWhenRetiredAndGoWhenCompromised()
    {
        var award = await _scene.AwardAsync();
        var first = Proofs.KidOf(Json(await EmbeddedAsync(award)));
        _scene.App.Clock.Advance(TimeSpan.FromHours(1));
        var second = (await RotateAsync(compromisedSince: null)).Ob3EmbeddedKid;

        Assert.Equal(HttpStatusCode.OK, await StatusOfKeyAsync(first));
        Assert.Equal(HttpStatusCode.OK, await StatusOfKeyAsync(second));
        Assert.Equal(second, Proofs.KidOf(await ProfileAsync()));

        _scene.App.Clock.Advance(TimeSpan.FromHours(1));
        var third = (await RotateAsync(TestApp.Now.AddMinutes(1))).Ob3EmbeddedKid;

        Assert.Equal(HttpStatusCode.NotFound, await StatusOfKeyAsync(first));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfKeyAsync(second));
        Assert.Equal(HttpStatusCode.OK, await StatusOfKeyAsync(third));
        Assert.Equal(third, Proofs.KidOf(await ProfileAsync()));
        Assert.Equal(third, Proofs.KidOf(Json(await EmbeddedAsync(award))));
        var set = await _scene.GetTextAsync($"{_scene.App.Address}issuers/{TestApp.Structure}/jwks.json");
        Assert.DoesNotContain(first, set, StringComparison.Ordinal);
        Assert.DoesNotContain(second, set, StringComparison.Ordinal);
        Assert.Contains(third, set, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotate_AfterACompromise_TellsWhichAwardsWereSignedLater()
    {
        var before = await _scene.AwardAsync();
        _scene.App.Clock.Advance(TimeSpan.FromHours(1));
        var since = _scene.App.Clock.GetUtcNow();
        var after = await _scene.AwardAsync();
        _scene.App.Clock.Advance(TimeSpan.FromHours(1));

        await _scene.App.Get<RotateKey>().RunAsync(TestApp.Structure, since, CancellationToken.None);

        var later = await _scene.AwardAsync();
        Assert.Null(await CompromiseAsync(before));
        Assert.Equal(since, await CompromiseAsync(after));
        Assert.Null(await CompromiseAsync(later));
        using var page = await _scene.App.SignInAsync(TestApp.Encadrant);
        await page.GetAsync($"/remises/{AwardScene.Text(after, "id")}");
        Assert.Contains("entre d'autres mains", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotate_AfterACompromise_StatusListsAreSignedWithTheNewKey()
    {
        var award = await _scene.AwardAsync();
        var address = AwardScene.Text(
            AwardScene.PayloadOf(await JwtAsync(award)), "credentialStatus", "statusListCredential");
        var old = Json(await _scene.GetTextAsync(address));

        await _scene.App.Get<RotateKey>().RunAsync(
            TestApp.Structure, _scene.App.Clock.GetUtcNow(), CancellationToken.None);

        var list = Json(await _scene.GetTextAsync(address));
        Assert.False(await IsListedAsync(Proofs.KidOf(old)));
        Assert.True(await IsListedAsync(Proofs.KidOf(list)));
        Assert.True(Proofs.Verifies(list));
    }

    [Fact]
    public async Task Rotate_UnknownIssuerOrFutureInstant_IsRefused()
    {
        var rotate = _scene.App.Get<RotateKey>();
        await _scene.AwardAsync();

        var unknown = await rotate.RunAsync("nobody", null, CancellationToken.None);
        var future = await rotate.RunAsync(
            TestApp.Structure, TestApp.Now.AddYears(1), CancellationToken.None);

        Assert.Equal(RotateKeyRefusal.IssuerNotFound, unknown.Refusal);
        Assert.Equal(RotateKeyRefusal.InstantInFuture, future.Refusal);
    }

    private Task<string> JwtAsync(JsonElement award) => _scene.GetTextAsync(AwardScene.Text(award, "jwt"));

    private Task<string> EmbeddedAsync(JsonElement award) => _scene.GetTextAsync(AwardScene.Text(award, "json"));

    private Task<string> SignedAsync(JsonElement award) =>
        _scene.GetTextAsync(AwardScene.Text(award, "signedAssertion"));

    private async Task<KeyRotation> RotateAsync(DateTimeOffset? compromisedSince) =>
        (await _scene.App.Get<RotateKey>().RunAsync(TestApp.Structure, compromisedSince, CancellationToken.None)).Value;

    private static string IdOf(string jws) => AwardScene.Text(AwardScene.PayloadOf(jws), "id");

    private async Task<HttpStatusCode> StatusOfKeyAsync(string kid)
    {
        using var answer = await _scene.GetAsync($"/issuers/{TestApp.Structure}/keys/{kid}");
        return answer.StatusCode;
    }

    private Task<JsonElement> ProfileAsync() =>
        _scene.GetJsonAsync($"{_scene.App.Address}issuers/{TestApp.Structure}");

    private Task<JsonElement> DidAsync() =>
        _scene.GetJsonAsync($"{_scene.App.Address}issuers/{TestApp.Structure}/did.json");

    private async Task<DateTimeOffset?> CompromiseAsync(JsonElement award)
    {
        var found = await _scene.App.Get<AwardStore>().FindAsync(AwardScene.Text(award, "id"), CancellationToken.None);
        return await _scene.App.Get<SignedFormStore>()
            .FindCompromiseAsync(found?.Id ?? Guid.Empty, CancellationToken.None);
    }

    /// <summary>As a stranger would: the key is fetched from the address in the header.</summary>
    private async Task<bool> VerifiesAsync(string jwt)
    {
        var jws = Jws.TryRead(jwt);
        using var answer = await _scene.GetAsync(jws?.KeyId ?? "");
        return answer.IsSuccessStatusCode && jws is not null
            && RsaJwk.TryRead(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement) is { } key
            && Jws.Verify(jws, key);
    }

    /// <summary>As a stranger would: the key is in the identifier, and the issuer's document must list it.</summary>
    private async Task<bool> EmbeddedVerifiesAsync(string credential) =>
        Proofs.Verifies(Json(credential)) && await IsListedAsync(Proofs.KidOf(Json(credential)));

    private async Task<bool> IsListedAsync(string kid) => (await DidAsync()).GetProperty("assertionMethod")
        .EnumerateArray().Any(each => each.GetString()!.EndsWith($"#{kid}", StringComparison.Ordinal));

    private static JsonElement Json(string text) => JsonElement.Parse(text);

    private async Task<bool> VerifiesOb2Async(string text)
    {
        var jws = Jws.TryRead(text);
        var issuer = await _scene.GetJsonAsync($"{_scene.App.Address}ob2/issuers/{TestApp.Structure}");
        var creator = AwardScene.Text(AwardScene.PayloadOf(text), "verification", "creator");
        using var answer = await _scene.GetAsync(creator);
        return answer.IsSuccessStatusCode && jws is not null && AwardScene.Text(issuer, "publicKey") == creator
            && RsaJwk.TryReadPem(AwardScene.Text(
                JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement, "publicKeyPem")) is { } key
            && Jws.Verify(jws, key);
    }

    private static void AssertSameButKey(string old, string next)
    {
        Assert.NotEqual(old, next);
        Assert.Equal(AwardScene.PayloadOf(old).GetRawText(), AwardScene.PayloadOf(next).GetRawText());
    }
}

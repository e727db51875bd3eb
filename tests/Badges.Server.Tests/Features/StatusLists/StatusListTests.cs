using System.Globalization;
using System.Net;
using System.Text.Json;
using Badges.Credentials.Status;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.StatusLists;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.StatusLists;

public sealed class StatusListTests : IAsyncLifetime
{
    private readonly AwardScene _scene = new();
    private string _list = "";

    public async Task InitializeAsync()
    {
        await _scene.InitializeAsync();
        var award = await _scene.AwardAsync();
        var credential = AwardScene.PayloadOf(await _scene.GetTextAsync(AwardScene.Text(award, "jwt")));
        _list = AwardScene.Text(credential, "credentialStatus", "statusListCredential");
    }

    public Task DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData(null, "application/vc+ld+json")]
    [InlineData("*/*", "application/vc+ld+json")]
    [InlineData("application/json, application/ld+json, application/vc+jwt, text/plain", "application/ld+json")]
    [InlineData("text/plain", "text/plain")]
    [InlineData("application/vc+jwt", "application/vc+jwt")]
    [InlineData("application/vc+ld+json", "application/vc+ld+json")]
    [InlineData("application/json", "application/json")]
    public async Task Get_Accept_DecidesTheForm(string? accept, string mediaType)
    {
        using var answer = await _scene.GetAsync(_list, accept);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(mediaType, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromMinutes(5), answer.Headers.CacheControl?.MaxAge);
        Assert.StartsWith(
            mediaType.EndsWith("json", StringComparison.Ordinal) ? "{\"@context\"" : "eyJ",
            await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_JsonAndJwt_SayTheSameAndAreSignedByTheIssuer()
    {
        var list = await _scene.GetJsonAsync(_list);
        var jwt = AwardScene.PayloadOf(await TokenAsync());

        Assert.Equal(
            list.GetProperty("credentialSubject").GetRawText(), jwt.GetProperty("credentialSubject").GetRawText());
        var method = AwardScene.Text(list.GetProperty("proof")[0], "verificationMethod");
        Assert.StartsWith($"{AwardScene.Text(list, "issuer")}#z6Mk", method, StringComparison.Ordinal);
        Assert.True(Proofs.Verifies(list));
    }

    [Fact]
    public async Task Get_OnlyAPageWanted_IsNotAcceptableAndAnswersNoPage()
    {
        using var answer = await _scene.GetAsync(_list, "text/html");

        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Get_WithinADay_IsTheSameTextAndAfterItIsFresh()
    {
        var first = await _scene.GetTextAsync(_list);
        _scene.App.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(first, await _scene.GetTextAsync(_list));
        _scene.App.Clock.Advance(TimeSpan.FromHours(2));

        var list = await _scene.GetJsonAsync(_list);

        Assert.Equal("2026-02-02T10:00:00Z", AwardScene.Text(list, "validFrom"));
        Assert.Equal("2026-02-09T10:00:00Z", AwardScene.Text(list, "validUntil"));
        Assert.Equal(300_000, list.GetProperty("credentialSubject").GetProperty("ttl").GetInt32());
    }

    [Fact]
    public async Task Get_WhileManyAreTakenBack_HasEachBitInBothFormsAtOnce()
    {
        var awards = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _scene.AwardAsync()));
        await Task.WhenAll(awards.Select(async award =>
        {
            var entry = (await _scene.GetJsonAsync(AwardScene.Text(award, "json"))).GetProperty("credentialStatus");
            Assert.False(IsSet(await _scene.GetJsonAsync(_list), entry));

            await _scene.RevokeAsync(AwardScene.Text(award, "id"));

            var list = await _scene.GetJsonAsync(_list);
            Assert.True(IsSet(list, entry));
            Assert.True(Proofs.Verifies(list));
            Assert.True(IsSet(AwardScene.PayloadOf(await TokenAsync()), entry));
        }));
    }

    [Fact]
    public async Task Next_ListNearlyFull_BeginsAnother()
    {
        var issuer = await _scene.App.Get<IssuerStore>().FindAsync(TestApp.Structure, CancellationToken.None);
        Assert.NotNull(issuer);
        var award = await RefusalScene.ScalarAsync(_scene, "select id from awards limit 1");
        var list = await RefusalScene.ScalarAsync(_scene, "select id from status_lists limit 1");
        await RefusalScene.ExecuteAsync(
            _scene,
            $"""
            insert into status_entries (list_id, position, award_id, value)
            with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n < 131071)
            select '{list}', n, '{award}', 0 from numbers where true on conflict do nothing
            """);

        var position = await _scene.App.Get<AllocateStatus>().NextAsync(issuer, CancellationToken.None);

        Assert.NotEqual(_list, position.ListAddress);
        using var answer = await _scene.GetAsync(position.ListAddress);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Positions_OfManyAwards_AreSpreadAndUnique()
    {
        var issuer = await _scene.App.Get<IssuerStore>().FindAsync(TestApp.Structure, CancellationToken.None);
        Assert.NotNull(issuer);
        var allocate = _scene.App.Get<AllocateStatus>();
        var positions = new List<int>();
        for (var count = 0; count < 50; count++)
        {
            positions.Add((await allocate.NextAsync(issuer, CancellationToken.None)).Position);
        }

        Assert.True(positions.Max() - positions.Min() > 50_000);
    }

    private static bool IsSet(JsonElement list, JsonElement entry) =>
        BitstringStatusList.TryDecode(AwardScene.Text(list, "credentialSubject", "encodedList"), 1 << 20)?.IsSet(
            int.Parse(AwardScene.Text(entry, "statusListIndex"), CultureInfo.InvariantCulture)) is true;

    private async Task<string> TokenAsync()
    {
        using var answer = await _scene.GetAsync(_list, "application/vc+jwt");
        return await answer.Content.ReadAsStringAsync();
    }
}

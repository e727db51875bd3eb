using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Badges.Server.Tests.Features.Awards;

public sealed class IdempotencyTests(AwardScene scene) : IClassFixture<AwardScene>
{
    [Fact]
    public async Task Post_SameRequestTwice_AwardsOnceAndAnswersTheSame()
    {
        var (status, first) = await PostAsync("key-1", AwardScene.Body("once"));
        Assert.Equal(HttpStatusCode.Created, status);
        await scene.RevokeAsync(AwardScene.Text(JsonDocument.Parse(first).RootElement, "id"));

        var (again, second) = await PostAsync("key-1", AwardScene.Body("once"));

        Assert.Equal(HttpStatusCode.Created, again);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Post_SameKeyAnotherBody_IsRefused()
    {
        await PostAsync("key-2", AwardScene.Body("two-a"));

        var (status, body) = await PostAsync("key-2", AwardScene.Body("two-b"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("IdempotencyKeyReused", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SameRefusedRequestTwice_AnswersTheSameRefusal()
    {
        var body = AwardScene.Body("three", observedOn: "2026-02-02");
        var first = await PostAsync("key-3", body);

        var second = await PostAsync("key-3", body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.Status);
        Assert.Equal(first.Status, second.Status);
        Assert.Contains("DateInFuture", second.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SameKeyOfAnotherCaller_IsAnotherRequest()
    {
        await PostAsync("key-4", AwardScene.Body("four"));
        using var network = scene.Network();

        var (status, _) = await PostAsync(
            "key-4", AwardScene.Body("four", organization: TestApp.OtherStructure), network);

        Assert.Equal(HttpStatusCode.Created, status);
    }

    [Fact]
    public async Task Post_SixTimesAtOnce_AwardsOnce()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => PostAsync("key-5", AwardScene.Body("at-once"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Single(answers.Select(answer => answer.Body).Distinct());
    }

    [Fact]
    public async Task Post_ThirtyTimesAtOnceToNewPeople_EachRetryGetsTheFirstAnswer()
    {
        for (var round = 0; round < 5; round++)
        {
            var key = $"key-30-{round}";
            var body = AwardScene.Body($"thirty-{round}");
            var answers = await Task.WhenAll(
                Enumerable.Range(0, 30).Select(_ => Task.Run(() => PostAsync(key, body))));

            Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.Created, answer.Body));
            Assert.Single(answers.Select(answer => answer.Body).Distinct());
        }
    }

    [Fact]
    public async Task Post_AfterNinetyDays_TheKeyIsFreeAgain()
    {
        await using var later = new LaterScene();
        await later.InitializeAsync();
        await later.PostAsync("key-6", "six-a");
        later.Scene.App.Clock.Advance(TimeSpan.FromDays(91));

        var status = await later.PostAsync("key-6", "six-b");

        Assert.Equal(HttpStatusCode.Created, status);
    }

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(
        string key, object body, HttpClient? caller = null)
    {
        using var structure = scene.Structure();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/awards")
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await (caller ?? structure).SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A service whose clock this test alone moves.</summary>
    private sealed class LaterScene : IAsyncDisposable
    {
        public AwardScene Scene { get; } = new();

        public Task InitializeAsync() => Scene.InitializeAsync();

        public async Task<HttpStatusCode> PostAsync(string key, string reference)
        {
            using var client = Scene.Structure();
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/awards")
            {
                Content = JsonContent.Create(AwardScene.Body(reference)),
            };
            request.Headers.Add("Idempotency-Key", key);
            using var answer = await client.SendAsync(request);
            return answer.StatusCode;
        }

        public async ValueTask DisposeAsync() => await Scene.DisposeAsync();
    }
}

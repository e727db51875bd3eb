using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Badges.Fuzzing.Submissions;

/// <summary>The real service, on a network where every name leads to the attacker. The time that an answer may take
/// passes ten times as fast.</summary>
public sealed class SubmissionApp : IAsyncDisposable
{
    public const string Api = "/api/v1/verifications";
    public const string Page = "/verifier";

    private readonly PlayedNetwork _network;
    private readonly TestApp _app;
    private readonly HttpClient _client;

    private SubmissionApp(PlayedNetwork network, TestApp app)
    {
        _network = network;
        _app = app;
        _client = app.ClientWithKey(app.StructureKey);
        _client.Timeout = TimeSpan.FromSeconds(60);
    }

    public Uri Address => _app.Address;

    public int ConnectionsInside => _network.ConnectionsInside;

    /// <summary>The paths that the attacker was asked for.</summary>
    public IReadOnlyList<string> Asked => _network.Asked;

    public static async Task<SubmissionApp> StartAsync(TimeProvider? time = null)
    {
        var network = new PlayedNetwork(
            AttackersServer.AnswerAsync, TestCertificates.Right, [], time ?? new HurriedTime());
        var app = await TestApp.StartAsync(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(network.Http));
            if (time is not null)
            {
                services.Replace(ServiceDescriptor.Singleton(time));
            }
        });
        return new SubmissionApp(network, app);
    }

    /// <summary>A form with one file.</summary>
    public Task<Answer> PostFileAsync(string path, byte[] file, string? recipient = null)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "badge" } };
        if (recipient is not null)
        {
            form.Add(new StringContent(recipient), "recipient");
        }

        return PostAsync(path, form);
    }

    public Task<Answer> PostTextAsync(string text) =>
        PostJsonAsync(JsonSerializer.Serialize(new { credential = text }));

    public Task<Answer> PostJsonAsync(string json) =>
        PostAsync(Api, new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<Answer> PostAsync(string path, byte[] body, string type)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return PostAsync(path, content);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await _network.DisposeAsync();
    }

    private async Task<Answer> PostAsync(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (path == Page)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        }

        var start = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await _client.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            return new Answer((int)answer.StatusCode, text, Stopwatch.GetElapsedTime(start));
        }
        catch (HttpRequestException exception)
        {
            // The server hung up on what it would not read to its end.
            return new Answer(0, exception.Message, Stopwatch.GetElapsedTime(start));
        }
    }
}

/// <summary>What was answered; status 0 when the connection was cut.</summary>
public sealed record Answer(int Status, string Text, TimeSpan Time)
{
    public string? Verdict => Status == 200 && Text is ['{', ..]
        ? JsonDocument.Parse(Text).RootElement.GetProperty("verdict").GetString()
        : null;
}

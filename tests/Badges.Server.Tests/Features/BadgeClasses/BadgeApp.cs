using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Badges.Server.Features.BadgeClasses;

namespace Badges.Server.Tests.Features.BadgeClasses;

/// <summary>Badges through the API of a test application, as the network's program makes them.</summary>
public static class BadgeApp
{
    public const string Api = "/api/v1/badge-classes";

    public static HttpClient Network(this TestApp app) => app.ClientWithKey(app.NetworkKey);

    /// <summary>Defines the sample and publishes it; answers the public id of the version.</summary>
    public static async Task<string> PublishSampleAsync(this TestApp app, BadgeRequest? request = null)
    {
        using var client = app.Network();
        var defined = await client.PostAsJsonAsync(Api, request ?? BadgeSamples.Request);
        defined.EnsureSuccessStatusCode();
        var slug = (await defined.JsonAsync()).GetProperty("slug").GetString();
        var published = await client.PostAsync($"{Api}/{slug}/publish", null);
        published.EnsureSuccessStatusCode();
        return (await published.JsonAsync()).GetProperty("version").GetProperty("id").GetString() ?? "";
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    public static async Task<string?> CodeAsync(this HttpResponseMessage answer) =>
        (await answer.JsonAsync()).GetProperty("code").GetString();

    public static async Task<IReadOnlyList<string>> FaultyFieldsAsync(this HttpResponseMessage answer) =>
        [.. (await answer.JsonAsync()).GetProperty("errors").EnumerateObject().Select(field => field.Name)];

    public static Task<HttpResponseMessage> GetAsync(
        this HttpClient client, string path, string accept, HttpMethod? method = null, string? knownTag = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (knownTag is not null)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(knownTag));
        }

        return client.SendAsync(request);
    }
}

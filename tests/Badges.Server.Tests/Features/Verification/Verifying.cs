using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>Hands things in for verification, as programs do.</summary>
public static class Verifying
{
    public const string Path = "/api/v1/verifications";

    public static async Task<HttpResponseMessage> PostFileAsync(
        this HttpClient client, byte[] file, string? recipient = null, string name = "badge.png")
    {
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(file), "file", name);
        if (recipient is not null)
        {
            form.Add(new StringContent(recipient), "recipient");
        }

        return await client.PostAsync(Path, form);
    }

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, object body) =>
        client.PostAsJsonAsync(Path, body);

    public static async Task<HttpResponseMessage> PostInEnglishAsync(this HttpClient client, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = JsonContent.Create(body) };
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        return await client.SendAsync(request);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        using (answer)
        {
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            return json.RootElement.Clone();
        }
    }

    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> answer) =>
        await (await answer).JsonAsync();

    /// <summary>The report of a verification that must answer one.</summary>
    public static async Task<JsonElement> ReportAsync(this Task<HttpResponseMessage> pending)
    {
        using var answer = await pending;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == 200, text);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    public static string Verdict(this JsonElement report) => report.GetProperty("verdict").GetString() ?? "";

    public static string Trust(this JsonElement report) => report.GetProperty("trust").GetString() ?? "";

    public static string Text(this JsonElement json, string member) => json.GetProperty(member).GetString() ?? "";

    public static JsonElement Check(this JsonElement report, string id) =>
        report.GetProperty("checks").EnumerateArray().Single(check => check.Text("id") == id);

    public static string Describe(this JsonElement report) => string.Join(
        '\n',
        report.GetProperty("checks").EnumerateArray()
            .Select(check => string.Join(
                ' ', check.Text("id"), check.Text("outcome"), check.GetProperty("code"), check.Text("detail"))));
}

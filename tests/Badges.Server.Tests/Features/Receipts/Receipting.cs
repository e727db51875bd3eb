using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Server.Tests.Features.Verification;

namespace Badges.Server.Tests.Features.Receipts;

/// <summary>Asks for receipts as programs do, and changes them as cheats do.</summary>
public static class Receipting
{
    public const string Path = "/api/v1/verifications/receipts";

    public static async Task<HttpResponseMessage> PostForReceiptAsync(
        this HttpClient client, object body, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = JsonContent.Create(body) };
        if (accept is not null)
        {
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        }

        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("fr"));
        return await client.SendAsync(request);
    }

    public static async Task<HttpResponseMessage> PostFileForReceiptAsync(this HttpClient client, byte[] file)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "badge.png" } };
        return await client.PostAsync(Path, form);
    }

    /// <summary>The signed text of a receipt that must be made.</summary>
    public static async Task<string> ReceiptAsync(this Task<HttpResponseMessage> pending)
    {
        using var answer = await pending;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == 200, text);
        return text;
    }

    /// <summary>The page of a receipt that must be made.</summary>
    public static async Task<byte[]> PdfAsync(this Task<HttpResponseMessage> pending)
    {
        using var answer = await pending;
        Assert.True((int)answer.StatusCode == 200, await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public static JsonElement Subject(string receipt) =>
        JsonElement.Parse(receipt).GetProperty("credentialSubject");

    /// <summary>The report of a receipt that is handed in for a badge.</summary>
    public static Task<JsonElement> VerifyTextAsync(this HttpClient client, string receipt) =>
        client.PostAsync(new { credential = receipt }).ReportAsync();

    public static string Signature(this JsonElement report) => report.GetProperty("receipt").Text("signature");

    public static string Changed(string receipt, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(receipt)?.AsObject() ?? throw new InvalidOperationException("Not a receipt.");
        change(json);
        return json.ToJsonString();
    }

    /// <summary>The bytes with one text in the place of another of the same length.</summary>
    public static byte[] Replaced(byte[] file, string old, string replacement)
    {
        Assert.Equal(old.Length, replacement.Length);
        var changed = Encoding.Latin1.GetBytes(
            Encoding.Latin1.GetString(file).Replace(old, replacement, StringComparison.Ordinal));
        Assert.NotEqual(file, changed);
        return changed;
    }
}

using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Badges.Testing;

/// <summary>
/// A browser without a screen: keeps cookies whatever their date, reads pages, fills and posts their forms.
/// </summary>
public sealed class PageClient(HttpClient client) : IDisposable
{
    private readonly Dictionary<string, string> _cookies = [];

    /// <summary>The page that was read last.</summary>
    public IHtmlDocument? Document { get; private set; }

    /// <summary>The text of the page that was read last, its white space folded.</summary>
    public string Text => string.Join(
        ' ', (Document?.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public void SetCookie(string cookie)
    {
        var equals = cookie.IndexOf('=', StringComparison.Ordinal);
        _cookies[cookie[..equals]] = cookie[(equals + 1)..];
    }

    public string CookieNamed(string name) => $"{name}={_cookies[name]}";

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Posts these fields, and the token against forged posts of the page that was read last.</summary>
    public Task<HttpResponseMessage> PostFormAsync(string path, Dictionary<string, string> fields) =>
        PostFormAsync(path, fields.Select(field => field));

    public Task<HttpResponseMessage> PostFormAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([.. fields, .. AntiforgeryToken()]),
        });

    public async Task<HttpResponseMessage> PostFilesAsync(
        string path, Dictionary<string, string> fields, Dictionary<string, (byte[] Bytes, string Name)> files)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Concat(AntiforgeryToken()))
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, file) in files)
        {
            content.Add(new ByteArrayContent(file.Bytes), name, file.Name);
        }

        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });
    }

    /// <summary>Follows the redirect of an answer of this client.</summary>
    public Task<HttpResponseMessage> FollowAsync(HttpResponseMessage answer) =>
        GetAsync(answer.Headers.Location?.ToString()
            ?? throw new InvalidOperationException($"No redirect: {(int)answer.StatusCode}."));

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("fr"));
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var answer = await client.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                SetCookie(cookie.Split(';')[0]);
            }
        }

        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            Document = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        }

        return answer;
    }

    private IEnumerable<KeyValuePair<string, string>> AntiforgeryToken() =>
        Document?.QuerySelector("input[name=__RequestVerificationToken]") is IHtmlInputElement token
            ? [new(token.Name ?? "", token.Value)]
            : [];
}

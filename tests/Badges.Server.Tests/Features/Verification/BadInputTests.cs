using System.Net;
using System.Net.Http.Json;
using System.Text;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>Whatever is handed in gets a clear answer and the right status, never 5xx.</summary>
public sealed class BadInputTests(AwardScene scene) : IClassFixture<AwardScene>
{
    private static readonly byte[] Jpeg =
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];

    [Fact]
    public async Task Post_EmptyFile_SaysSo()
    {
        await AssertUnreadableAsync([], "empty");
    }

    [Fact]
    public async Task Post_Jpeg_SaysThatItIsNoPngOrSvg()
    {
        await AssertUnreadableAsync(Jpeg, "unknownPicture");
    }

    [Fact]
    public async Task Post_TruncatedPng_SaysThatItIsDamaged()
    {
        var picture = await PictureAsync();

        await AssertUnreadableAsync(picture[..(picture.Length / 2)], "pictureUnreadable");
    }

    [Fact]
    public async Task Post_PictureWithoutBadge_Is422()
    {
        using var client = scene.Structure();

        using var answer = await client.PostFileAsync(await PictureAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("noCredentialFound", (await answer.JsonAsync()).Text("code"));
    }

    [Theory]
    [InlineData("""{"name":"not a badge"}""")]
    [InlineData("bonjour")]
    [InlineData("[]")]
    public async Task Post_TextThatIsNoBadge_Is422(string text)
    {
        using var client = scene.Structure();

        using var answer = await client.PostAsync(new { credential = text });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("noCredentialFound", (await answer.JsonAsync()).Text("code"));
    }

    [Fact]
    public async Task Post_TwentyMegabytes_Is413()
    {
        using var client = scene.Structure();

        using var answer = await client.PostFileAsync(new byte[20 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("TooLarge", (await answer.JsonAsync()).Text("code"));
    }

    [Theory]
    [InlineData(5 * 1024 * 1024, HttpStatusCode.OK)]
    [InlineData((5 * 1024 * 1024) + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Post_PictureAroundTheLimit_IsReadUpToFiveMegabytes(int size, HttpStatusCode status)
    {
        var file = new byte[size];
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }.CopyTo(file, 0);
        using var client = scene.Structure();

        using var answer = await client.PostFileAsync(file);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Post_TextAboveOneMegabyte_Is413()
    {
        using var client = scene.Structure();

        using var answer = await client.PostAsync(new { credential = "{" + new string(' ', 1024 * 1024) + "}" });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"url":"https://a.example/","credential":"eyJ"}""")]
    [InlineData("""{"url":" "}""")]
    [InlineData("""{"url":5}""")]
    [InlineData("""{"url":"https://a.example/","url":"https://b.example/"}""")]
    [InlineData("""{"credential":{}}""")]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task Post_NotExactlyOneThing_Is400(string body)
    {
        using var client = scene.Structure();

        using var answer = await client.PostAsync(
            Verifying.Path, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Post_FormWithoutAnything_Is400()
    {
        using var client = scene.Structure();
        using var form = new MultipartFormDataContent { { new StringContent("x"), "recipient" } };

        using var answer = await client.PostAsync(Verifying.Path, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Post_FormCutShort_Is400()
    {
        using var client = scene.Structure();
        using var content = new StringContent(
            "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc", Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        using var answer = await client.PostAsync(Verifying.Path, content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(Verifying.Path, "multipart/form-data", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/verifier", "multipart/form-data", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/verifier", "multipart/mixed; boundary=x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("/verifier", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task Post_FormThatCannotBeTakenApart_IsRefused(string path, string type, HttpStatusCode status)
    {
        using var client = scene.Structure();
        using var content = new StringContent("--x\r\n\r\nabc\r\n--x--");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await client.PostAsync(path, content);

        Assert.Equal(status, answer.StatusCode);
        if (path == "/verifier")
        {
            Assert.Contains("Utilisez le formulaire ci-dessous.", await answer.Content.ReadAsStringAsync(),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_PlainFormWithTooManyFields_Is400()
    {
        using var client = scene.Structure();
        using var content = new FormUrlEncodedContent(
            Enumerable.Range(0, 2000).Select(number => KeyValuePair.Create($"f{number}", "x")));

        using var answer = await client.PostAsync("/verifier", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Post_PlainFormLongerThanAnyBadge_Is413()
    {
        using var client = scene.Structure();
        using var content = new FormUrlEncodedContent([new("credential", new string('x', 6 * 1024 * 1024))]);

        using var answer = await client.PostAsync("/verifier", content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData(Verifying.Path, "file")]
    [InlineData("/verifier", "file")]
    [InlineData(Verifying.Path, "url")]
    [InlineData("/verifier", "url")]
    public async Task Post_TheSameFieldTwice_Is400(string path, string field)
    {
        using var client = scene.Structure();
        using var form = new MultipartFormDataContent();
        foreach (var text in new[] { "https://a.example/", "https://b.example/" })
        {
            var part = new StringContent(text);
            if (field == "file")
            {
                form.Add(part, field, "badge.png");
            }
            else
            {
                form.Add(part, field);
            }
        }

        using var answer = await client.PostAsync(path, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Post_TheSameFieldTwiceInAPlainForm_Is400()
    {
        using var client = scene.Structure();
        using var form = new FormUrlEncodedContent([new("url", "https://a.example/"), new("url", "https://b.example/")]);

        using var answer = await client.PostAsync("/verifier", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("image/png")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Post_OtherTypes_Is415(string type)
    {
        using var client = scene.Structure();
        using var content = new StringContent("x");
        content.Headers.ContentType = new(type);

        using var answer = await client.PostAsync(Verifying.Path, content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("ftp://example.org/badge")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    [InlineData("https://127.0.0.1/badge")]
    [InlineData("https://[::ffff:169.254.169.254]/badge")]
    [InlineData("http://localhost:1/badge")]
    public async Task Post_AddressThatMayNeverBeFetched_IsInvalid(string url)
    {
        using var client = scene.Structure();

        var report = await client.PostAsync(new { url }).ReportAsync();

        Assert.Equal("invalid", report.Verdict());
        Assert.Equal("addressNotAllowed", report.Check("format").Text("code"));
    }

    [Fact]
    public async Task Post_UnsignedToken_IsInvalid()
    {
        var award = await scene.AwardAsync();
        var jwt = (await scene.GetTextAsync(award.Text("jwt"))).Split('.');
        var header = System.Buffers.Text.Base64Url.EncodeToString("""{"alg":"none","typ":"JWT"}"""u8);
        using var client = scene.Structure();

        var report = await client.PostAsync(new { credential = $"{header}.{jwt[1]}." }).ReportAsync();

        Assert.Equal("invalid", report.Verdict());
    }

    [Fact]
    public async Task Post_SvgWithAnEntity_IsNotRead()
    {
        await AssertUnreadableAsync(
            Encoding.UTF8.GetBytes(
                """
                <!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>
                <svg xmlns="http://www.w3.org/2000/svg">&e;</svg>
                """),
            "pictureUnreadable");
    }

    [Fact]
    public async Task Post_ThirtyTimesWithoutAKey_ThenAsksToWait()
    {
        await using var app = await TestApp.StartAsync();
        using var keyed = app.ClientWithKey(app.StructureKey);
        for (var count = 0; count < 30; count++)
        {
            using var allowed = await app.Client.PostAsJsonAsync(Verifying.Path, new { });
            Assert.Equal(HttpStatusCode.BadRequest, allowed.StatusCode);
        }

        using var refused = await app.Client.PostAsJsonAsync(Verifying.Path, new { });
        using var refusedPage = await app.Client.PostAsync("/verifier", new FormUrlEncodedContent([]));
        using var withKey = await keyed.PostAsJsonAsync(Verifying.Path, new { });

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 60);
        Assert.Equal(HttpStatusCode.TooManyRequests, refusedPage.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, withKey.StatusCode);
    }

    private async Task AssertUnreadableAsync(byte[] file, string code)
    {
        using var client = scene.Structure();

        var report = await client.PostFileAsync(file).ReportAsync();

        Assert.Equal("invalid", report.Verdict());
        Assert.Equal("failed", report.Check("format").Text("outcome"));
        Assert.Equal(code, report.Check("format").Text("code"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, report.GetProperty("credential").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, report.GetProperty("container").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, report.GetProperty("format").ValueKind);
    }

    private async Task<byte[]> PictureAsync()
    {
        var published = await scene.App.Get<BadgeStore>().FindPublishedAsync(AwardScene.Badge, CancellationToken.None);
        Assert.NotNull(published);
        return await scene.App.Client.GetByteArrayAsync(
            new Uri(scene.App.Address, AchievementDocuments.PathOf(published.Version) + ".png"));
    }
}

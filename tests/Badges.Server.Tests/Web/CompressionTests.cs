using System.IO.Compression;
using System.Net;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Tests.Features.Awards;

namespace Badges.Server.Tests.Web;

/// <summary>What is made small on its way, and what must not be.</summary>
public sealed class CompressionTests(AwardScene scene) : IClassFixture<AwardScene>
{
    private const string Gzip = "gzip";

    [Theory]
    [InlineData("/aide", null)]
    [InlineData("/aide", "langue=en")]
    [InlineData("/badges.css", "badges.session=secret")]
    [InlineData("/verifier.js", "badges.session=secret")]
    public async Task Get_WithoutASecret_IsCompressed(string path, string? cookie)
    {
        using var answer = await GetAsync(path, cookie, Gzip);

        Assert.Equal([Gzip], answer.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.True(answer.Headers.ETag?.IsWeak ?? true);
        await using var unpacked = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        using var plain = await GetAsync(path, cookie, null);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await reader.ReadToEndAsync());
    }

    [Theory]
    [InlineData("badges.session=secret")]
    [InlineData("jeton=secret")]
    [InlineData("langue=fr; jeton=secret")]
    public async Task Get_PageThatMayHoldASecret_IsNotCompressed(string cookie)
    {
        using var answer = await GetAsync("/connexion", cookie, Gzip);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData(".png")]
    [InlineData(".svg")]
    [InlineData(".json")]
    public async Task Get_PublishedForm_GoesOutByteForByte(string form)
    {
        var award = await scene.AwardAsync();

        using var answer = await GetAsync($"/credentials/{AwardScene.Text(award, "id")}{form}", null, Gzip);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.False(answer.Headers.ETag?.IsWeak);
    }

    [Fact]
    public async Task Get_Vignette_IsTheLightDrawingOfWhatWeDrew()
    {
        await scene.App.PublishProgrammeAsync(TestAwards.Badge);
        var published = await scene.App.Get<BadgeStore>().FindPublishedAsync(TestAwards.Badge, CancellationToken.None);
        Assert.NotNull(published);
        var path = ScreenPictures.PathOf(published.Version.PublicId);

        using var answer = await GetAsync(path, null, Gzip);
        using var unchanged = await GetAsync(path, null, Gzip, answer.Headers.ETag?.ToString());

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 500, 8_000);
        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Get_VignetteOfNothing_IsNotFound()
    {
        using var answer = await GetAsync(ScreenPictures.PathOf("1111111111111111111111"), null, null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(
        string path, string? cookie, string? encoding, string? knownTag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,*/*;q=0.8");
        foreach (var (name, value) in new[] { ("Cookie", cookie), ("Accept-Encoding", encoding), ("If-None-Match", knownTag) })
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await scene.App.Client.SendAsync(request);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using Badges.Credentials.Baking;
using Badges.Server.Features.BadgeClasses;

namespace Badges.Server.Tests.Features.BadgeClasses;

/// <summary>Pictures drawn and uploaded; a refusal names the first offence.</summary>
public sealed class BadgePictureTests : IAsyncLifetime
{
    private const string Address = BadgeApp.Api + "/preparer-une-planche/image";

    private static readonly byte[] Png =
        DrawPicture.From(BadgeSamples.Recipe, "Planche").Png
        ?? throw new InvalidOperationException("The recipe is faulty.");

    private TestApp _app = null!;
    private HttpClient _network = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        _network = _app.Network();
        await _network.PostAsJsonAsync(BadgeApp.Api, BadgeSamples.Request with { Picture = null });
    }

    public async Task DisposeAsync()
    {
        _network.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Put_Recipe_IsDrawnInBothForms()
    {
        var answer = await _network.PutAsJsonAsync(Address, BadgeSamples.Recipe);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var picture = await answer.JsonAsync();
        Assert.Equal(600, picture.GetProperty("width").GetInt32());
        Assert.Equal("forest", picture.GetProperty("recipe").GetProperty("palette").GetString());
    }

    [Theory]
    [InlineData("picture.shape", "carre", "forest", null)]
    [InlineData("picture.palette", "circle", "arc-en-ciel", null)]
    [InlineData("picture.shortTitle", "circle", "forest", "Un titre bien trop long pour une image")]
    public async Task Put_FaultyRecipe_NamesTheField(string field, string shape, string palette, string? title)
    {
        var answer = await _network.PutAsJsonAsync(
            Address, BadgeSamples.Recipe with { Shape = shape, Palette = palette, ShortTitle = title });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal([field], await answer.FaultyFieldsAsync());
    }

    [Fact]
    public async Task Put_IconThatIsNoPath_IsRefused()
    {
        var answer = await _network.PutAsJsonAsync(Address, BadgeSamples.Recipe with { Icon = "url(x)" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Put_PngAlone_IsKeptAndAnsweredAsSvgToo()
    {
        var answer = await UploadAsync(Png, null);
        await _network.PostAsync($"{BadgeApp.Api}/preparer-une-planche/publish", null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var svg = await _app.Client.GetStringAsync("/badges/preparer-une-planche.svg");
        Assert.Contains("data:image/png;base64,", svg, StringComparison.Ordinal);
        Assert.Equal(Png, await _app.Client.GetByteArrayAsync("/badges/preparer-une-planche.png"));
    }

    [Fact]
    public async Task Put_PngAlone_IsShownOnPagesAsALightPicture()
    {
        await UploadAsync(Png, null);
        await _network.PostAsync($"{BadgeApp.Api}/preparer-une-planche/publish", null);
        var published = await _app.Get<BadgeStore>().FindPublishedAsync("preparer-une-planche", CancellationToken.None);
        Assert.NotNull(published);

        using var answer = await _app.Client.GetAsync(ScreenPictures.PathOf(published.Version.PublicId));

        Assert.Equal("image/webp", answer.Content.Headers.ContentType?.MediaType);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 100, Png.Length);
    }

    [Fact]
    public async Task Put_PngAndSvg_KeepsBoth()
    {
        var answer = await UploadAsync(Png, SvgWith("<!-- dessin -->"));
        await _network.PostAsync($"{BadgeApp.Api}/preparer-une-planche/publish", null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var svg = await _app.Client.GetStringAsync("/badges/preparer-une-planche.svg");
        Assert.Contains("M0 0h9v9z", svg, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> RefusedPngs => new()
    {
        { "Choisissez une image PNG.", [] },
        { "Ce fichier n'est pas une image PNG.", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10] },
        { "Cette image est abîmée (Truncated).", Png[..^20] },
        { "Cette image est abîmée (DataAfterEnd).", [.. Png, 0] },
        { "Cette image pèse plus de 2 Mo.", new byte[2 * 1024 * 1024 + 1] },
    };

    [Theory]
    [MemberData(nameof(RefusedPngs))]
    public async Task Put_PngAtFault_IsToldTheFirstOffence(string sentence, byte[] png)
    {
        var answer = await UploadAsync(png, null);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var errors = (await answer.JsonAsync()).GetProperty("errors").GetProperty("png");
        Assert.StartsWith(sentence, errors[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("un programme : « script », ligne 1", "<script>alert(1)</script>")]
    [InlineData("une action sur un évènement : « onload », ligne 1", "<g onload='x()'/>")]
    [InlineData("une page web : « foreignObject », ligne 1", "<foreignObject/>")]
    [InlineData("un lien vers un autre fichier", "<use href='https://example.org/x.svg#a'/>")]
    public async Task Put_SvgAtFault_IsToldTheFirstOffence(string sentence, string content)
    {
        var answer = await UploadAsync(Png, SvgWith(content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var errors = (await answer.JsonAsync()).GetProperty("errors").GetProperty("svg");
        Assert.Contains(sentence, errors[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_EntityInSvg_IsRefused()
    {
        var answer = await UploadAsync(
            Png, "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>");

        Assert.Equal(["svg"], await answer.FaultyFieldsAsync());
    }

    [Fact]
    public async Task Put_NeitherFormNorJson_Is415()
    {
        var answer = await _network.PutAsync(Address, new StringContent("x", Encoding.UTF8, "text/plain"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Put_PublishedVersion_IsAConflict()
    {
        await _network.PutAsJsonAsync(Address, BadgeSamples.Recipe);
        await _network.PostAsync($"{BadgeApp.Api}/preparer-une-planche/publish", null);

        Assert.Equal("VersionIsPublished", await (await UploadAsync(Png, null)).CodeAsync());
    }

    [Fact]
    public void Sha256_PictureWithBakedTexts_IsThatOfThePictureAlone() =>
        Assert.Equal(Drawing.Sha256(Png), Drawing.Sha256(PngBaking.Bake(Png, "jws", "assertion")));

    private static string SvgWith(string content) =>
        $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{content}<path d='M0 0h9v9z'/></svg>";

    private async Task<HttpResponseMessage> UploadAsync(byte[] png, string? svg)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(png), "png", "badge.png" } };
        if (svg is not null)
        {
            form.Add(new StringContent(svg), "svg", "badge.svg");
        }

        using var request = new HttpRequestMessage(HttpMethod.Put, Address) { Content = form };
        request.Headers.Add("Accept-Language", "fr");
        return await _network.SendAsync(request);
    }
}

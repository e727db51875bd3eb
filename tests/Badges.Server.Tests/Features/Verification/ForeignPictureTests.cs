using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Baking;
using Badges.Credentials.Verification;
using Badges.Imaging.Png;
using Badges.Server.Features.Registry;
using Badges.Server.Features.Verification;
using Badges.Server.Http;
using Badges.Server.Web;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>The picture of a stranger's badge, over the network and out of an archive; some of them play foul.</summary>
public sealed class ForeignPictureTests
{
    private const string Head = "HTTP/1.1 200 OK\nContent-Type: image/png";

    private static readonly byte[] Own = PngOf(0);
    private static readonly byte[] Other = PngOf(1);

    [Fact]
    public async Task Verify_OverTheNetwork_ComparesAndAsksForAPicture()
    {
        await using var server = HostileServer.Saying(HostileServer.Answer(Head, Own));

        var same = await VerifyAsync(server, Own);
        var other = await VerifyAsync(server, Other);

        Assert.Equal((Verdict.Valid, CheckOutcome.Passed), (same.Verdict, PictureOf(same).Outcome));
        Assert.Equal((Verdict.Valid, CheckCodes.PictureDiffers), (other.Verdict, PictureOf(other).Code));
        Assert.Equal(server.Address("/badge.png").AbsoluteUri, PictureOf(same).Source);
        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Contains(
            "\r\nAccept: image/png, image/svg+xml; q=0.9, */*; q=0.1\r\n", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_SvgHandedIn_AsksRatherForAnSvg()
    {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' width='1'/>"u8.ToArray();
        await using var server = HostileServer.Saying(
            HostileServer.Answer("HTTP/1.1 200 OK\nContent-Type: image/svg+xml", svg));

        var report = await VerifyBytesAsync(
            SvgBaking.Bake(svg, ForeignBadge.Signed(server.Address("/badge.png").AbsoluteUri)));

        Assert.Equal(CheckOutcome.Passed, PictureOf(report).Outcome);
        Assert.Contains("\r\nAccept: image/svg+xml, image/png; q=0.9", server.Requests[0], StringComparison.Ordinal);
    }

    /// <summary>More than a record may have, and as much as a submission may.</summary>
    [Theory]
    [InlineData(4 * 1024 * 1024, CheckOutcome.Passed, null)]
    [InlineData(6 * 1024 * 1024, CheckOutcome.NotRun, CheckCodes.DocumentTooLarge)]
    public async Task Verify_LargePicture_IsReadUpToTheLimit(int length, CheckOutcome outcome, string? code)
    {
        var large = PngDatastream.TryRead(Own, out _);
        Assert.NotNull(large);
        var padded = large.WithChunks(
            [.. large.Chunks.SkipLast(1), new PngChunk("baDg", new byte[length]), large.Chunks[^1]]);
        await using var server = HostileServer.Saying(HostileServer.Answer(Head, padded.ToBytes()));

        var report = await VerifyAsync(server, Own);

        var check = PictureOf(report);
        Assert.Equal((Verdict.Valid, outcome, code), (report.Verdict, check.Outcome, check.Code));
    }

    [Theory]
    [InlineData("200 OK\nContent-Type: text/html\n\n<!doctype html><p>Badge", CheckCodes.DocumentUnreadable)]
    [InlineData("200 OK\nContent-Type: image/png\n\n<!doctype html><p>Badge", CheckCodes.DocumentUnreadable)]
    [InlineData("200 OK\nContent-Type: image/png\n\n", CheckCodes.DocumentUnreadable)]
    [InlineData("404 Not Found\n\nno", CheckCodes.DocumentNotFound)]
    [InlineData("500 Oh\n\nno", CheckCodes.DocumentUnreachable)]
    [InlineData("302 Found\nLocation: https://10.0.0.1/badge.png\n\n", CheckCodes.AddressForbidden)]
    [InlineData("302 Found\nLocation: file:///etc/passwd\n\n", CheckCodes.AddressForbidden)]
    [InlineData("200 OK\nContent-Type: image/png\nContent-Length: 99999999\n\n", CheckCodes.DocumentTooLarge)]
    public async Task Verify_NoPictureThere_ChangesNoVerdict(string answer, string code)
    {
        await using var server = HostileServer.Saying("HTTP/1.1 " + answer);

        var report = await VerifyAsync(server, Own);

        Assert.Equal((Verdict.Valid, code), (report.Verdict, PictureOf(report).Code));
        Assert.Equal(CheckOutcome.NotRun, PictureOf(report).Outcome);
        Assert.Null(report.IssuerPicture);
    }

    [Fact]
    public async Task Verify_CompressedBomb_IsTooLarge()
    {
        using var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[64 * 1024 * 1024]);
        }

        await using var server = HostileServer.Saying(
            HostileServer.Answer(Head + "\nContent-Encoding: gzip", bomb.ToArray()));

        Assert.Equal(CheckCodes.DocumentTooLarge, PictureOf(await VerifyAsync(server, Own)).Code);
    }

    [Fact]
    public async Task Verify_LoopbackWhereItIsNotAllowed_ConnectsToNobody()
    {
        await using var server = HostileServer.Saying(HostileServer.Answer(Head, Own));

        var report = await VerifyAsync(server, Own, allowLoopback: false);

        Assert.Equal((Verdict.Valid, CheckCodes.AddressNotAllowed), (report.Verdict, PictureOf(report).Code));
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Post_PictureOfFiveMegabytesInTheRecord_IsTurnedAway()
    {
        await using var app = await TestApp.StartAsync();
        var file = ForeignBadge.BakedInto(
            Own, $"data:image/png;base64,{Convert.ToBase64String(new byte[3 * 1024 * 1024])}");

        using var answer = await app.Client.PostFileAsync(file);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Post_StrangerWithAnArchivedPicture_IsComparedAndNotShown()
    {
        const string address = "https://atelier.example/badge.png";
        var folder = Directory.CreateTempSubdirectory("badges-picture-");
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "badge.png"), Own);
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, ArchivedDocuments.IndexName),
            JsonSerializer.Serialize(new Dictionary<string, string> { [address] = "badge.png" }));
        await using var app = await ArchivedWeb.StartAsync(folder.FullName);
        using var page = new PageClient(app.CreateClient());

        var same = await app.Client.PostFileAsync(ForeignBadge.BakedInto(Own, address)).ReportAsync();
        var other = await app.Client.PostFileAsync(ForeignBadge.BakedInto(Other, address)).ReportAsync();
        using var answer = await page.PostFilesAsync(
            "/verifier", [], new() { ["file"] = (ForeignBadge.BakedInto(Other, address), "badge.png") });
        folder.Delete(recursive: true);

        Assert.Equal(("valid", "unknown"), (same.Verdict(), same.Trust()));
        Assert.Equal("passed", same.Check("picture").Text("outcome"));
        Assert.Equal(("valid", "pictureDiffers"), (other.Verdict(), other.Check("picture").Text("code")));
        Assert.NotNull(page.Document?.QuerySelector(".verdict.unknown"));
        Assert.Null(page.Document.QuerySelector(".verdict img"));
        Assert.Contains("n’est pas celle de la structure", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ne vous fiez pas à l'image", page.Text.Replace('’', '\''), StringComparison.Ordinal);
    }

    /// <summary>A registered issuer elsewhere: its picture travels inside the page, cleaned.</summary>
    [Fact]
    public async Task View_KnownStranger_ShowsThePictureInsideThePage()
    {
        await using var server = HostileServer.Saying(
            HostileServer.Answer(Head, PngBaking.Bake(Own, ForeignBadge.Signed("https://atelier.example/1"), null)));

        var report = await VerifyAsync(server, Other) with { Trust = Trust.Known };
        var model = VerdictView.Of(report, Language.English);

        Assert.Equal($"data:image/png;base64,{Convert.ToBase64String(Own)}", model.PictureUrl);
        Assert.Equal(
            "The picture shown here is the organisation's. The one you gave may show something else.",
            model.PictureNote);
        Assert.Null(VerdictView.Of(report with { Trust = Trust.Unknown }, Language.English).PictureUrl);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><rect width='1'/></svg>", true)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", false)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><image href='https://elsewhere.example/'/></svg>", false)]
    public void UrlOf_Svg_IsShownOnlyWhenItIsAStillDrawing(string svg, bool isShown)
    {
        var picture = new IssuerPicture { MediaType = "image/svg+xml", Bytes = Encoding.UTF8.GetBytes(svg) };

        Assert.Equal(isShown, IssuerPictureView.UrlOf(picture) is not null);
    }

    private static Task<VerificationReport> VerifyAsync(
        HostileServer server, byte[] picture, bool allowLoopback = true) =>
        VerifyBytesAsync(
            ForeignBadge.BakedInto(picture, server.Address("/badge.png").AbsoluteUri), allowLoopback);

    private static async Task<VerificationReport> VerifyBytesAsync(byte[] badge, bool allowLoopback = true)
    {
        var options = new GuardedHttpOptions { AllowLoopback = allowLoopback };
        using var http = new GuardedHttp(options, Dns.GetHostAddressesAsync, TimeProvider.System);
        var verify = new VerifyCredential(
            new WebDocuments(http, options), _ => Task.FromResult(IssuerRegistry.Empty), options,
            new TestClock(TestApp.Now));
        var answer = await verify.RunAsync(new VerificationQuestion { Bytes = badge }, CancellationToken.None);
        Assert.NotNull(answer.Report);
        return answer.Report;
    }

    private static Check PictureOf(VerificationReport report) =>
        report.Checks.Single(check => check.Id == CheckIds.Picture);

    private static byte[] PngOf(byte gamma)
    {
        using var image = new SkiaSharp.SKBitmap(4, 4);
        using var encoded = image.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
        var picture = PngDatastream.TryRead(encoded.ToArray(), out _);
        Assert.NotNull(picture);
        var chunks = picture.Chunks.Where(chunk => !chunk.IsAncillary).ToList();
        chunks.Insert(1, new PngChunk("gAMA", new byte[] { 0, 0, 0, gamma }));
        return picture.WithChunks(chunks).ToBytes();
    }
}

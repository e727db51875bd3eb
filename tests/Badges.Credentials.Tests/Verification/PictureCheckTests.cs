using System.Text;
using System.Text.Json;
using Badges.Credentials.Baking;
using Badges.Credentials.Verification;
using static Badges.Credentials.Tests.Verification.BakedBadges;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Is it the issuer's picture? A genuine record in another one stays genuine, and the report says
/// so.</summary>
public sealed class PictureCheckTests
{
    private const string OtherSvg =
        """<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1"/></svg>""";

    [Fact]
    public void Verify_SamePicture_Passes()
    {
        var report = Verify(Own, Web().Add(Image, Own));

        var check = report.Of(CheckIds.Picture);
        Assert.Equal((CheckOutcome.Passed, null, Image), (check.Outcome, check.Code, check.Source));
        Assert.Equal(ArchivedWeb.Now, check.At);
        Assert.StartsWith("L’image est bien", check.Detail(ReportLanguage.French), StringComparison.Ordinal);
        Assert.DoesNotContain("image", report.Sentence(ReportLanguage.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_RecordMovedIntoAnotherPicture_FailsAndStaysValid()
    {
        var report = Verify(Other, Web().Add(Image, Own));

        var check = report.Of(CheckIds.Picture);
        Assert.Equal(
            (CheckOutcome.Failed, CheckCodes.PictureDiffers, Image), (check.Outcome, check.Code, check.Source));
        Assert.Equal((Verdict.Valid, Trust.Known), (report.Verdict, report.Trust));
        Assert.StartsWith("Badge authentique", report.Sentence(ReportLanguage.French), StringComparison.Ordinal);
        Assert.EndsWith(
            " L’image donnée n’est pas celle de la structure.", report.Sentence(ReportLanguage.French),
            StringComparison.Ordinal);
        Assert.EndsWith(
            " The picture handed in is not the organisation’s.", report.Sentence(ReportLanguage.English),
            StringComparison.Ordinal);
        Assert.Equal(Own, report.IssuerPicture?.Bytes.ToArray());
        Assert.Equal(("image/png", Image), (report.IssuerPicture?.MediaType, report.IssuerPicture?.Address));
    }

    [Fact]
    public void Verify_RevokedInAnotherPicture_SaysBoth()
    {
        var web = Web().Add(Image, Own).Add(SigningIssuer.List, SigningIssuer.StatusList(isSet: true));

        var report = Verify(Other, web);

        Assert.Equal(Verdict.Revoked, report.Verdict);
        Assert.Contains("retiré", report.Sentence(ReportLanguage.French), StringComparison.Ordinal);
        Assert.EndsWith("celle de la structure.", report.Sentence(ReportLanguage.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_IssuersPictureCarriesARecordItself_OnlyTheDrawingCounts()
    {
        var published = PngBaking.Bake(Own, SigningIssuer.Sign(SigningIssuer.Badge(Others)), "{}");

        Assert.Equal(CheckOutcome.Passed, Verify(Own, Web().Add(Image, published)).Of(CheckIds.Picture).Outcome);
        Assert.Equal(CheckOutcome.Failed, Verify(Other, Web().Add(Image, published)).Of(CheckIds.Picture).Outcome);
    }

    [Fact]
    public void Verify_Svg_IsComparedWithAnSvg()
    {
        var web = Web().Add(Image, SvgBaking.Bake(OwnSvg, SigningIssuer.Sign(SigningIssuer.Badge(Others))));

        var same = VerifySvg(OwnSvg, web);
        var other = VerifySvg(Encoding.UTF8.GetBytes(OtherSvg), web);

        Assert.Equal(CheckOutcome.Passed, same.Of(CheckIds.Picture).Outcome);
        Assert.Equal(CheckCodes.PictureDiffers, other.Of(CheckIds.Picture).Code);
        Assert.Equal("image/svg+xml", same.IssuerPicture?.MediaType);
    }

    /// <summary>Whoever moves a record cannot hide it behind what is not compared.</summary>
    [Fact]
    public void Verify_SvgTooIntricateToCompare_IsNotTheIssuers()
    {
        var intricate = string.Concat(Enumerable.Range(0, 64).Select(each => $"<g xmlns:a='u:{each}' a:b=''/>"));
        var other = Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg'>{intricate}</svg>");

        Assert.Equal(
            CheckCodes.PictureDiffers, VerifySvg(other, Web().Add(Image, OwnSvg)).Of(CheckIds.Picture).Code);
        AssertNotRun(CheckCodes.DocumentUnreadable, VerifySvg(OwnSvg, Web().Add(Image, other)), Image);
    }

    [Fact]
    public void Verify_OtherKindOfPicture_IsNotCompared()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16];

        AssertNotRun(CheckCodes.PictureOfOtherKind, VerifySvg(OwnSvg, Web().Add(Image, Own)), "PNG", "SVG");
        AssertNotRun(CheckCodes.PictureOfOtherKind, Verify(Own, Web().Add(Image, OwnSvg)), "SVG", "PNG");
        AssertNotRun(CheckCodes.PictureOfOtherKind, Verify(Own, Web().Add(Image, jpeg)), "JPEG", "PNG");
        AssertNotRun(CheckCodes.PictureOfOtherKind, Verify(Own, Web().Add(Image, "GIF89a")), "GIF", "PNG");
        Assert.Contains(
            "en SVG, celle donnée est en PNG",
            Verify(Own, Web().Add(Image, OwnSvg)).Of(CheckIds.Picture).Detail(ReportLanguage.French),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!doctype html><title>Not here</title>")]
    [InlineData("{\"id\":\"https://badges.example/1\"}")]
    [InlineData("https://badges.example/elsewhere.png")]
    [InlineData("\u0089PNG")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><!DOCTYPE")]
    [InlineData("")]
    public void Verify_NoPictureAtTheAddress_IsNotRun(string body)
    {
        var report = Verify(Own, Web().Add(Image, Encoding.Latin1.GetBytes(body)));

        var isSvg = body.StartsWith("<svg", StringComparison.Ordinal);
        AssertNotRun(
            isSvg ? CheckCodes.PictureOfOtherKind : CheckCodes.DocumentUnreadable, report,
            isSvg ? ["SVG", "PNG"] : [Image]);
    }

    [Fact]
    public void Verify_DamagedPictureAtTheAddress_IsNotRun()
    {
        AssertNotRun(CheckCodes.DocumentUnreadable, Verify(Own, Web().Add(Image, Own[..^4])), Image);
        AssertNotRun(CheckCodes.DocumentUnreadable, Verify(Own, Web().Add(Image, [.. Own, 0])), Image);
        AssertNotRun(CheckCodes.DocumentUnreadable, Verify(Own, Web().Add(Image, "\u0089PNG")), Image);
    }

    [Theory]
    [InlineData(FetchOutcome.NotFound, CheckCodes.DocumentNotFound)]
    [InlineData(FetchOutcome.Unreachable, CheckCodes.DocumentUnreachable)]
    [InlineData(FetchOutcome.TimedOut, CheckCodes.DocumentUnreachable)]
    [InlineData(FetchOutcome.TooLarge, CheckCodes.DocumentTooLarge)]
    [InlineData(FetchOutcome.Forbidden, CheckCodes.AddressForbidden)]
    public void Verify_PictureThatCannotBeHad_IsNotRun(FetchOutcome outcome, string code)
    {
        AssertNotRun(code, Verify(Own, Web().AddFailure(Image, outcome)), Image);
    }

    [Theory]
    [InlineData("https://127.0.0.1/a.png")]
    [InlineData("http://[::1]:8080/a.png")]
    [InlineData("https://10.1.2.3/a.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://badges.example/a.png")]
    [InlineData("javascript:alert(1)")]
    public void Verify_AddressThatMayNeverBeFetched_IsNotAskedFor(string address)
    {
        var web = Web();

        var report = Verify(Own, web, badge => SetImage(badge, address));

        AssertNotRun(CheckCodes.AddressNotAllowed, report, address);
        Assert.DoesNotContain(address, web.Asked);
    }

    [Fact]
    public void Verify_NoPictureNamed_IsNotRun()
    {
        AssertNotRun(
            CheckCodes.PictureNotNamed,
            Verify(Own, Web(), badge => Achievement(badge).Remove("image")));
    }

    [Fact]
    public void Missing_Pictures_ComeLastAndInTheFormHandedIn()
    {
        var png = SubmittedBadge.Read(PngBaking.Bake(Own, Token(), null)).Credential!;
        var svg = SubmittedBadge.Read(SvgBaking.Bake(OwnSvg, Token())).Credential!;
        var documents = new Dictionary<string, FetchedDocument>();
        var rounds = new List<IReadOnlyList<MissingDocument>>();
        while (Dependencies.Missing(png, documents) is { Count: > 0 } missing)
        {
            rounds.Add(missing);
            foreach (var each in missing.TakeWhile(each => each.Kind is DocumentKind.Record))
            {
                documents[each.Address] = Web().Find(each.Address);
            }

            if (missing[0].Kind is not DocumentKind.Record)
            {
                break;
            }
        }

        Assert.Equal([new(Image, DocumentKind.PngPicture)], rounds[^1]);
        Assert.All(rounds[..^1], round => Assert.All(round, each => Assert.Equal(DocumentKind.Record, each.Kind)));
        Assert.Equal([new(Image, DocumentKind.SvgPicture)], Dependencies.Missing(svg, documents));
    }

    [Fact]
    public void Verify_RecordWithoutAPicture_AsksForNone()
    {
        var web = Web().Add(Image, Own);

        var report = web.Verify(Token());

        Assert.Equal(
            (CheckOutcome.NotApplicable, CheckCodes.NoPicture),
            (report.Of(CheckIds.Picture).Outcome, report.Of(CheckIds.Picture).Code));
        Assert.DoesNotContain(Image, web.Asked);
        Assert.Null(report.IssuerPicture);
        Assert.Equal(Image, report.Credential?.Image);
    }

    [Fact]
    public void Verify_ForgedRecord_SaysNothingOfThePicture()
    {
        var web = Web().Add(Image, Own);
        var forged = SigningIssuer.Sign(SigningIssuer.Badge(), SigningIssuer.OtherKey);

        var report = web.Verify(PngBaking.Bake(Own, forged, null).AsMemory())!;

        Assert.Equal(Verdict.Invalid, report.Verdict);
        AssertNotRun(CheckCodes.PictureNotCompared, report);
        Assert.DoesNotContain(Image, web.Asked);
        Assert.Null(report.IssuerPicture);
    }

    [Fact]
    public void Verify_IssuerThatCannotBeReached_SaysNothingOfThePicture()
    {
        var web = Web().Add(Image, Own).Remove(SigningIssuer.DidDocument).Remove(SigningIssuer.KeyAddress);

        var report = Verify(Own, web);

        Assert.Equal(Verdict.Undetermined, report.Verdict);
        AssertNotRun(CheckCodes.PictureNotCompared, report);
        Assert.DoesNotContain(Image, web.Asked);
        Assert.Null(report.IssuerPicture);
    }

    [Fact]
    public void ToJson_RecordInAnotherPicture_NamesTheIssuers()
    {
        var report = Verify(Other, Web().Add(Image, Own));

        using var json = JsonDocument.Parse(report.ToJson(ReportLanguage.English));

        Assert.Equal(Image, json.RootElement.GetProperty("credential").GetProperty("image").GetString());
    }
}

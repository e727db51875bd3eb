using System.Text.Json.Nodes;
using Badges.Credentials.Baking;
using Badges.Credentials.Verification;
using static Badges.Credentials.Tests.Verification.BakedBadges;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Which pictures are the issuer's: the badge's and the award's, at an address or in the record.</summary>
public sealed class IssuerImagesTests
{
    /// <summary>It says what wallets show, and no more.</summary>
    [Fact]
    public void Verify_ImageOfTheCredential_DoesNotCount()
    {
        var report = Verify(Own, Web().Add(Baked, Own), badge =>
        {
            Achievement(badge).Remove("image");
            badge["image"] = ImageAt(Baked);
        });

        AssertNotRun(CheckCodes.PictureNotNamed, report);
    }

    [Fact]
    public void Verify_PictureOfThisAward_IsTheIssuersToo()
    {
        void Name(JsonObject badge) => badge["credentialSubject"]!["image"] = ImageAt(Baked);
        ArchivedWeb Published() => Web().Add(Image, Own).Add(Baked, PngBaking.Bake(Other, null, "{}"));

        Assert.Equal(CheckOutcome.Passed, Verify(Own, Published(), Name).Of(CheckIds.Picture).Outcome);
        var check = Verify(Other, Published(), Name).Of(CheckIds.Picture);
        Assert.Equal((CheckOutcome.Passed, Baked), (check.Outcome, check.Source));
        Assert.Equal(
            CheckCodes.PictureDiffers,
            Verify(TestPictures.Png(("gAMA", [0, 0, 0, 2])), Published(), Name).Of(CheckIds.Picture).Code);
        AssertNotRun(CheckCodes.DocumentNotFound, Verify(Other, Published().Remove(Baked), Name), Baked);
    }

    [Fact]
    public void Verify_PictureOfThisAward_IsAskedForOnlyWhenTheOtherDiffers()
    {
        void Name(JsonObject badge) => badge["credentialSubject"]!["image"] = ImageAt(Baked);
        var same = Web().Add(Image, Own);
        var other = Web().Add(Image, Own);

        Verify(Own, same, Name);
        Verify(Other, other, Name);

        Assert.DoesNotContain(Baked, same.Asked);
        Assert.Equal(Baked, other.Asked[^1]);
    }

    [Fact]
    public void Verify_PictureInTheRecord_IsComparedWithoutAsking()
    {
        var data = $"data:image/png;base64,{Convert.ToBase64String(Own)}";
        var web = Web();

        var same = Verify(Own, web, badge => SetImage(badge, data));
        var other = Verify(Other, web, badge => SetImage(badge, data));
        var alone = Web().Verify(Token(badge => SetImage(badge, data)));

        Assert.Equal(CheckOutcome.Passed, same.Of(CheckIds.Picture).Outcome);
        Assert.Null(same.Of(CheckIds.Picture).Source);
        Assert.Equal(CheckCodes.PictureDiffers, other.Of(CheckIds.Picture).Code);
        Assert.Equal(Own, alone.IssuerPicture?.Bytes.ToArray());
        Assert.Null(alone.IssuerPicture?.Address);
        Assert.Null(alone.Credential?.Image);
        Assert.DoesNotContain(web.Asked, address => address.StartsWith("data:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("data:image/png;base64,!!!!")]
    [InlineData("data:image/png;base64,")]
    [InlineData("data:image/png;base64")]
    [InlineData("data:text/html,<html>")]
    [InlineData("data:,x")]
    public void Verify_BrokenPictureInTheRecord_IsNotRun(string data)
    {
        AssertNotRun(
            CheckCodes.DocumentUnreadable, Verify(Own, Web(), badge => SetImage(badge, data)), "data:");
    }

    [Fact]
    public void Verify_SvgInTheRecord_MayBePercentEncoded()
    {
        string[] forms =
        [
            $"data:image/svg+xml,{Uri.EscapeDataString(TestPictures.Svg)}",
            $"DATA:image/svg+xml;charset=utf-8;BASE64,{Uri.EscapeDataString(Convert.ToBase64String(OwnSvg))}",
        ];

        Assert.All(forms, form => Assert.Equal(
            CheckOutcome.Passed,
            VerifySvg(OwnSvg, Web(), badge => SetImage(badge, form)).Of(CheckIds.Picture).Outcome));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Verify_OpenBadges2_ThePictureOfTheBadgeClassCounts(bool isHosted)
    {
        var assertion = isHosted
            ? HostedIssuer.Assertion(isHosted: true).ToJsonString()
            : HostedIssuer.Sign(HostedIssuer.Assertion(isHosted: false));
        string[] images =
        [
            "\"https://badges.example/achievements/1.png\"",
            """{"id":"https://badges.example/achievements/1.png","type":"Image","caption":"x"}""",
            $"\"data:image/png;base64,{Convert.ToBase64String(Own)}\"",
        ];

        foreach (var image in images)
        {
            var web = HostedIssuer.Web().Add("https://badges.example/achievements/1.png", Own);
            var badgeClass = JsonNode.Parse(web.Find(HostedIssuer.Class).Body.Span)!.AsObject();
            badgeClass["image"] = JsonNode.Parse(image);
            web.Add(HostedIssuer.Class, badgeClass.ToJsonString());

            var same = web.Verify(PngBaking.Bake(Own, null, assertion).AsMemory())!;
            var other = web.Verify(PngBaking.Bake(Other, null, assertion).AsMemory())!;

            Assert.True(same.Verdict is Verdict.Valid, same.Explain());
            Assert.Equal(CheckOutcome.Passed, same.Of(CheckIds.Picture).Outcome);
            Assert.Equal(
                (Verdict.Valid, CheckCodes.PictureDiffers), (other.Verdict, other.Of(CheckIds.Picture).Code));
        }
    }

    [Fact]
    public void Verify_OpenBadges2_TheBakedPictureOfTheAssertionIsTheIssuersToo()
    {
        var assertion = HostedIssuer.Assertion(isHosted: true, each => each["image"] = Baked).ToJsonString();
        var web = HostedIssuer.Web().Add("https://badges.example/achievements/1.png", Own)
            .Add(HostedIssuer.Hosted, assertion).Add(Baked, PngBaking.Bake(Other, null, assertion));

        var report = web.Verify(PngBaking.Bake(Other, null, assertion).AsMemory())!;

        Assert.True(report.Of(CheckIds.Picture).Outcome is CheckOutcome.Passed, report.Explain());
    }
}

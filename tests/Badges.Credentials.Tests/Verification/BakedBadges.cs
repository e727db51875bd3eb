using System.Text;
using System.Text.Json.Nodes;
using Badges.Credentials.Baking;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Badges of <see cref="SigningIssuer"/> put into pictures: its own, and another.</summary>
internal static class BakedBadges
{
    public const string Image = "https://badges.example/achievements/5KtWq8YzNn2bX3rJ7uHcVd.png";
    public const string Baked = "https://badges.example/baked/1.png";

    public static byte[] Own { get; } = TestPictures.Png();

    public static byte[] Other { get; } = TestPictures.Png(("gAMA", [0, 0, 0, 1]));

    public static byte[] OwnSvg { get; } = Encoding.UTF8.GetBytes(TestPictures.Svg);

    public static ArchivedWeb Web() => SigningIssuer.Web();

    public static string Token(Action<JsonObject>? change = null) => SigningIssuer.Sign(SigningIssuer.Badge(change));

    public static VerificationReport Verify(byte[] picture, ArchivedWeb web, Action<JsonObject>? change = null) =>
        web.Verify(PngBaking.Bake(picture, Token(change), null).AsMemory())!;

    public static VerificationReport VerifySvg(byte[] picture, ArchivedWeb web, Action<JsonObject>? change = null) =>
        web.Verify(SvgBaking.Bake(picture, Token(change)).AsMemory())!;

    public static JsonObject Achievement(JsonObject badge) => badge["credentialSubject"]!["achievement"]!.AsObject();

    public static void SetImage(JsonObject badge, string address) => Achievement(badge)["image"] = ImageAt(address);

    public static JsonObject ImageAt(string address) => new() { ["id"] = address, ["type"] = "Image" };

    public static void Others(JsonObject badge) => badge["id"] = "https://badges.example/credentials/somebody-else";

    public static void AssertNotRun(string code, VerificationReport report, params string[] arguments)
    {
        var check = report.Of(CheckIds.Picture);
        Assert.Equal((CheckOutcome.NotRun, code), (check.Outcome, check.Code));
        Assert.Equal(arguments, check.Arguments);
        Assert.DoesNotContain("n’est pas celle", report.Sentence(ReportLanguage.French), StringComparison.Ordinal);
    }
}

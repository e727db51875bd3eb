using System.Text;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

public class SubmissionTests
{
    [Theory]
    [InlineData("{}", SubmissionContainer.Json)]
    [InlineData(" \uFEFF\n[1]", SubmissionContainer.Json)]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.AAAA\n", SubmissionContainer.Jwt)]
    [InlineData("https://badges.example/credentials/1", SubmissionContainer.Url)]
    [InlineData("HTTP://badges.example/1", SubmissionContainer.Url)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", SubmissionContainer.Svg)]
    [InlineData("<?xml version='1.0'?><svg/>", SubmissionContainer.Svg)]
    [InlineData("<!DOCTYPE html><html></html>", SubmissionContainer.Html)]
    public void Read_Text_IsToldByItsBytes(string text, SubmissionContainer expected) =>
        Assert.Equal(expected, Submission.Read(Encoding.UTF8.GetBytes(text), "image/png").Submission!.Container);

    [Fact]
    public void Read_Png_IsToldByItsBytes() =>
        Assert.Equal(SubmissionContainer.Png, Submission.Read(TestPictures.Png(), "text/html").Submission!.Container);

    [Theory]
    [InlineData("", CheckCodes.Empty)]
    [InlineData(" \n", CheckCodes.Empty)]
    [InlineData("hello", CheckCodes.NotABadge)]
    [InlineData("a.b.c", CheckCodes.NotABadge)]
    [InlineData("https://badges.example/ and more", CheckCodes.NotABadge)]
    public void Read_NothingOfTheKind_SaysWhy(string text, string code) =>
        Assert.Equal(code, Submission.Read(Encoding.UTF8.GetBytes(text), null).Code);

    [Theory]
    [InlineData("FFD8FFE000104A46", CheckCodes.UnknownPicture)]
    [InlineData("474946383961FF", CheckCodes.UnknownPicture)]
    [InlineData("FFFE7B007D00", CheckCodes.NotUtf8)]
    [InlineData("7BFF7D", CheckCodes.NotUtf8)]
    public void Read_OtherBytes_SaysWhy(string bytes, string code) =>
        Assert.Equal(code, Submission.Read(Convert.FromHexString(bytes), null).Code);

    [Fact]
    public void Read_TooMuch_IsRefused()
    {
        var text = new byte[Submission.MaximumTextBytes + 1];
        Array.Fill(text, (byte)'{');
        byte[] picture = [.. TestPictures.Png(), .. new byte[Submission.MaximumPictureBytes]];

        Assert.Equal(CheckCodes.TooLarge, Submission.Read(text, null).Code);
        Assert.Equal(CheckCodes.TooLarge, Submission.Read(picture, null).Code);
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}", CheckCodes.DuplicateMember)]
    [InlineData("{\"a\":1,\"\\u0061\":2}", CheckCodes.DuplicateMember)]
    [InlineData("{\"a\":{\"b\":1,\"b\":2}}", CheckCodes.DuplicateMember)]
    [InlineData("{\"a\":\"\\ud800\"}", CheckCodes.BrokenCharacter)]
    [InlineData("{\"\\ud800\":1}", CheckCodes.BrokenCharacter)]
    [InlineData("{\"a\":1e999}", CheckCodes.NumberOutOfRange)]
    [InlineData("{\"a\":\"\0\"}", CheckCodes.NotJson)]
    [InlineData("{\"a\":1}\0", CheckCodes.NotJson)]
    [InlineData("{\"a\":1} {}", CheckCodes.NotJson)]
    [InlineData("{\"a\":1,}", CheckCodes.NotJson)]
    [InlineData("{a:1}", CheckCodes.NotJson)]
    [InlineData("{", CheckCodes.NotJson)]
    [InlineData("{\"a\":NaN}", CheckCodes.NotJson)]
    [InlineData("[]", CheckCodes.NotABadge)]
    [InlineData("{\"type\":\"BadgeClass\",\"@context\":\"https://w3id.org/openbadges/v2\"}", CheckCodes.NotABadge)]
    [InlineData("{\"type\":\"Assertion\",\"@context\":\"https://w3id.org/openbadges/v2\"}", CheckCodes.NoAddress)]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.AAAA.AAAA", CheckCodes.NotAToken)]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30=.AAAA", CheckCodes.NotAToken)]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.AAAA", CheckCodes.NotABadge)]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.eyJhIjoxLCJhIjoyfQ.AAAA", CheckCodes.DuplicateMember)]
    public void Parse_TextThatIsNoBadge_SaysWhy(string text, string code) =>
        Assert.Equal(code, CredentialParser.Parse(text).Code);

    [Fact]
    public void Parse_DeepNesting_SaysWhy()
    {
        Assert.Equal(CheckCodes.TooDeep, CredentialParser.Parse(new string('[', 100_000)).Code);
        Assert.Equal(
            CheckCodes.TooDeep, CredentialParser.Parse(string.Concat(Enumerable.Repeat("{\"a\":", 65)) + "1").Code);
    }

    [Fact]
    public void Parse_BracketsInsideStrings_AreNotDepth() => Assert.Equal(
        CheckCodes.NotABadge, CredentialParser.Parse($"{{\"a\":\"{new string('{', 100)}\\\"\"}}").Code);
}

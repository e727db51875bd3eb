namespace Badges.Credentials.Tests;

public sealed class CredentialTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Délissage\r\n\tœuvre ’ 🪵 \u0080 \u200B")]
    public void IsPlain_TextOfAPerson_IsAccepted(string text) => Assert.True(CredentialText.IsPlain(text));

    [Fact]
    public void IsPlain_EachControlCharacter_IsRefusedButTabAndLineEnds()
    {
        var refused = Enumerable.Range(0, 0x80).Where(code => !CredentialText.IsPlain($"a{(char)code}b"));

        Assert.Equal([.. Enumerable.Range(0, 9), 0x0B, 0x0C, .. Enumerable.Range(0x0E, 18), 0x7F], refused);
    }

    [Fact]
    public void IsPlain_EachBidirectionalControl_IsRefused()
    {
        var refused = Enumerable.Range(0x2000, 0x100).Where(code => !CredentialText.IsPlain($"a{(char)code}b"));

        Assert.Equal([.. Enumerable.Range(0x202A, 5), .. Enumerable.Range(0x2066, 4)], refused);
    }

    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    public void IsPlain_LoneSurrogate_IsRefused(int codeUnit)
    {
        Assert.False(CredentialText.IsPlain($"{(char)codeUnit}"));
        Assert.False(CredentialText.IsPlain($"{(char)codeUnit}a"));
    }
}

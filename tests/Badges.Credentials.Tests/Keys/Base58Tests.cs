using System.Text;
using Badges.Credentials.Keys;

namespace Badges.Credentials.Tests.Keys;

public sealed class Base58Tests
{
    /// <summary>The Base58 Encoding Scheme (draft-msporny-base58), section 5, and the empty text.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("48656c6c6f20576f726c6421", "2NEpo7TZRRrLZSi2U")]
    [InlineData("0000287fb4cd", "11233QC4")]
    [InlineData("00", "1")]
    [InlineData("ff", "5Q")]
    public void Encode_PublishedExample_GivesItsTextAndBack(string bytes, string text)
    {
        Assert.Equal(text, Base58.Encode(Convert.FromHexString(bytes)));
        Assert.Equal(bytes, Convert.ToHexStringLower(Base58.TryDecode(text)!));
    }

    [Fact]
    public void TryDecode_Sentence_IsItsBytes() => Assert.Equal(
        "The quick brown fox jumps over the lazy dog.",
        Encoding.ASCII.GetString(Base58.TryDecode("USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z")!));

    [Fact]
    public void TryDecode_WhatWasEncoded_IsTheSameBytes()
    {
        var random = new Random(58);
        for (var length = 0; length < 200; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes.AsSpan(random.Next(Math.Min(length + 1, 4))));

            var text = Base58.Encode(bytes);

            Assert.Equal(bytes, Base58.TryDecode(text)!);
            Assert.Equal(text, Base58.Encode(Base58.TryDecode(text)));
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("O")]
    [InlineData("I")]
    [InlineData("l")]
    [InlineData("2NEpo7TZRRrLZSi2U ")]
    [InlineData("2NEpo7TZRRrLZSi2+")]
    [InlineData("11é")]
    public void TryDecode_SymbolOutsideTheAlphabet_IsNull(string text) => Assert.Null(Base58.TryDecode(text));

    [Fact]
    public void TryDecode_TooLong_IsNull()
    {
        Assert.NotNull(Base58.TryDecode(new string('z', 512)));
        Assert.Null(Base58.TryDecode(new string('z', 513)));
    }
}

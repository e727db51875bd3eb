using System.Text;
using Badges.Imaging.Png;

namespace Badges.Imaging.Tests.Png;

public sealed class PngTextTests
{
    private const int Limit = 100_000;

    [Fact]
    public void TryRead_WhatToChunkWrote_IsTheSame()
    {
        var text = new PngText("openbadgecredential", "{\"name\":\"Délissage ♻ 𝄞\"}", PngTextKind.International, false);

        Assert.Equal(text, PngText.TryRead(text.ToChunk(), Limit));
    }

    [Fact]
    public void ToChunk_Always_WritesAnUncompressedChunkWithoutLanguage()
    {
        var chunk = new PngText("openbadges", "é", PngTextKind.CompressedLatin1, Compressed: true).ToChunk();

        Assert.Equal("iTXt", chunk.Type);
        Assert.Equal("openbadges\0\0\0\0\0é"u8.ToArray(), chunk.Data.ToArray());
    }

    [Fact]
    public void TryRead_CompressedInternational_IsInflated()
    {
        var deflated = PngBuilder.Deflate(Encoding.UTF8.GetBytes("réemploi"));
        var chunk = Chunk("iTXt", [.. "key\0\u0001\0fr\0clé\0"u8], deflated);

        Assert.Equal(new PngText("key", "réemploi", PngTextKind.International, true), PngText.TryRead(chunk, Limit));
    }

    [Fact]
    public void TryRead_Latin1_IsReadAsLatin1()
    {
        var chunk = Chunk("tEXt", [.. "key\0"u8, 0xE9]);

        Assert.Equal(new PngText("key", "é", PngTextKind.Latin1, false), PngText.TryRead(chunk, Limit));
    }

    [Fact]
    public void TryRead_CompressedLatin1_IsInflated()
    {
        var chunk = Chunk("zTXt", [.. "key\0\0"u8], PngBuilder.Deflate([0xE9]));

        Assert.Equal(new PngText("key", "é", PngTextKind.CompressedLatin1, true), PngText.TryRead(chunk, Limit));
    }

    [Theory]
    [InlineData("zTXt", "6B65790000")]
    [InlineData("iTXt", "6B65790001000000")]
    public void TryRead_CompressedWithADictionaryThatNobodyHas_IsNull(string type, string start)
    {
        // RFC 1950, section 2.2: FDICT is set, and names a dictionary by its check value.
        byte[] data = [.. Convert.FromHexString(start), 0x78, 0x20, 1, 2, 3, 4, 5];

        Assert.Null(PngText.TryRead(new PngChunk(type, data), Limit));
    }

    [Fact]
    public void TryRead_InflatesBeyondTheLimit_IsNull()
    {
        var chunk = Chunk("zTXt", [.. "key\0\0"u8], PngBuilder.Deflate(new byte[Limit + 1]));

        Assert.Null(PngText.TryRead(chunk, Limit));
    }

    [Fact]
    public void TryRead_ZlibDataCutShort_IsNull()
    {
        var whole = PngBuilder.Deflate(Encoding.ASCII.GetBytes(string.Join(' ', Enumerable.Range(0, 500))));

        Assert.Null(PngText.TryRead(Chunk("zTXt", [.. "key\0\0"u8], whole[..(whole.Length / 2)]), Limit));
    }

    [Theory]
    [InlineData("iTXt", "no nul")]
    [InlineData("iTXt", "\0\0\0\0\0no keyword")]
    [InlineData("iTXt", "key\0")]
    [InlineData("iTXt", "key\0\0")]
    [InlineData("iTXt", "key\0\0\0no end of language")]
    [InlineData("iTXt", "key\0\0\0\0no end of translated keyword")]
    [InlineData("iTXt", "key\0\u0002\0\0\0unknown flag")]
    [InlineData("iTXt", "key\0\u0001\u0001\0\0unknown method")]
    [InlineData("iTXt", "key\0\u0001\0\0\0not zlib")]
    [InlineData("iTXt", "key\0\0\0\0\0nul\0inside")]
    [InlineData("iTXt", "k\ny\0\0\0\0\0control in keyword")]
    [InlineData("zTXt", "key\0")]
    [InlineData("zTXt", "key\0\u0001unknown method")]
    [InlineData("zTXt", "key\0\0not zlib")]
    [InlineData("tIME", "key\0text")]
    public void TryRead_MalformedOrOtherChunk_IsNull(string type, string data)
    {
        Assert.Null(PngText.TryRead(Chunk(type, Encoding.Latin1.GetBytes(data)), Limit));
    }

    [Fact]
    public void TryRead_BytesThatAreNotUtf8_IsNull()
    {
        Assert.Null(PngText.TryRead(Chunk("iTXt", [.. "key\0\0\0\0\0"u8, 0xC3, 0x28]), Limit));
    }

    [Theory]
    [InlineData(79, true)]
    [InlineData(80, false)]
    public void TryRead_KeywordLength_IsAtMostSeventyNine(int length, bool isRead)
    {
        var chunk = Chunk("tEXt", Encoding.ASCII.GetBytes($"{new string('k', length)}\0text"));

        Assert.Equal(isRead, PngText.TryRead(chunk, Limit) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("clé\n")]
    [InlineData("œuvre")]
    public void ToChunk_KeywordThatPngForbids_Throws(string keyword)
    {
        var text = new PngText(keyword, "text", PngTextKind.International, Compressed: false);

        Assert.Throws<ArgumentException>(() => text.ToChunk());
    }

    [SamplesTheory]
    [InlineData("valid/31-baked-jwt.png", true)]
    [InlineData("invalid/b1-compressed-chunk.png", true)]
    [InlineData("invalid/b5-bad-utf8.png", false)]
    public void TryRead_SampleOfTheProject_IsReadWhenItsTextIsRight(string name, bool isRead)
    {
        var file = File.ReadAllBytes(Path.Combine(SharedData.Samples!, name));
        var datastream = PngDatastream.TryRead(file, out _)!;

        var text = PngText.TryRead(datastream.Chunks.Single(chunk => chunk.Type == "iTXt"), Limit);

        Assert.Equal(isRead, text?.Keyword == "openbadgecredential");
    }

    private static PngChunk Chunk(string type, params byte[][] parts) =>
        new(type, parts.SelectMany(part => part).ToArray());
}

using System.IO.Compression;
using Badges.Credentials.Proofs;
using Badges.Credentials.Status;
using Badges.Credentials.Tests.Keys;

namespace Badges.Credentials.Tests.Status;

public sealed class BitstringStatusListTests
{
    private const int Limit = 1024 * 1024;

    // An example of Bitstring Status List 1.0: 131,072 zeros.
    private const string PublishedEmptyList = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";

    [Fact]
    public void Set_Positions_AreCountedFromTheHighestBit()
    {
        var bits = BitstringStatusList.Empty();

        BitstringStatusList.Set(bits, 0);
        BitstringStatusList.Set(bits, 9);
        BitstringStatusList.Set(bits, BitstringStatusList.MinimumLength - 1);

        Assert.Equal((0x80, 0x40, 0x01), (bits[0], bits[1], bits[^1]));
        Assert.True(BitstringStatusList.IsSet(bits, 9));
        Assert.False(BitstringStatusList.IsSet(bits, 8));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => BitstringStatusList.IsSet(bits, BitstringStatusList.MinimumLength));
        Assert.Throws<ArgumentOutOfRangeException>(() => BitstringStatusList.Set(bits, -1));
    }

    [Fact]
    public void TryDecode_WhatEncodeWrote_IsTheSameList()
    {
        var bits = BitstringStatusList.Empty(200_000);
        foreach (var index in new[] { 0, 7, 4242, 94567, 199_999 })
        {
            BitstringStatusList.Set(bits, index);
        }

        var encoded = BitstringStatusList.Encode(bits);
        var read = BitstringStatusList.TryDecode(encoded, Limit)!;

        Assert.StartsWith("uH4sI", encoded, StringComparison.Ordinal);
        Assert.Equal(bits, read.Bits.ToArray());
        Assert.False(read.IsShort);
        Assert.Equal<bool?>(
            [true, false, null, null],
            [read.IsSet(94567), read.IsSet(94568), read.IsSet(200_000), read.IsSet(-1)]);
    }

    [Fact]
    public void TryDecode_PublishedEmptyList_HasTheMinimumOfZeros()
    {
        var read = BitstringStatusList.TryDecode(PublishedEmptyList, Limit, out var fault);

        Assert.Equal(BitstringFault.None, fault);
        Assert.Equal(BitstringStatusList.MinimumLength, read!.Length);
        Assert.True(read.Bits.Span.IndexOfAnyExcept((byte)0) < 0);
    }

    [Fact]
    public void TryDecode_ListUnderTheMinimum_IsReadAndFlagged()
    {
        var read = BitstringStatusList.TryDecode(Compress(new byte[12_500]), Limit)!;

        Assert.True(read.IsShort);
        Assert.Equal(100_000, read.Length);
    }

    [Theory]
    [InlineData(16_384, BitstringFault.None)]
    [InlineData(16_385, BitstringFault.TooLong)]
    [InlineData(50_000_000, BitstringFault.TooLong)]
    public void TryDecode_AtTheLimit_StopsWithoutTakingMore(int length, BitstringFault expected)
    {
        var encoded = Compress(new byte[length]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var read = BitstringStatusList.TryDecode(encoded, 16_384, out var fault);

        Assert.Equal(expected, fault);
        Assert.Equal(expected is BitstringFault.None, read is not null);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 400_000);
    }

    [Theory]
    [InlineData("", BitstringFault.NotMultibase)]
    [InlineData("zH4sI", BitstringFault.NotMultibase)]
    [InlineData("H4sIAAAAAAAAA", BitstringFault.NotMultibase)]
    [InlineData("uH4sI=", BitstringFault.NotBase64Url)]
    [InlineData("uH4s+", BitstringFault.NotBase64Url)]
    [InlineData("u", BitstringFault.NotGzip)]
    [InlineData("uAAAA", BitstringFault.NotGzip)]
    [InlineData("uH4sIAAAAAAAA", BitstringFault.NotGzip)]
    public void TryDecode_Damaged_SaysWhy(string encoded, BitstringFault expected)
    {
        Assert.Null(BitstringStatusList.TryDecode(encoded, Limit, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void TryDecode_CutOrChanged_IsRefused()
    {
        var bytes = Base64UrlText.TryDecode(Compress(BitstringStatusList.Empty()).AsSpan(1))!;

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Null(BitstringStatusList.TryDecode("u" + Base64UrlText.Encode(bytes.AsSpan(0, length)), Limit));
        }

        bytes[^6] ^= 1; // the check sum
        Assert.Null(BitstringStatusList.TryDecode("u" + Base64UrlText.Encode(bytes), Limit));
    }

    [Fact]
    public void Encode_ListUnderTheMinimum_IsRefused() =>
        Assert.Throws<ArgumentException>(() => BitstringStatusList.Encode(new byte[16_383]));

    [SamplesTheory]
    [InlineData("status-revocation.json", BitstringFault.None)]
    [InlineData("status-bomb.json", BitstringFault.TooLong)]
    public void TryDecode_Samples_AreReadWithinTheLimit(string file, BitstringFault expected)
    {
        var list = RsaJwkTests.Parse(File.ReadAllText(Path.Combine(SharedData.Samples!, "web", file)));

        BitstringStatusList.TryDecode(
            list.GetProperty("credentialSubject").GetProperty("encodedList").GetString()!, Limit, out var fault);

        Assert.Equal(expected, fault);
    }

    private static string Compress(byte[] bits)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
        {
            gzip.Write(bits);
        }

        return "u" + Base64UrlText.Encode(compressed.ToArray());
    }
}

using System.Security.Cryptography;
using Badges.Credentials.Keys;

namespace Badges.Credentials.Tests.Keys;

public sealed class MultikeyTests
{
    private static readonly byte[] Ed25519 = Convert.FromHexString(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    private static readonly byte[] P256 = Point(ECCurve.NamedCurves.nistP256);
    private static readonly byte[] P384 = Point(ECCurve.NamedCurves.nistP384);

    /// <summary>What looks like a key and is none.</summary>
    public static TheoryData<string, string> Refused => new()
    {
        { "empty", string.Empty },
        { "prefix alone", "z" },
        { "no multibase prefix", Good[1..] },
        { "base64url", "u" + Convert.ToBase64String([0xED, 0x01, .. Ed25519]).Replace('+', '-').Replace('/', '_') },
        { "base16", "f" + Convert.ToHexStringLower([0xED, 0x01, .. Ed25519]) },
        { "upper-case prefix", "Z" + Good[1..] },
        { "truncated base58", Good[..^1] },
        { "one symbol more", Good + "1" },
        { "symbol outside base58", Good[..^1] + "0" },
        { "blank behind", Good + " " },
        { "DID instead of key", "did:key:" + Good },
        { "much too long", "z" + new string('2', 100_000) },
        { "Ed25519, 31 bytes", Text(0xED, 0x01, Ed25519[1..]) },
        { "Ed25519, 33 bytes", Text(0xED, 0x01, [.. Ed25519, 0]) },
        { "Ed25519 without the second byte of its prefix", Text(0xED, Ed25519[0], Ed25519[1..]) },
        { "X25519", Text(0xEC, 0x01, Ed25519) },
        { "Ed25519, secret", Text(0x80, 0x26, Ed25519) },
        { "Ed25519 bytes under P-256", Text(0x80, 0x24, Ed25519) },
        { "P-256 point under Ed25519", Text(0xED, 0x01, P256) },
        { "P-256 x under Ed25519's length", Text(0x80, 0x24, P256[1..]) },
        { "P-384 point under P-256", Text(0x80, 0x24, P384) },
        { "P-256 point under P-384", Text(0x81, 0x24, P256) },
        { "P-256 point under P-521", Text(0x82, 0x24, P256) },
        { "P-256 point under secp256k1", Text(0xE7, 0x01, P256) },
        { "P-256, secret", Text(0x86, 0x26, P256[1..]) },
        { "P-256 point, prefix reversed", Text(0x24, 0x80, P256) },
        { "P-256, uncompressed", Text(0x80, 0x24, [4, .. P256[1..], .. P256[1..]]) },
        { "P-256, hybrid sign", Text(0x80, 0x24, [6, .. P256[1..]]) },
        { "P-256, infinity", Text(0x80, 0x24, [0]) },
        { "P-256, x that is not on the curve", Text(0x80, 0x24, [2, .. new byte[31], 7]) },
        { "P-256, x beyond the prime", Text(0x80, 0x24, [2, .. Enumerable.Repeat((byte)0xFF, 32)]) },
        { "P-384, x beyond the prime", Text(0x81, 0x24, [3, .. Enumerable.Repeat((byte)0xFF, 48)]) },
        { "RSA", Text(0x85, 0x24, [0x30, 0x82, .. new byte[268]]) },
        { "BLS12-381", Text(0xEB, 0x01, new byte[96]) },
    };

    private static string Good => Multikey.OfEd25519(Ed25519);

    [Theory]
    [MemberData(nameof(Refused))]
    public void TryRead_NotAKeyOfTheThreeTypes_IsNull(string what, string multibase)
    {
        Assert.True(Multikey.TryRead(multibase) is null, what);
        Assert.True(PublicKey.TryReadMultikey(multibase) is null, what);
    }

    [Fact]
    public void TryRead_WhatWasWritten_IsTheSameKey()
    {
        for (var round = 0; round < 40; round++)
        {
            var curve = round % 2 == 0 ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP384;
            using var ecdsa = ECDsa.Create(curve);
            var text = Multikey.OfEc(ecdsa.ExportParameters(includePrivateParameters: false));

            using var read = Multikey.TryRead(text)!.Open();

            Assert.Equal(EcJwk.Thumbprint(ecdsa), read!.Thumbprint);
        }
    }

    private static string Text(byte first, byte second, byte[] key) => "z" + Base58.Encode([first, second, .. key]);

    private static byte[] Point(ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [(byte)(2 + (point.Y![^1] & 1)), .. point.X!];
    }
}

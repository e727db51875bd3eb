using System.Security.Cryptography;
using System.Text.Json;
using Badges.Credentials.Keys;

namespace Badges.Credentials.Tests.Keys;

/// <summary>The key pairs of the W3C's test vectors, whose private halves are published. Controlled Identifiers 1.0,
/// section 2.2.2.</summary>
internal static class W3cKeys
{
    public static Ed25519SigningKey Ed25519() => Ed25519SigningKey.FromSeed(
        Secret(Path.Combine("w3c-vc-di-eddsa", "keyPair.json"), "privateKeyMultibase", 0x80, 0x26));

    public static EcSigningKey P256()
    {
        var d = Secret(Path.Combine("w3c-vc-di-ecdsa", "p256KeyPair.json"), "secretKeyMultibase", 0x86, 0x26);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = d });
        return new(key);
    }

    private static byte[] Secret(string file, string member, byte first, byte second)
    {
        var pair = JsonElement.Parse(File.ReadAllBytes(Path.Combine(SharedData.Vectors!, file)));
        var bytes = Base58.TryDecode(pair.GetProperty(member).GetString().AsSpan(1))!;
        Assert.Equal([first, second], bytes[..2]);
        return bytes[2..];
    }
}

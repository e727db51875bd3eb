using System.Security.Cryptography;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.DataModel;

/// <summary>A digest of the SHA-2 family, in either of the two spellings of section 5.3.</summary>
internal sealed class ResourceDigest(HashAlgorithmName algorithm, byte[] value) : IEquatable<ResourceDigest>
{
    private const int LongestText = 256;

    public HashAlgorithmName Algorithm { get; } = algorithm;

    private byte[] Value { get; } = value;

    /// <summary>The digest of Subresource Integrity (section 3.3), or null.</summary>
    public static ResourceDigest? TryReadIntegrity(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || text.Length > LongestText)
        {
            return null;
        }

        var bytes = new byte[LongestText];
        return Convert.TryFromBase64String(text[(dash + 1)..], bytes, out var length)
            ? Of(text[..dash], bytes[..length])
            : null;
    }

    /// <summary>The digest of a multihash in multibase, base64url or base58 (Controlled Identifiers 1.0, sections 2.4
    /// and 2.5), or null.</summary>
    public static ResourceDigest? TryReadMultibase(string text)
    {
        var bytes = text.Length > LongestText ? null : text switch
        {
            ['u', .. var rest] => Base64UrlText.TryDecode(rest),
            ['z', .. var rest] => Base58.TryDecode(rest),
            _ => null,
        };
        return bytes switch
        {
            [0x12, 0x20, .. var value] => Of("sha256", value),
            [0x20, 0x30, .. var value] => Of("sha384", value),
            [0x13, 0x40, .. var value] => Of("sha512", value),
            _ => null,
        };
    }

    public static ResourceDigest? Of(string name, byte[] value) => (name, value.Length) switch
    {
        ("sha256", 32) => new(HashAlgorithmName.SHA256, value),
        ("sha384", 48) => new(HashAlgorithmName.SHA384, value),
        ("sha512", 64) => new(HashAlgorithmName.SHA512, value),
        _ => null,
    };

    public bool Matches(ReadOnlySpan<byte> bytes) =>
        CryptographicOperations.HashData(Algorithm, bytes).AsSpan().SequenceEqual(Value);

    public bool Equals(ResourceDigest? other) =>
        other is not null && Algorithm == other.Algorithm && Value.AsSpan().SequenceEqual(other.Value);

    public override bool Equals(object? obj) => Equals(obj as ResourceDigest);

    public override int GetHashCode() => Value[0];
}

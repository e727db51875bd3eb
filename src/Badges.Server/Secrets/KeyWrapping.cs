using System.Security.Cryptography;
using System.Text;

namespace Badges.Server.Secrets;

/// <summary>
/// Encrypts what must not be readable in the database or a copy of it: AES-256-GCM, a random nonce, and the id of the
/// row as associated data, so that a wrapped value cannot be moved to another row.
/// </summary>
public sealed class KeyWrapping
{
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _key;

    public KeyWrapping(ReadOnlySpan<byte> secret)
    {
        var derived = HKDF.Extract(HashAlgorithmName.SHA256, secret.ToArray(), "badges"u8.ToArray());
        _key = HKDF.Expand(HashAlgorithmName.SHA256, derived, KeyLength, "key encryption"u8.ToArray());
        Id = Convert.ToHexStringLower(
            HKDF.Expand(HashAlgorithmName.SHA256, derived, 8, "key encryption key id"u8.ToArray()));
    }

    /// <summary>Tells which secret wrapped a value, without telling anything about the secret.</summary>
    public string Id { get; }

    public byte[] Wrap(ReadOnlySpan<byte> plain, Guid rowId)
    {
        var wrapped = new byte[NonceLength + TagLength + plain.Length];
        var nonce = wrapped.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagLength);
        aes.Encrypt(
            nonce,
            plain,
            wrapped.AsSpan(NonceLength + TagLength),
            wrapped.AsSpan(NonceLength, TagLength),
            AssociatedData(rowId));
        return wrapped;
    }

    /// <summary>The plain value, or null when another secret or another row wrapped it, or it was altered.</summary>
    public byte[]? TryUnwrap(ReadOnlySpan<byte> wrapped, Guid rowId)
    {
        if (wrapped.Length < NonceLength + TagLength)
        {
            return null;
        }

        var plain = new byte[wrapped.Length - NonceLength - TagLength];
        using var aes = new AesGcm(_key, TagLength);
        try
        {
            aes.Decrypt(
                wrapped[..NonceLength],
                wrapped[(NonceLength + TagLength)..],
                wrapped.Slice(NonceLength, TagLength),
                plain,
                AssociatedData(rowId));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] AssociatedData(Guid rowId) => Encoding.ASCII.GetBytes(rowId.ToString("D"));
}

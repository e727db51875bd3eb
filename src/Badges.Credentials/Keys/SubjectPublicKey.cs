using System.Security.Cryptography;

namespace Badges.Credentials.Keys;

/// <summary>Keys wrapped in PEM (RFC 7468).</summary>
internal static class SubjectPublicKey
{
    /// <summary>The SubjectPublicKeyInfo of a PEM text, or null when it holds something else.</summary>
    public static byte[]? TryReadPem(string pem) => ReadPem(pem) is ("PUBLIC KEY", var der) ? der : null;

    /// <summary>What a PEM text says it holds, and holds; nothing when it is none.</summary>
    public static (string Label, byte[] Der) ReadPem(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields))
        {
            return (string.Empty, []);
        }

        var der = new byte[fields.DecodedDataLength];
        return Convert.TryFromBase64Chars(pem.AsSpan()[fields.Base64Data], der, out var length)
            ? (pem[fields.Label], der[..length])
            : (string.Empty, []);
    }
}

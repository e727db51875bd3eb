using System.Security.Cryptography;

namespace Badges.LinkedData.Canonicalization;

/// <summary>The hash algorithm. RDF Dataset Canonicalization 1.0, section 4.2.</summary>
internal sealed class Digest
{
    private readonly bool _isSha384;

    /// <exception cref="ArgumentException">It is neither SHA-256 nor SHA-384.</exception>
    public Digest(HashAlgorithmName name)
    {
        _isSha384 = name == HashAlgorithmName.SHA384;
        if (!_isSha384 && name != HashAlgorithmName.SHA256)
        {
            throw new ArgumentException($"Canonicalisation hashes with SHA-256 or SHA-384, not {name}.", nameof(name));
        }
    }

    public int Length => _isSha384 ? SHA384.HashSizeInBytes : SHA256.HashSizeInBytes;

    public void Hash(ReadOnlySpan<byte> data, Span<byte> digest)
    {
        if (_isSha384)
        {
            SHA384.HashData(data, digest);
        }
        else
        {
            SHA256.HashData(data, digest);
        }
    }

    /// <summary>The digest in hexadecimal, as the algorithms write it.</summary>
    public string HexOf(ReadOnlySpan<byte> data)
    {
        Span<byte> digest = stackalloc byte[Length];
        Hash(data, digest);
        return Convert.ToHexStringLower(digest);
    }
}

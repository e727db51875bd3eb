using Badges.Credentials.Proofs;

namespace Badges.Server.Features.SigningKeys;

/// <summary>A key of an issuer as it is stored: the public part readable, the private part wrapped.</summary>
public sealed record SigningKey
{
    public required Guid Id { get; init; }
    public required Guid IssuerId { get; init; }

    /// <summary>The last part of the key's public address: the RFC 7638 thumbprint of an RSA key, the Multikey of an
    /// Ed25519 key.</summary>
    public required string Kid { get; init; }

    /// <summary>One of <see cref="JwsAlgorithms"/>.</summary>
    public required string Algorithm { get; init; }

    /// <summary>One of <see cref="KeyPurpose"/>.</summary>
    public required string Purpose { get; init; }

    /// <summary>The bare public key as a JWK: without <c>kid</c>, <c>alg</c> and <c>use</c>.</summary>
    public required string PublicJwk { get; init; }

    public required byte[] PrivateWrapped { get; init; }
    public required string WrappingKeyId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since then it signs no more; what it signed before stays verifiable.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>Since then somebody else may have signed with it; it is no longer published at all.</summary>
    public DateTimeOffset? CompromisedSince { get; init; }

    /// <summary>Whether it is published as a Multikey, as against a JWK.</summary>
    public bool IsMultikey => Algorithm == JwsAlgorithms.EdDsa;

    public bool IsCurrent => RetiredAt is null && CompromisedSince is null;
    public bool IsPublished => CompromisedSince is null;
}

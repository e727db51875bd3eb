using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Server.Features.CredentialApi;

/// <summary>One way to secure a credential: a suite, or a token, with a key.</summary>
public sealed record CredentialIssuer
{
    /// <summary>Its name in addresses and options.</summary>
    public required string Name { get; init; }

    /// <summary>The cryptosuite; null for a JSON Web Token.</summary>
    public Cryptosuite? Cryptosuite { get; init; }

    public required ISigningKey Key { get; init; }

    /// <summary>The type of the key.</summary>
    public required string KeyType { get; init; }

    /// <summary>The key in multibase.</summary>
    public required string Multikey { get; init; }

    public string Did => $"did:key:{Multikey}";

    public string VerificationMethod => $"{Did}#{Multikey}";
}

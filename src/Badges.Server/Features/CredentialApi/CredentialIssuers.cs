using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Server.Features.CredentialApi;

/// <summary>The issuers of this API, each a <c>did:key</c>.</summary>
public sealed class CredentialIssuers(CredentialApiKeys keys)
{
    /// <summary>Whoever names none gets this one.</summary>
    public const string Default = "eddsa-rdfc-2022";

    private readonly Lazy<IReadOnlyList<CredentialIssuer>> _all = new(() =>
    [
        Of(Default, Cryptosuites.EddsaRdfc2022, keys.Ed25519),
        Of("eddsa-jcs-2022", Cryptosuites.EddsaJcs2022, keys.Ed25519),
        Of("ecdsa-rdfc-2019", Cryptosuites.EcdsaRdfc2019, keys.P256),
        Of("ecdsa-rdfc-2019-p384", Cryptosuites.EcdsaRdfc2019, keys.P384),
        Of("ecdsa-jcs-2019", Cryptosuites.EcdsaJcs2019, keys.P256),
        Of("ecdsa-jcs-2019-p384", Cryptosuites.EcdsaJcs2019, keys.P384),
        Of("jwt", null, keys.Ed25519),
        Of("jwt-es256", null, keys.P256),
        Of("jwt-es384", null, keys.P384),
    ]);

    public IReadOnlyList<CredentialIssuer> All => _all.Value;

    public CredentialIssuer? Find(string name) => All.FirstOrDefault(issuer => issuer.Name == name);

    private static CredentialIssuer Of(string name, Cryptosuite? suite, Ed25519SigningKey key) => new()
    {
        Name = name,
        Cryptosuite = suite,
        Key = key,
        KeyType = "Ed25519",
        Multikey = key.Multikey,
    };

    private static CredentialIssuer Of(string name, Cryptosuite? suite, EcSigningKey key) => new()
    {
        Name = name,
        Cryptosuite = suite,
        Key = key,
        KeyType = key.Algorithm == JwsAlgorithms.Es256 ? "P-256" : "P-384",
        Multikey = key.Multikey,
    };
}

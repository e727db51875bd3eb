using Badges.Credentials.Proofs;
using Microsoft.IdentityModel.Tokens;

namespace Badges.Credentials.Keys;

/// <summary>Lends Ed25519 to the JOSE library, which does not have it (RFC 8037, section 3.1).</summary>
internal sealed class EdDsaProvider : ICryptoProvider
{
    public static SigningCredentials Credentials(Ed25519SigningKey key, string kid) =>
        new(new EdDsaSecurityKey(key) { KeyId = kid }, JwsAlgorithms.EdDsa)
        {
            CryptoProviderFactory = new()
            {
                CustomCryptoProvider = new EdDsaProvider(),
                CacheSignatureProviders = false,
            },
        };

    public bool IsSupportedAlgorithm(string algorithm, params object[] args) =>
        algorithm == JwsAlgorithms.EdDsa && args is [EdDsaSecurityKey, ..];

    public object Create(string algorithm, params object[] args) => new EdDsaSignatures((EdDsaSecurityKey)args[0]);

    public void Release(object cryptoInstance) => (cryptoInstance as IDisposable)?.Dispose();

    private sealed class EdDsaSecurityKey(Ed25519SigningKey key) : AsymmetricSecurityKey
    {
        public Ed25519SigningKey Key => key;

        public override int KeySize => 256;

        public override PrivateKeyStatus PrivateKeyStatus => PrivateKeyStatus.Exists;

        [Obsolete("The base class asks for it; PrivateKeyStatus says the same.")]
        public override bool HasPrivateKey => true;
    }

    private sealed class EdDsaSignatures(EdDsaSecurityKey key) : SignatureProvider(key, JwsAlgorithms.EdDsa)
    {
        public override byte[] Sign(byte[] input) => key.Key.Sign(input);

        public override bool Sign(ReadOnlySpan<byte> data, Span<byte> destination, out int bytesWritten)
        {
            var signature = key.Key.Sign(data.ToArray());
            bytesWritten = signature.Length;
            return signature.AsSpan().TryCopyTo(destination);
        }

        public override bool Verify(byte[] input, byte[] signature) => key.Key.Verify(input, signature);

        protected override void Dispose(bool disposing)
        {
        }
    }
}

namespace Badges.Credentials.Verification.Texts;

/// <summary>The one way to call an issuer that nobody here knows: by its domain, never by the name that it claims.</summary>
public static class IssuerDomain
{
    /// <summary>The domain of an https address or a did:web, as a network would ask for it; null for an identifier that
    /// has none (did:key, did:jwk).</summary>
    public static string? Find(string? issuerId) =>
        issuerId is not null && Uri.TryCreate(Dids.Did.WebAddress(issuerId) ?? issuerId, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.IdnHost is { Length: > 0 } host
            ? host
            : null;
}

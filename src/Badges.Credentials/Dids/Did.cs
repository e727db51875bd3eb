using System.Buffers;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Dids;

/// <summary>Decentralized identifiers: which are read, and what they stand for. DID Core 1.0, section 3.</summary>
public static class Did
{
    private static readonly SearchValues<char> NotInPath = SearchValues.Create("/\\?#%@ ");
    private static readonly SearchValues<char> NotInAuthority = SearchValues.Create("/\\?#%@ []");

    /// <summary>Whether the text has the scheme of a DID, of whatever method.</summary>
    public static bool IsDid(string text) => text.StartsWith("did:", StringComparison.Ordinal);

    /// <summary>The DID of a DID URL: what stands before the path, the query and the fragment.</summary>
    public static string WithoutFragment(string didUrl)
    {
        var end = didUrl.AsSpan().IndexOfAny('#', '?', '/');
        return end < 0 ? didUrl : didUrl[..end];
    }

    /// <summary>Where the document of a <c>did:web</c> stands, or null when it is not one (did:web method, section
    /// 2.2).</summary>
    public static string? WebAddress(string did)
    {
        const string Prefix = "did:web:";
        if (!did.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = did[Prefix.Length..].Split(':').Select(Uri.UnescapeDataString).ToArray();
        if (Array.Exists(parts, part => part is "" or "." or "..") || !IsAuthority(parts[0])
            || parts.Skip(1).Any(part => part.AsSpan().ContainsAny(NotInPath)))
        {
            return null;
        }

        var path = parts.Length == 1 ? ".well-known" : string.Join('/', parts.Skip(1));
        return $"https://{parts[0]}/{path}/did.json";
    }

    /// <summary>
    /// The document of a <c>did:key</c> or <c>did:jwk</c>, which is made of the DID itself, or null when it is neither,
    /// or its key is none that is known here.
    /// </summary>
    internal static ControllerDocument? Expand(string did)
    {
        const string KeyPrefix = "did:key:";
        const string JwkPrefix = "did:jwk:";
        if (did.StartsWith(KeyPrefix, StringComparison.Ordinal))
        {
            var multibase = did[KeyPrefix.Length..];
            return Multikey.TryRead(multibase) is null ? null : ControllerDocument.OfOneKey(
                did, $"#{multibase}", "Multikey", $"\"publicKeyMultibase\":\"{multibase}\"");
        }

        return did.StartsWith(JwkPrefix, StringComparison.Ordinal)
            && Base64UrlText.TryDecode(did.AsSpan(JwkPrefix.Length)) is { } bytes
            && IJson.TryParse(bytes) is { } jwk && VerificationKey.TryReadJwk(jwk) is not null
                ? ControllerDocument.OfOneKey(did, "#0", "JsonWebKey", $"\"publicKeyJwk\":{jwk.GetRawText()}")
                : null;
    }

    private static bool IsAuthority(string text) =>
        !text.AsSpan().ContainsAny(NotInAuthority)
        && Uri.TryCreate($"https://{text}/", UriKind.Absolute, out var address) && address.PathAndQuery == "/";
}

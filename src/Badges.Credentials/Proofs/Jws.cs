using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Keys;

namespace Badges.Credentials.Proofs;

/// <summary>JSON Web Signature in compact form (RFC 7515): signing, strict reading, verification that
/// binds the algorithm to the key.</summary>
public static class Jws
{
    /// <summary>Longer texts are not read.</summary>
    public const int MaximumLength = 2 * 1024 * 1024;

    private const int MaximumHeaderLength = 16 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Signs a payload, byte for byte, under the header <c>alg</c> of the key, the key's address and the type
    /// if there are any: without a type, the form of a signed Open Badges 2.0 assertion.</summary>
    public static string Sign(string payload, ISigningKey key, string? kid = null, string? type = null)
    {
        ArgumentNullException.ThrowIfNull(payload);
        ArgumentNullException.ThrowIfNull(key);
        var header = $"{{\"alg\":\"{key.Algorithm}\""
            + $"{CredentialJson.Member("kid", kid)}{CredentialJson.Member("typ", type)}}}";
        var input = Base64UrlText.Encode(Encoding.UTF8.GetBytes(header)) + '.'
            + Base64UrlText.Encode(Encoding.UTF8.GetBytes(payload));
        return input + '.' + Base64UrlText.Encode(key.Sign(Encoding.ASCII.GetBytes(input)));
    }

    /// <summary>Takes a text apart, or returns null: three parts of base64url without padding, the first of them a
    /// JSON object with an <c>alg</c> and no duplicate member, at most <see cref="MaximumLength"/>
    /// characters.</summary>
    public static CompactJws? TryRead(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = text.IndexOf('.', StringComparison.Ordinal);
        var second = first < 0 ? -1 : text.IndexOf('.', first + 1);
        if (text.Length > MaximumLength || first is <= 0 or > MaximumHeaderLength || second < 0
            || Base64UrlText.TryDecode(text.AsSpan(0, first)) is not { } headerBytes
            || Base64UrlText.TryDecode(text.AsSpan(first + 1, second - first - 1)) is not { } payload
            || Base64UrlText.TryDecode(text.AsSpan(second + 1)) is not { } signature
            || TryReadHeader(headerBytes) is not { } header
            || JsonStrings.TryGet(header, "alg") is not { } algorithm)
        {
            return null;
        }

        return new()
        {
            Text = text,
            Header = header,
            Algorithm = algorithm,
            KeyId = JsonStrings.TryGet(header, "kid"),
            Type = JsonStrings.TryGet(header, "typ"),
            Jwk = header.TryGetProperty("jwk", out var jwk) ? jwk : null,
            Payload = payload,
            SigningInput = Encoding.ASCII.GetBytes(text, 0, second),
            Signature = signature,
        };
    }

    /// <summary>Whether the signature is the key's, under the one algorithm the key is bound to.</summary>
    public static bool Verify(CompactJws jws, PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(jws);
        ArgumentNullException.ThrowIfNull(key);
        return HeaderIsUnderstood(jws) && jws.Algorithm == key.Algorithm
            && key.Verify(jws.SigningInput.Span, jws.Signature.Span);
    }

    /// <summary>Whether the signature is the RSA key's, under RS256 and no other algorithm, and the key has 2048 to
    /// 4096 bits.</summary>
    public static bool Verify(CompactJws jws, RSA key)
    {
        ArgumentNullException.ThrowIfNull(jws);
        ArgumentNullException.ThrowIfNull(key);
        return HeaderIsUnderstood(jws) && jws.Algorithm == JwsAlgorithms.Rs256 && RsaJwk.IsAcceptable(key)
            && JwsAlgorithms.VerifyRs256(key, jws.SigningInput.Span, jws.Signature.Span);
    }

    /// <summary>Whether the signature is the key's, under ES256 for P-256 and ES384 for P-384.</summary>
    public static bool Verify(CompactJws jws, ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(jws);
        ArgumentNullException.ThrowIfNull(key);
        return HeaderIsUnderstood(jws)
            && JwsAlgorithms.VerifyEcdsa(key, jws.Algorithm, jws.SigningInput.Span, jws.Signature.Span);
    }

    // A member that changes what the signature means, and that we do not act on, voids it (RFC 7515, section 4.1.11).
    private static bool HeaderIsUnderstood(CompactJws jws) =>
        !jws.Header.TryGetProperty("crit", out _) && !jws.Header.TryGetProperty("b64", out _)
        && !jws.Header.TryGetProperty("zip", out _);

    private static JsonElement? TryReadHeader(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null; // a member name with a lone surrogate
        }
    }
}

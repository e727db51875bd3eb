using System.Text.Json;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.Signatures;

/// <summary>The proof of a credential that is a JSON Web Token. Open Badges 3.0, section 8.2.6; RFC 8725.</summary>
internal static class TokenProof
{
    private static readonly HashSet<string> HeaderMembers = ["alg", "kid", "jwk", "typ"];

    private static readonly HashSet<string> Types =
        new(["JWT", "vc+jwt", "vc+ld+jwt", "vc+ld+json+jwt", "vc-ld+jwt"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Judges the signature of a token, whatever stands in it.</summary>
    public static Signature Judge(
        CompactJws jws, JsonElement claims, VerifiableCredential credential, DocumentSet documents)
    {
        var key = KeyLookup.OfToken(jws, documents);
        if (FindFaultInHeader(jws) is { } fault)
        {
            return new(fault, key);
        }

        if (TokenClaims.FindContradiction(claims, credential) is { } claim)
        {
            return new(Check.Failed(CheckIds.Proof, CheckCodes.ClaimContradicts, claim), key);
        }

        var check = JudgeSignature(jws, key);
        return new(
            check.Outcome is CheckOutcome.Passed && !claims.TryGetProperty("sub", out _)
                ? check.Saying(CheckCodes.ClaimMissing, "sub")
                : check,
            key);
    }

    /// <summary>Whether the signature is that of the key that was found.</summary>
    public static Check JudgeSignature(CompactJws jws, KeyLookup lookup) =>
        lookup.Problem(jws.KeyId ?? "jwk") ?? (lookup.Key switch
        {
            { Algorithm: var algorithm } when algorithm != jws.Algorithm =>
                Check.Failed(CheckIds.Proof, CheckCodes.AlgorithmOfOtherKey, jws.Algorithm, algorithm),
            { } key when key.Verify(jws) => Check.Passed(CheckIds.Proof),
            _ => Check.Failed(CheckIds.Proof, CheckCodes.SignatureWrong),
        }).From(lookup.Source);

    private static Check? FindFaultInHeader(CompactJws jws)
    {
        if (!JwsAlgorithms.All.Contains(jws.Algorithm))
        {
            return Check.Failed(CheckIds.Proof, CheckCodes.AlgorithmNotAllowed, jws.Algorithm);
        }

        foreach (var member in jws.Header.EnumerateObject())
        {
            if (!HeaderMembers.Contains(member.Name))
            {
                return Check.Failed(CheckIds.Proof, CheckCodes.HeaderNotAllowed, member.Name);
            }
        }

        return jws.Header.TryGetProperty("typ", out _) && (jws.Type is not { } type || !Types.Contains(type))
            ? Check.Failed(CheckIds.Proof, CheckCodes.HeaderNotAllowed, "typ")
            : null;
    }
}

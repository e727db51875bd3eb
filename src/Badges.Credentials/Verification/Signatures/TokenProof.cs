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

    /// <summary>The <c>proof</c> check of a token, whatever stands in it.</summary>
    public static Check Judge(
        CompactJws jws, JsonElement claims, VerifiableCredential credential, DocumentSet documents)
    {
        if (FindFaultInHeader(jws) is { } fault)
        {
            return fault;
        }

        if (TokenClaims.FindContradiction(claims, credential) is { } claim)
        {
            return Check.Failed(CheckIds.Proof, CheckCodes.ClaimContradicts, claim);
        }

        var check = JudgeSignature(jws, KeyLookup.OfToken(jws, documents));
        return check.Outcome is CheckOutcome.Passed && !claims.TryGetProperty("sub", out _)
            ? check.Saying(CheckCodes.ClaimMissing, "sub")
            : check;
    }

    /// <summary>Whether the signature is that of the key that was found.</summary>
    public static Check JudgeSignature(CompactJws jws, KeyLookup lookup)
    {
        var check = lookup switch
        {
            { IsRefused: true } => Check.Failed(CheckIds.Proof, lookup.Code!, jws.KeyId ?? "jwk"),
            { Key: null } => Check.NotRun(CheckIds.Proof, lookup.Code!, lookup.Source?.Address ?? string.Empty),
            { Key.Algorithm: var algorithm } when algorithm != jws.Algorithm =>
                Check.Failed(CheckIds.Proof, CheckCodes.AlgorithmOfOtherKey, jws.Algorithm, algorithm),
            { Key: var key } when key.Verify(jws) => Check.Passed(CheckIds.Proof),
            _ => Check.Failed(CheckIds.Proof, CheckCodes.SignatureWrong),
        };
        return check.From(lookup.Source);
    }

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

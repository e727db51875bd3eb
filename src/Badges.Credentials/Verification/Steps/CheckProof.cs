using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification.Assertions;
using Badges.Credentials.Verification.Documents;
using Badges.Credentials.Verification.Signatures;

namespace Badges.Credentials.Verification.Steps;

/// <summary>Nothing was changed since the issuer signed, or the record stands at its own address. Open Badges 3.0,
/// sections 8 and 9.1 step 2; Open Badges 2.0, Verification.</summary>
internal static class CheckProof
{
    public static Check Run(VerificationCase facts)
    {
        if (facts.NothingToJudge(CheckIds.Proof) is { } nothing)
        {
            return nothing;
        }

        if (facts.Assertion is { Assertion: { } assertion } chain)
        {
            return chain.IsHosted ? JudgeHosted(assertion, chain) : JudgeSigned(facts.Parsed.Jws, chain);
        }

        return facts.Signatures!.Proof;
    }

    private static Check JudgeHosted(JsonElement assertion, AssertionChain chain)
    {
        var address = chain.Hosted!.Address;
        return JsonStrings.TryGet(assertion, "id") is { } id && WebAddress.AreSame(id, address)
            ? Check.Passed(CheckIds.Proof).From(chain.Hosted)
            : Check.Failed(CheckIds.Proof, CheckCodes.IdDiffers, address).From(chain.Hosted);
    }

    private static Check JudgeSigned(CompactJws? jws, AssertionChain chain)
    {
        if (jws is null)
        {
            return Check.Failed(CheckIds.Proof, CheckCodes.NoProof);
        }

        if (!JwsAlgorithms.All.Contains(jws.Algorithm))
        {
            return Check.Failed(CheckIds.Proof, CheckCodes.AlgorithmNotAllowed, jws.Algorithm);
        }

        if (chain.Key.Source is null && chain.Profile.Json is null)
        {
            return Check.NotRun(CheckIds.Proof, CheckCodes.NoKey);
        }

        if (chain.Key.Problem(CheckIds.Proof, CheckCodes.NoKeyNamed) is { } problem)
        {
            return problem;
        }

        var pem = JsonStrings.TryGet(chain.Key.Json!.Value, "publicKeyPem");
        var key = pem is null ? null : VerificationKey.TryReadPem(pem);
        var lookup = key is null
            ? new KeyLookup { Code = CheckCodes.KeyNotUsable, IsRefused = true, Source = chain.Key.Source }
            : new KeyLookup { Key = key, Source = chain.Key.Source };
        return TokenProof.JudgeSignature(jws, lookup);
    }
}

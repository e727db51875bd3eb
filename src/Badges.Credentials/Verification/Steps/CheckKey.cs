using Badges.Credentials.Verification.Assertions;
using Badges.Credentials.Verification.Documents;
using Badges.Credentials.Verification.Signatures;

namespace Badges.Credentials.Verification.Steps;

/// <summary>The key, or the address, belongs to the issuer: a good signature by somebody else's key is worth nothing (VERDICTS
/// V12, V19, V21).</summary>
internal static class CheckKey
{
    public static Check Run(VerificationCase facts)
    {
        if (facts.NothingToJudge(CheckIds.Key) is { } nothing)
        {
            return nothing;
        }

        if (facts.Assertion is { } chain)
        {
            return JudgeAssertion(chain);
        }

        var issuer = facts.Credential!.IssuerId;
        if (facts.Parsed.Jws is { } jws)
        {
            return KeyBinding.Judge(issuer, KeyLookup.OfToken(jws, facts.Documents), facts.Documents);
        }

        var checks = facts.EmbeddedProofs.Where(proof => proof.IsKnownSuite)
            .Select(proof => KeyBinding.Judge(issuer, proof.FindKey(facts.Documents), facts.Documents)).ToList();
        return checks.Find(check => check.Outcome is CheckOutcome.Passed)
            ?? checks.Find(check => check.Outcome is CheckOutcome.NotRun)
            ?? checks.FirstOrDefault()
            ?? Check.NotRun(CheckIds.Key, CheckCodes.NoKey);
    }

    private static Check JudgeAssertion(AssertionChain chain)
    {
        if (chain.Profile.Json is not { } profile || chain.Profile.HasOtherId)
        {
            return Check.NotRun(CheckIds.Key, CheckCodes.NoIssuer).From(chain.Profile.Source);
        }

        if (chain.IsHosted)
        {
            return IssuerScope.Judge(chain.Hosted!.Address, profile).From(chain.Profile.Source);
        }

        if (chain.Key.Json is not { } key || chain.Key.HasOtherId)
        {
            return Check.NotRun(CheckIds.Key, CheckCodes.NoKey).From(chain.Key.Source);
        }

        var keyId = JsonStrings.TryGet(key, "id");
        var isListed = JsonValues.All(profile, "publicKey")
            .Any(each => JsonValues.IdOf(each) is { } id && keyId is not null && WebAddress.AreSame(id, keyId));
        var isOwned = JsonValues.IdOf(JsonValues.Member(key, "owner")) is { } owner && chain.IssuerId is { } issuer
            && WebAddress.AreSame(owner, issuer);
        var check = isListed && isOwned
            ? Check.Passed(CheckIds.Key)
            : Check.Failed(CheckIds.Key, CheckCodes.KeyNotIssuers, chain.IssuerId ?? string.Empty);
        return check.From(chain.Key.Source);
    }
}

using System.Text.Json;
using Badges.Credentials.Verification.Assertions;
using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.Steps;

/// <summary>The key, or the address, belongs to the issuer: a good signature by somebody else's key is worth nothing
/// (VERDICTS V12, V19, V21).</summary>
internal static class CheckKey
{
    public static Check Run(VerificationCase facts)
    {
        if (facts.NothingToJudge(CheckIds.Key) is { } nothing)
        {
            return nothing;
        }

        return facts.Assertion is { } chain ? JudgeAssertion(chain) : facts.Signatures!.Key;
    }

    private static Check JudgeAssertion(AssertionChain chain)
    {
        if (chain.Profile is not { Json: { } profile, Id: { } issuer, HasOtherId: false })
        {
            return Check.NotRun(CheckIds.Key, CheckCodes.NoIssuer).From(chain.Profile.Source);
        }

        if (chain.IsHosted)
        {
            return JudgeHosted(chain.Hosted!, issuer, profile).From(chain.Profile.Source);
        }

        if (chain.Key is not { Json: { } key, Id: { } keyId, HasOtherId: false })
        {
            return Check.NotRun(CheckIds.Key, CheckCodes.NoKey).From(chain.Key.Source);
        }

        // Each is called by the address it was read at: what a document calls itself proves nothing.
        var isListed = JsonValues.All(profile, "publicKey")
            .Any(each => JsonValues.IdOf(each) is { } id && WebAddress.AreSame(id, keyId));
        var isOwned = JsonValues.IdOf(JsonValues.Member(key, "owner")) is { } owner
            && WebAddress.AreSame(owner, issuer);
        var check = isListed && isOwned
            ? Check.Passed(CheckIds.Key)
            : Check.Failed(CheckIds.Key, CheckCodes.KeyNotIssuers, issuer);
        return check.From(chain.Key.Source);
    }

    /// <summary>Its address, and the other site that answered for it if one did, are the issuer's.</summary>
    private static Check JudgeHosted(DocumentRead hosted, string issuer, JsonElement profile)
    {
        var check = IssuerScope.Judge(hosted.Address, issuer, profile);
        return !check.HasFailed && hosted.Document?.RedirectedTo is { } target
            && !WebAddress.AreOnSameSite(target, hosted.Address)
                ? IssuerScope.Judge(target, issuer, profile)
                : check;
    }
}

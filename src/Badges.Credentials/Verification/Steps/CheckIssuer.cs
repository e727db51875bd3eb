using System.Text.Json;
using Badges.Credentials.Schemas;
using Badges.Credentials.Verification.Assertions;

namespace Badges.Credentials.Verification.Steps;

/// <summary>The record says who issued it. Open Badges 3.0: the identifier of the issuer; Open Badges 2.0: the issuer's
/// profile, read at its own address.</summary>
internal static class CheckIssuer
{
    public static Check Run(VerificationCase facts)
    {
        if (facts.NothingToJudge(CheckIds.Issuer) is { } nothing)
        {
            return nothing;
        }

        if (facts.Assertion is not { } chain)
        {
            return JudgeCredential(facts.Credential!);
        }

        if (chain.BadgeClass.Problem(CheckIds.Issuer, CheckCodes.NoBadgeClass) is { } noClass)
        {
            return noClass.HasFailed ? Check.NotRun(CheckIds.Issuer, CheckCodes.NoBadgeClass) : noClass;
        }

        return JudgeProfile(chain.Profile);
    }

    /// <summary>The profile of an issuer of Open Badges 2.0.</summary>
    public static Check JudgeProfile(LinkedObject profile)
    {
        if (profile.Problem(CheckIds.Issuer, CheckCodes.NoIssuer) is { } noProfile)
        {
            return noProfile;
        }

        var judged = CheckSchema.Judge(OpenBadgeSchemas.IssuerProfile, profile.Json!.Value);
        var check = (judged with { Id = CheckIds.Issuer }).From(profile.Source);
        return profile.WasMoved ? check.Saying(CheckCodes.WasMoved, profile.Id ?? string.Empty) : check;
    }

    private static Check JudgeCredential(VerifiableCredential credential)
    {
        if (credential.IssuerId is not { Length: > 0 } id)
        {
            return Check.Failed(CheckIds.Issuer, CheckCodes.NoIssuer);
        }

        if (!Uri.TryCreate(id, UriKind.Absolute, out _))
        {
            return Check.Failed(CheckIds.Issuer, CheckCodes.IssuerNotResolvable, id);
        }

        return credential.Issuer is { ValueKind: JsonValueKind.Object } profile
            && JsonStrings.TryGet(profile, "name") is { Length: > 0 }
                ? Check.Passed(CheckIds.Issuer)
                : Check.Passed(CheckIds.Issuer).Saying(CheckCodes.IssuerUnnamed);
    }
}

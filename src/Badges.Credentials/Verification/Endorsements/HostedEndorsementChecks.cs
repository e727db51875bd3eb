using Badges.Credentials.Schemas;
using Badges.Credentials.Verification.Assertions;
using Badges.Credentials.Verification.Documents;
using Badges.Credentials.Verification.Steps;

namespace Badges.Credentials.Verification.Endorsements;

/// <summary>The checks of one endorsement of Open Badges 2.0. It is verified as a hosted assertion is: the one at its
/// address counts, and that address is its issuer's. Open Badges 2.0, Endorsement.</summary>
internal static class HostedEndorsementChecks
{
    public static EndorsementReport Run(HostedEndorsement endorsement, VerificationCase badge)
    {
        if (endorsement.Address is not { } address)
        {
            Check[] unreadable = [Check.Failed(CheckIds.Format, CheckCodes.NoAddress)];
            return new() { Verdict = Verdicts.Of(unreadable), Endorsed = endorsement.Endorsed, Checks = unreadable };
        }

        var chain = AssertionChain.FollowEndorsement(address, badge.Documents);
        var facts = badge.OfHostedEndorsement(address, chain);
        Check[] checks =
        [
            CheckContext.Run(facts),
            facts.NothingToJudge(CheckIds.Schema)
                ?? CheckSchema.Judge(OpenBadgeSchemas.HostedEndorsement, chain.Assertion!.Value),
            facts.NothingToJudge(CheckIds.Subject) ?? JudgeSubject(chain, endorsement.Endorsed),
            facts.NothingToJudge(CheckIds.Issuer) ?? CheckIssuer.JudgeProfile(chain.Profile),
            CheckProof.Run(facts),
            CheckKey.Run(facts),
            CheckStatus.Run(facts),
            CheckValidity.Run(facts),
        ];
        return new()
        {
            Verdict = Verdicts.Of(checks),
            Endorsed = endorsement.Endorsed,
            IssuerId = chain.IssuerId,
            IssuerName = chain.Profile.Json is { } profile ? JsonStrings.TryGet(profile, "name") : null,
            Comment = ClaimMember(chain, "endorsementComment"),
            IsByIssuer = chain.IssuerId is { } endorser && badge.IssuerId is { } issuer
                && WebAddress.AreSame(endorser, issuer),
            Checks = checks,
        };
    }

    private static Check JudgeSubject(AssertionChain chain, string? endorsed) =>
        ClaimMember(chain, "id") is { } subject && endorsed is not null && WebAddress.AreSame(subject, endorsed)
            ? Check.Passed(CheckIds.Subject)
            : Check.Failed(
                CheckIds.Subject, CheckCodes.EndorsesSomethingElse, ClaimMember(chain, "id") ?? string.Empty);

    private static string? ClaimMember(AssertionChain chain, string name) =>
        chain.Assertion is { } endorsement && JsonValues.Member(endorsement, "claim") is { } claim
            ? JsonStrings.TryGet(claim, name)
            : null;
}

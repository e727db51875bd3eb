using System.Text.Json;
using Badges.Credentials.Schemas;
using Badges.Credentials.Verification.Documents;
using Badges.Credentials.Verification.Steps;

namespace Badges.Credentials.Verification.Endorsements;

/// <summary>The checks of one endorsement: those of a badge, as far as they make sense, and that it speaks of what it
/// stands in. Open Badges 3.0, section 9.2.</summary>
internal static class EndorsementChecks
{
    public static EndorsementReport Run(Endorsement endorsement, VerificationCase badge)
    {
        if (endorsement.Credential is not { Credential: var credential } signed)
        {
            Check[] unreadable = [Check.Failed(CheckIds.Format, CheckCodes.NotABadge)];
            return new() { Verdict = Verdicts.Of(unreadable), Endorsed = endorsement.Endorsed, Checks = unreadable };
        }

        var facts = badge.OfEndorsement(signed);
        Check[] checks =
        [
            signed.IsHeldByRdf ? signed.Meaning : Check.Passed(CheckIds.Context),
            CheckSchema.Judge(OpenBadgeSchemas.EndorsementCredential, credential.Json),
            JudgeSubject(credential, endorsement.Endorsed),
            CheckProof.Run(facts),
            CheckKey.Run(facts),
            CheckStatus.Run(facts),
            CheckValidity.Run(facts),
        ];
        return new()
        {
            Verdict = Verdicts.Of(checks),
            Endorsed = endorsement.Endorsed,
            IssuerId = credential.IssuerId,
            IssuerName = credential.Issuer is { ValueKind: JsonValueKind.Object } issuer
                ? JsonStrings.TryGet(issuer, "name")
                : null,
            Comment = credential.Subject is { } subject ? JsonStrings.TryGet(subject, "endorsementComment") : null,
            IsByIssuer = credential.IssuerId is { } endorser && badge.IssuerId is { } issuerId
                && WebAddress.AreSame(endorser, issuerId),
            Checks = checks,
        };
    }

    private static Check JudgeSubject(VerifiableCredential credential, string? endorsed) =>
        JsonValues.Strings(credential.Json, "type").Contains("EndorsementCredential")
        && credential.SubjectId is { } subject && endorsed is not null && WebAddress.AreSame(subject, endorsed)
            ? Check.Passed(CheckIds.Subject)
            : Check.Failed(CheckIds.Subject, CheckCodes.EndorsesSomethingElse, credential.SubjectId ?? string.Empty);
}

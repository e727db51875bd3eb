using System.Text.Json;
using Badges.Credentials.DataModel;
using Badges.Credentials.Schemas;
using Badges.Credentials.Verification.Signatures;
using Badges.Credentials.Verification.Steps;

namespace Badges.Credentials.Verification.General;

/// <summary>What a credential says, once its form and proofs were looked at: issuer, period, status,
/// resources.</summary>
internal static class GeneralContent
{
    public static void Judge(
        SignedCredential signed, IReadOnlyList<KeyLookup> keys, JsonElement? claims, GeneralFacts facts,
        Findings findings)
    {
        JudgeIssuer(signed.Credential, keys, facts, findings);
        if (facts.Question.Checks.HasFlag(GeneralChecks.Period))
        {
            JudgePeriod(signed.Credential, claims, facts.Now, findings);
        }

        if (facts.Question.Checks.HasFlag(GeneralChecks.Status))
        {
            JudgeStatus(signed, facts, findings);
        }

        JudgeResources(signed.Credential.Json, facts, findings);
    }

    /// <summary>Whether one of the keys is the issuer's. What cannot be told is said; what speaks against it counts as
    /// far as it was asked.</summary>
    private static void JudgeIssuer(
        VerifiableCredential credential, IReadOnlyList<KeyLookup> keys, GeneralFacts facts, Findings findings)
    {
        var outcomes = keys
            .Select(key => KeyBinding.Judge(credential.IssuerId, key, facts.Documents, facts.Now).Outcome).ToList();
        if (outcomes.Count == 0 || outcomes.Contains(CheckOutcome.Passed))
        {
            return;
        }

        var isContradicted = !outcomes.Contains(CheckOutcome.NotRun);
        var checks = facts.Question.Checks;
        var counts = checks.HasFlag(GeneralChecks.KnownIssuer)
            || (isContradicted && checks.HasFlag(GeneralChecks.Issuer));
        var isNot = isContradicted ? "is not" : "is not known to be";
        (counts ? findings.Errors : findings.Warnings).Add(
            GeneralProblem.Method($"The key of the proof {isNot} of the issuer {credential.IssuerId}."));
    }

    private static void JudgePeriod(
        VerifiableCredential credential, JsonElement? claims, DateTimeOffset now, Findings findings)
    {
        var from = credential.ValidFromText is { } start ? Timestamp.TryRead(start) : null;
        var until = credential.ValidUntilText is { } end ? Timestamp.TryRead(end)
            : claims is { } token ? TokenClaims.Expiry(token)
            : null;
        if (from > now + CheckValidity.Skew)
        {
            findings.Errors.Add(GeneralProblem.Range("The credential is not valid yet."));
        }

        if (until < now)
        {
            findings.Errors.Add(GeneralProblem.Range("The credential is no longer valid."));
        }
    }

    private static void JudgeStatus(SignedCredential signed, GeneralFacts facts, Findings findings)
    {
        var check = CheckStatus.Run(VerificationCase.Of(signed, facts.Documents, facts.Now));
        if (check.Outcome is CheckOutcome.Failed)
        {
            findings.Errors.Add(GeneralProblem.Status(check.Detail(ReportLanguage.English)));
        }
        else if (check.Outcome is CheckOutcome.NotRun)
        {
            findings.Errors.Add(GeneralProblem.StatusUnread(check.Detail(ReportLanguage.English)));
        }
    }

    /// <summary>Every related resource has the digest that was signed (Data Model 2.0, section 5.3).</summary>
    private static void JudgeResources(JsonElement credential, GeneralFacts facts, Findings findings)
    {
        foreach (var resource in RelatedResource.In(credential))
        {
            var matches = resource.MatchesPublished();
            if (matches is null && facts.Documents.Get(resource.Id).Document is { IsThere: true } document)
            {
                matches = resource.Matches(document.Body.Span);
            }

            if (matches is not true)
            {
                findings.Errors.Add(GeneralProblem.Insecure(matches is false
                    ? $"The resource {resource.Id} does not have the digest that was signed."
                    : $"The resource {resource.Id} could not be fetched, so that its digest is not checked."));
            }
        }
    }
}

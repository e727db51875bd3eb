using System.Text.Json;

namespace Badges.Credentials.Verification.Steps;

/// <summary>The evidence is what was signed for. It is shown as it is written; what it links to is not
/// fetched.</summary>
internal static class CheckEvidence
{
    public static Check Run(VerificationCase facts)
    {
        var json = facts.Assertion?.Assertion ?? facts.Credential?.Json;
        return json is { ValueKind: JsonValueKind.Object } record && JsonValues.All(record, "evidence").Count > 0
            ? Check.NotRun(CheckIds.Evidence, CheckCodes.EvidenceNotRead)
            : Check.NotApplicable(CheckIds.Evidence, CheckCodes.NoEvidence);
    }
}

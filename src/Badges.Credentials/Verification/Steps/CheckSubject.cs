using System.Text.Json;
using System.Text.RegularExpressions;

namespace Badges.Credentials.Verification.Steps;

/// <summary>The record says to whom it was awarded, in a form that can be compared. Open Badges 3.0, section 9.1 step
/// 1; Open Badges 2.0, IdentityObject.</summary>
internal static partial class CheckSubject
{
    public static Check Run(VerificationCase facts)
    {
        if (facts.NothingToJudge(CheckIds.Subject) is { } nothing)
        {
            return nothing;
        }

        return facts.Assertion is { Assertion: { } assertion }
            ? JudgeAssertion(assertion)
            : JudgeCredential(facts.Credential!);
    }

    private static Check JudgeCredential(VerifiableCredential credential) =>
        string.IsNullOrEmpty(credential.SubjectId) && credential.Identifiers.Count == 0
            ? Check.Failed(CheckIds.Subject, CheckCodes.NoRecipient)
            : Check.Passed(CheckIds.Subject);

    private static Check JudgeAssertion(JsonElement assertion)
    {
        if (JsonValues.Member(assertion, "recipient") is not { } recipient
            || JsonStrings.TryGet(recipient, "identity") is not { Length: > 0 } identity)
        {
            return Check.Failed(CheckIds.Subject, CheckCodes.NoRecipient);
        }

        var isHashed = JsonValues.Member(recipient, "hashed") is { ValueKind: JsonValueKind.True };
        return isHashed == Hash().IsMatch(identity)
            ? Check.Passed(CheckIds.Subject)
            : Check.Failed(CheckIds.Subject, CheckCodes.HashedOrNot);
    }

    [GeneratedRegex(@"\A(md5\$[0-9a-fA-F]{32}|sha1\$[0-9a-fA-F]{40}|sha256\$[0-9a-fA-F]{64})\z")]
    private static partial Regex Hash();
}

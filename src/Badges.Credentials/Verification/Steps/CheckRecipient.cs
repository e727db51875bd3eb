using System.Text.Json;
using Badges.Credentials.Recipients;

namespace Badges.Credentials.Verification.Steps;

/// <summary>
/// The badge was awarded to the person asked about. Failing says "to somebody else", so it needs an identity of the
/// same kind that differs; where there is none to compare with, nothing is said. Open Badges 3.0, section 9.3; Open
/// Badges 2.0, IdentityObject.
/// </summary>
internal static class CheckRecipient
{
    public static Check Run(VerificationCase facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Recipient))
        {
            return Check.NotApplicable(CheckIds.Recipient, CheckCodes.NobodyAsked);
        }

        if (facts.NothingToJudge(CheckIds.Recipient) is { } nothing)
        {
            return nothing;
        }

        var candidate = facts.Recipient.Trim();
        var identities = facts.Assertion is { Assertion: { } assertion }
            ? JsonValues.All(assertion, "recipient").Select(Identity.Of2).OfType<Identity>().ToList()
            : [.. facts.Credential!.Identifiers.Select(Identity.Of3).OfType<Identity>()];
        var subject = facts.Credential?.SubjectId;

        if (candidate == subject || identities.Exists(identity => identity.Matches(candidate)))
        {
            return Check.Passed(CheckIds.Recipient);
        }

        var isEmail = IsEmail(candidate);
        var isComparable = identities.Exists(identity => identity.IsEmail == isEmail)
            || (!isEmail && subject is not null);
        return isComparable
            ? Check.Failed(CheckIds.Recipient, CheckCodes.OtherRecipient)
            : Check.NotRun(CheckIds.Recipient, CheckCodes.RecipientNotComparable);
    }

    private static bool IsEmail(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) > 0 && !text.Contains(':', StringComparison.Ordinal);

    /// <summary>An identity of a recipient, of either standard.</summary>
    private sealed record Identity(string Value, bool IsHashed, string? Salt, bool IsEmail)
    {
        public static Identity? Of2(JsonElement recipient) => JsonStrings.TryGet(recipient, "identity") is { } identity
            ? new(identity, IsTrue(recipient, "hashed"), JsonStrings.TryGet(recipient, "salt"),
                JsonStrings.TryGet(recipient, "type") is "email" or "schema:email")
            : null;

        public static Identity? Of3(JsonElement identifier) =>
            JsonStrings.TryGet(identifier, "identityHash") is { } identity
            ? new(identity, IsTrue(identifier, "hashed"), JsonStrings.TryGet(identifier, "salt"),
                JsonStrings.TryGet(identifier, "identityType") is "emailAddress")
            : null;

        public bool Matches(string candidate) => IdentityHash.Matches(Value, IsHashed, Salt, candidate);

        private static bool IsTrue(JsonElement element, string member) =>
            JsonValues.Member(element, member) is { ValueKind: JsonValueKind.True };
    }
}

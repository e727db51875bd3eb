using System.Text.Json;
using Badges.Credentials.Recipients;

namespace Badges.Credentials.Verification.Steps;

/// <summary>
/// The badge was awarded to the person asked about. Failing says "to somebody else", so only an e-mail address that
/// differs from the badge's, or an identifier that differs from the subject's, fails: a person goes by many names, and
/// nothing is said of them. Open Badges 3.0, section 9.3; Open Badges 2.0, IdentityObject.
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

        return (IsEmail(candidate) ? AreComparableEmails(identities) : IsSameKindOfAddress(candidate, subject))
            ? Check.Failed(CheckIds.Recipient, CheckCodes.OtherRecipient)
            : Check.NotRun(CheckIds.Recipient, CheckCodes.RecipientNotComparable);
    }

    /// <summary>Whether an e-mail address that is none of the identities is another one. One that cannot be read may
    /// be the one asked about.</summary>
    private static bool AreComparableEmails(List<Identity> identities)
    {
        var emails = identities.FindAll(identity => identity.IsEmail);
        return emails.Count > 0 && emails.TrueForAll(email => email.IsReadable);
    }

    /// <summary>Whether both are absolute identifiers of one scheme: somebody may have an identifier of each.</summary>
    private static bool IsSameKindOfAddress(string candidate, string? subject) =>
        Uri.IsWellFormedUriString(candidate, UriKind.Absolute)
        && Uri.TryCreate(candidate, UriKind.Absolute, out var asked)
        && Uri.TryCreate(subject, UriKind.Absolute, out var known)
        && asked.Scheme == known.Scheme;

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

        /// <summary>Whether it can be compared: a hash of a known function, or an address in clear.</summary>
        public bool IsReadable => IsHashed ? IdentityHash.CanCompute(Value) : CheckRecipient.IsEmail(Value);

        public bool Matches(string candidate) => IdentityHash.Matches(Value, IsHashed, Salt, candidate);

        private static bool IsTrue(JsonElement element, string member) =>
            JsonValues.Member(element, member) is { ValueKind: JsonValueKind.True };
    }
}

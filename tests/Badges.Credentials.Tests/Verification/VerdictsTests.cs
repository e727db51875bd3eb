using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

/// <summary>The eight lines of the verdict: the first that holds decides.</summary>
public class VerdictsTests
{
    [Theory]
    [InlineData("", Verdict.Valid)]
    [InlineData("status=notApplicable", Verdict.Valid)]
    // 1. one of the seven failed, whatever else holds
    [InlineData("format=failed", Verdict.Invalid)]
    [InlineData("context=failed", Verdict.Invalid)]
    [InlineData("schema=failed", Verdict.Invalid)]
    [InlineData("subject=failed", Verdict.Invalid)]
    [InlineData("issuer=failed", Verdict.Invalid)]
    [InlineData("proof=failed", Verdict.Invalid)]
    [InlineData("key=failed", Verdict.Invalid)]
    [InlineData("key=failed status=failed:withdrawn", Verdict.Invalid)]
    [InlineData("proof=failed key=notRun validity=failed:expired", Verdict.Invalid)]
    // 2. taken back at its own address
    [InlineData("status=failed:withdrawn", Verdict.Revoked)]
    [InlineData("status=failed:withdrawn proof=notRun key=notRun", Verdict.Revoked)]
    // 3. one of the seven could not run
    [InlineData("proof=notRun", Verdict.Undetermined)]
    [InlineData("key=notRun status=failed:revoked", Verdict.Undetermined)]
    [InlineData("proof=notRun validity=failed:expired", Verdict.Undetermined)]
    [InlineData("context=notRun recipient=failed", Verdict.Undetermined)]
    // 4. not this person's
    [InlineData("recipient=failed", Verdict.Invalid)]
    [InlineData("recipient=failed status=failed:revoked", Verdict.Invalid)]
    [InlineData("recipient=failed validity=failed:expired", Verdict.Invalid)]
    // 5. taken back
    [InlineData("status=failed:revoked", Verdict.Revoked)]
    [InlineData("status=failed:suspended", Verdict.Suspended)]
    [InlineData("status=failed:revoked validity=failed:expired", Verdict.Revoked)]
    [InlineData("status=failed:suspended recipient=notRun", Verdict.Suspended)]
    // 6. out of date
    [InlineData("validity=failed:expired", Verdict.Expired)]
    [InlineData("validity=failed:notYetValid", Verdict.NotYetValid)]
    [InlineData("validity=failed:expired status=notRun", Verdict.Expired)]
    [InlineData("validity=failed:expired recipient=notRun", Verdict.Expired)]
    // 7. withdrawal or person could not be told
    [InlineData("status=notRun", Verdict.Undetermined)]
    [InlineData("recipient=notRun", Verdict.Undetermined)]
    // 8. nothing of this ever changes the verdict
    [InlineData("refresh=failed picture=failed evidence=failed endorsements=failed registry=failed", Verdict.Valid)]
    [InlineData("refresh=notRun picture=notRun evidence=notRun endorsements=notRun registry=notRun", Verdict.Valid)]
    public void Of_Checks_GivesTheFirstLineThatHolds(string outcomes, Verdict expected)
    {
        var given = outcomes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Split('='))
            .ToDictionary(each => each[0], each => each[1].Split(':'));
        var checks = CheckIds.All.Select(id => !given.TryGetValue(id, out var outcome)
            ? new Check { Id = id, Outcome = id == "recipient" ? CheckOutcome.NotApplicable : CheckOutcome.Passed }
            : new Check
            {
                Id = id,
                Outcome = Enum.Parse<CheckOutcome>(outcome[0], ignoreCase: true),
                Code = outcome.Length > 1 ? outcome[1] : null,
            });

        Assert.Equal(expected, Verdicts.Of([.. checks]));
    }
}

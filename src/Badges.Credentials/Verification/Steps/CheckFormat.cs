namespace Badges.Credentials.Verification.Steps;

/// <summary>The record could be read, or there would be nothing to run. What was odd about its wrapping is
/// said.</summary>
internal static class CheckFormat
{
    public static Check Run(VerificationCase facts)
    {
        var check = Check.Passed(CheckIds.Format) with { Remarks = facts.Parsed.Remarks };
        if (facts.Format is CredentialFormat.OpenBadges1)
        {
            check = check.Saying(CheckCodes.OldFormat);
        }

        return facts.Assertion is { CopyDiffers: true, Hosted: { } hosted }
            ? check.Saying(CheckCodes.CopyDiffers, hosted.Address)
            : check;
    }
}

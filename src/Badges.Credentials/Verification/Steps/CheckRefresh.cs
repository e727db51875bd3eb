namespace Badges.Credentials.Verification.Steps;

/// <summary>A newer copy was looked for. Open Badges 3.0, section 9.1 step 3. Not asked for yet.</summary>
internal static class CheckRefresh
{
    public static Check Run(VerificationCase facts) =>
        facts.Credential is { } credential && JsonValues.Member(credential.Json, "refreshService") is { } service
            ? Check.NotRun(CheckIds.Refresh, CheckCodes.RefreshNotTried, JsonValues.IdOf(service) ?? string.Empty)
            : Check.NotApplicable(CheckIds.Refresh, CheckCodes.NoRefreshService);
}

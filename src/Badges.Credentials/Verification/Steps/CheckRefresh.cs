namespace Badges.Credentials.Verification.Steps;

/// <summary>A newer copy was looked for, once, before anything else was judged. Open Badges 3.0, section 9.1 step
/// 3.</summary>
internal static class CheckRefresh
{
    public static Check Run(VerificationCase facts) => facts.Refresh;
}

namespace Badges.Credentials.Verification.Steps;

/// <summary>The issuer is known. Only the one who holds the registry can say: the report replaces this line by the
/// answer.</summary>
internal static class CheckRegistry
{
    public static Check Run(VerificationCase facts) => Check.NotRun(CheckIds.Registry, CheckCodes.RegistryNotAsked);
}

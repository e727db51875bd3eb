namespace Badges.Server.Settings;

/// <summary>What the process says when it ends; 78 is <c>EX_CONFIG</c> of sysexits.h.</summary>
public static class ExitCodes
{
    public const int Success = 0;
    public const int Configuration = 78;
}

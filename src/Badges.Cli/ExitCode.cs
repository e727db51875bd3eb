namespace Badges.Cli;

/// <summary>
/// What the process says when it ends; 64 and 78 are <c>EX_USAGE</c> and <c>EX_CONFIG</c> of sysexits.h.
/// </summary>
public static class ExitCode
{
    public const int Success = 0;

    /// <summary>A badge that is not valid, or a command that was refused.</summary>
    public const int Failed = 1;

    public const int Undetermined = 2;
    public const int NoBadge = 3;
    public const int Usage = 64;
    public const int Configuration = 78;
}

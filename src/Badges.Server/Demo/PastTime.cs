namespace Badges.Server.Demo;

/// <summary>The clock as it stood some time ago: what is done by it looks as if it had been done then.</summary>
public sealed class PastTime(TimeSpan ago) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - ago;
}

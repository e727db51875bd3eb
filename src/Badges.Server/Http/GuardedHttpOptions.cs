namespace Badges.Server.Http;

public sealed record GuardedHttpOptions
{
    /// <summary>Lets an address that is written as loopback be fetched, by http too. Development and tests.</summary>
    public required bool AllowLoopback { get; init; }
}

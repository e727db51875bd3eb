using Badges.Server.Settings;

namespace Badges.Server.Features.Registry;

/// <summary>The last good copy of another registry.</summary>
public sealed record RegistryCopy
{
    /// <summary>A copy that could not be renewed for so long is said to be old.</summary>
    public static readonly TimeSpan OldAfter = TimeSpan.FromDays(7);

    public required RegistrySource Source { get; init; }
    public required RegistryContent Content { get; init; }

    /// <summary>When it was last seen at its address.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    public bool IsOld(DateTimeOffset now) => now - FetchedAt > OldAfter;
}

/// <summary>What a registry says.</summary>
/// <param name="UpdatedAt">When it was made, as it says itself.</param>
public sealed record RegistryContent(IReadOnlyList<RegisteredIssuer> Issuers, DateTimeOffset? UpdatedAt);

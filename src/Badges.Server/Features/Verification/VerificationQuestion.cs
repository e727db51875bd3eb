using Badges.Credentials.Verification;

namespace Badges.Server.Features.Verification;

/// <summary>What somebody hands in to be checked: bytes, or the address where they stand.</summary>
public sealed record VerificationQuestion
{
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>What the bytes were read as, when they were read before.</summary>
    public SubmittedBadge? Badge { get; init; }

    /// <summary>Addresses that it asked for when it was checked before: they are fetched at once.</summary>
    public IReadOnlyCollection<string> Expected { get; init; } = [];

    /// <summary>Asked for instead of the bytes.</summary>
    public string? Address { get; init; }

    /// <summary>Was it awarded to this person? Null when nobody asks.</summary>
    public string? Recipient { get; init; }
}

using Badges.Credentials.Verification;

namespace Badges.Server.Features.Verification;

/// <summary>What a verification found.</summary>
public sealed record VerificationAnswer
{
    public required ReportOrigin Origin { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null when what was handed in can be read and carries no badge.</summary>
    public VerificationReport? Report { get; init; }

    /// <summary>The record that was judged, byte for byte; null when none could be read.</summary>
    public string? Record { get; init; }

    /// <summary>The addresses that it asked for.</summary>
    public IReadOnlyCollection<string> Asked { get; init; } = [];

    /// <summary>The bytes that were handed in, or that stood at the address that was.</summary>
    public ReadOnlyMemory<byte> Submitted { get; init; }

    /// <summary>An address of ours that was withdrawn at the person's wish.</summary>
    public bool IsGone { get; init; }

    /// <summary>Whether what was handed in is larger than is read.</summary>
    public bool IsTooLarge => Report is { Credential: null } report
        && report.Checks.Any(check => check is { Id: CheckIds.Format, Code: CheckCodes.TooLarge });
}

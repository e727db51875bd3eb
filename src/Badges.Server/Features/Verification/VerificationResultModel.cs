using Badges.Server.Web.Components;

namespace Badges.Server.Features.Verification;

/// <summary>The answer to somebody who handed something in.</summary>
public sealed record VerificationResultModel(VerdictModel Verdict)
{
    /// <summary>The signed receipt of this answer; null when there is none.</summary>
    public string? Receipt { get; init; }
}

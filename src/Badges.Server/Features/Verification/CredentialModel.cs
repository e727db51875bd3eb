using Badges.Server.Web.Components;

namespace Badges.Server.Features.Verification;

/// <summary>The public page of an award: the verdict at this view, and what can be taken away.</summary>
public sealed record CredentialModel
{
    public required VerdictModel Verdict { get; init; }
    public required OwnAward Award { get; init; }

    /// <summary>The address to share.</summary>
    public required string Address { get; init; }
}

namespace Badges.Server.Web.Components;

/// <summary>What was typed into the verification form, so that it is never lost, and what is wrong with it.</summary>
public sealed record VerificationBoxModel
{
    public static readonly VerificationBoxModel Empty = new();

    public string? Url { get; init; }
    public string? Credential { get; init; }

    /// <summary>Fields are <c>file</c>, <c>url</c>, <c>credential</c>; null for the form as a whole.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}

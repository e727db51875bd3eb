namespace Badges.Server.Web.Components;

/// <summary>What was typed into the verification form, so that it is never lost, and what is wrong with it.</summary>
public sealed record VerificationBoxModel
{
    /// <summary>What a page with the form loads beside it.</summary>
    public const string Script = "/verifier.js";

    public static readonly VerificationBoxModel Empty = new();

    /// <summary>A link, a code or a text, as it was typed.</summary>
    public string? Typed { get; init; }

    public string? Recipient { get; init; }

    /// <summary>The page may open the camera.</summary>
    public bool MayScan { get; init; }

    /// <summary>Fields are <c>file</c>, <c>url</c>, <c>recipient</c>; null for the form as a whole.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}

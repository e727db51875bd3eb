namespace Badges.Credentials.Verification;

/// <summary>A badge's record taken apart, or why it cannot be.</summary>
public sealed record ParseResult
{
    /// <summary>Null when the text is no badge that can be read.</summary>
    public ParsedCredential? Credential { get; init; }

    /// <summary>The code of the <c>format</c> check, when it failed.</summary>
    public string? Code { get; init; }

    /// <summary>What the code speaks of.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Whether the text is readable and simply no badge.</summary>
    public bool HasNoBadge => Code == CheckCodes.NotABadge;
}

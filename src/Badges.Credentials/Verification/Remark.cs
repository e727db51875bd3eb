namespace Badges.Credentials.Verification;

/// <summary>Something to say beside the outcome of a check, which does not change it.</summary>
/// <param name="Code">Stable, like the code of a check.</param>
/// <param name="Arguments">What the text speaks of.</param>
public sealed record Remark(string Code, params IReadOnlyList<string> Arguments);

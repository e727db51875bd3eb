namespace Badges.Credentials.Verification;

/// <summary>What was handed in, or why it is nothing that can be read.</summary>
public sealed record SubmissionRead
{
    /// <summary>Null when it cannot be read.</summary>
    public Submission? Submission { get; init; }

    /// <summary>The code of the <c>format</c> check, when it cannot be read.</summary>
    public string? Code { get; init; }

    internal static SubmissionRead Refused(string code) => new() { Code = code };
}

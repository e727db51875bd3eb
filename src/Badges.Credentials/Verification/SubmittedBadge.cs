namespace Badges.Credentials.Verification;

/// <summary>
/// The first three steps at once: what was handed in, the record in it, and that record taken apart. Exactly one of
/// <see cref="Credential"/>, <see cref="Address"/>, <see cref="Code"/> and <see cref="HasNoBadge"/> says how it ended.
/// </summary>
public sealed record SubmittedBadge
{
    /// <summary>What was handed in; null when even that cannot be told or read.</summary>
    public SubmissionContainer? Container { get; init; }

    /// <summary>The record, taken apart.</summary>
    public ParsedCredential? Credential { get; init; }

    /// <summary>An address was handed in: what stands there has to be fetched and read in its turn.</summary>
    public string? Address { get; init; }

    /// <summary>Why it cannot be read: the code of the <c>format</c> check.</summary>
    public string? Code { get; init; }

    /// <summary>What the code speaks of.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Whether it is readable and carries no badge.</summary>
    public bool HasNoBadge { get; init; }

    /// <summary>Reads what was handed in or fetched. Never throws, whatever the bytes.</summary>
    public static SubmittedBadge Read(ReadOnlyMemory<byte> bytes, string? contentType = null)
    {
        var read = Submission.Read(bytes, contentType);
        if (read.Submission is not { } submission)
        {
            return read.Code == CheckCodes.NotABadge ? new() { HasNoBadge = true } : new() { Code = read.Code };
        }

        if (submission.Address is { } address)
        {
            return new() { Container = submission.Container, Address = address };
        }

        var unbaked = Unbaking.Unbake(submission);
        if (unbaked.Text is null)
        {
            return new()
            {
                Container = unbaked.IsPictureUnreadable ? null : submission.Container,
                Code = unbaked.Code,
                Arguments = unbaked.Arguments,
                HasNoBadge = unbaked.HasNoBadge,
            };
        }

        var parsed = CredentialParser.Parse(unbaked.Text);
        if (submission.Container is SubmissionContainer.Pdf
            && parsed.Credential is not { Format: CredentialFormat.Receipt })
        {
            return new() { Container = submission.Container, HasNoBadge = true };
        }

        return new()
        {
            Container = submission.Container,
            Credential = parsed.Credential is { } credential
                ? credential with
                {
                    Picture = submission.IsPicture ? submission : null,
                    Page = unbaked.Page,
                    Remarks = [.. credential.Remarks, .. unbaked.Remarks],
                }
                : null,
            Code = parsed.HasNoBadge ? null : parsed.Code,
            Arguments = parsed.Arguments,
            HasNoBadge = parsed.HasNoBadge,
        };
    }
}

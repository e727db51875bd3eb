using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.General;

/// <summary>What every document of a question is judged by.</summary>
/// <param name="Work">What looking at all of them may cost.</param>
internal sealed record GeneralFacts(
    GeneralQuestion Question, DocumentSet Documents, DateTimeOffset Now, GeneralWork Work)
{
    /// <summary>The same for what is presented: what the verifier chose is answered by who presents, not by who
    /// issued.</summary>
    public GeneralFacts OfPresented() => this with { Question = Question with { Challenge = null, Domain = null } };
}

/// <summary>How much one question may make canonicalised: each proof of a chain is over the whole document
/// again.</summary>
internal sealed class GeneralWork
{
    private long _left = 2 * 1024 * 1024;

    /// <summary>Takes so many bytes of it; false when there are not so many left.</summary>
    public bool TryTake(long bytes) => (_left -= bytes) >= 0;
}

namespace Badges.Credentials.Verification;

/// <summary>What came of asking for a document.</summary>
public enum FetchOutcome
{
    /// <summary>There was an answer; its status says which.</summary>
    Fetched,

    /// <summary>There is no such document where documents were looked for.</summary>
    NotFound,

    /// <summary>Nobody answered.</summary>
    Unreachable,

    /// <summary>No answer came in time, or the budget of the whole verification was spent.</summary>
    TimedOut,

    /// <summary>The name leads to an address that may not be fetched, or a redirection does.</summary>
    Forbidden,

    /// <summary>The answer was larger than is read.</summary>
    TooLarge,
}

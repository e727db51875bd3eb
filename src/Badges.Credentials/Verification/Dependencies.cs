namespace Badges.Credentials.Verification;

/// <summary>Says which documents a record still depends on. The one who fetches asks again after each round, until
/// nothing is missing or the budget is spent.</summary>
public static class Dependencies
{
    /// <summary>
    /// The addresses to fetch next, fragment cut. They are what the checks would have looked for and did not find; once
    /// a check has failed that makes the record worthless, nothing more is asked for.
    /// </summary>
    /// <param name="parsed">The record.</param>
    /// <param name="documents">What was fetched so far, failures included.</param>
    /// <param name="allowLoopback">Whether documents of this machine may be asked for: for development and
    /// tests.</param>
    public static IReadOnlyList<string> Missing(
        ParsedCredential parsed, IReadOnlyDictionary<string, FetchedDocument> documents, bool allowLoopback = false)
    {
        // What is missing does not depend on the date: a list of any date has to be fetched to be dated.
        var resolved = new ResolvedCredential(parsed, documents) { AllowLoopback = allowLoopback };
        var facts = VerificationCase.Of(resolved, DateTimeOffset.UnixEpoch);
        foreach (var step in Checks.StepsOf(facts))
        {
            var check = step(facts);
            if (check.HasFailed && CheckIds.Decisive.Contains(check.Id))
            {
                break;
            }
        }

        return [.. facts.Documents.Missing.Distinct()];
    }
}

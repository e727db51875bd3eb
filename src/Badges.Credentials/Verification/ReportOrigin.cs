namespace Badges.Credentials.Verification;

/// <summary>Where a record came from.</summary>
/// <param name="Container">In what it was handed in; null when that could not be read.</param>
/// <param name="Fetched">What stood at the address, when an address was handed in.</param>
public sealed record ReportOrigin(SubmissionContainer? Container, SubmissionContainer? Fetched = null);

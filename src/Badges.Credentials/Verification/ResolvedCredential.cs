namespace Badges.Credentials.Verification;

/// <summary>A record, the documents it depends on as far as they could be had, and the question asked about
/// it.</summary>
/// <param name="Parsed">The record.</param>
/// <param name="Documents">What was fetched, under the addresses that <see cref="Dependencies.Missing"/> asked
/// for.</param>
/// <param name="Recipient">Whom somebody asked about: an e-mail address, a DID, another identifier; null when nobody
/// did.</param>
public sealed record ResolvedCredential(
    ParsedCredential Parsed, IReadOnlyDictionary<string, FetchedDocument> Documents, string? Recipient = null)
{
    /// <summary>Whether documents of this machine may be asked for: for development and tests.</summary>
    public bool AllowLoopback { get; init; }
}

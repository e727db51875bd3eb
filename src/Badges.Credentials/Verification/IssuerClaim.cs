namespace Badges.Credentials.Verification;

/// <summary>What a badge says of its issuer: the question to the one who holds the registry.</summary>
/// <param name="Id">The identifier, a DID or an address.</param>
/// <param name="IssuedOn">When the badge was issued: <c>validFrom</c> or <c>issuanceDate</c> in Open Badges 3.0,
/// <c>issuedOn</c> in 2.0; null when that cannot be read.</param>
/// <param name="Name">The name that the issuer goes by in the badge.</param>
public sealed record IssuerClaim(string Id, DateTimeOffset? IssuedOn, string? Name);

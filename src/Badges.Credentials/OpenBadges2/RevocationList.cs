namespace Badges.Credentials.OpenBadges2;

/// <summary>The signed assertions that an issuer took back (Open Badges 2.0, RevocationList).</summary>
public sealed record RevocationList
{
    public string Type { get; } = "RevocationList";

    public required string Id { get; init; }

    /// <summary>The address of the issuer's profile.</summary>
    public required string Issuer { get; init; }

    /// <summary>Two at least: a list of one is misread by the older official validator.</summary>
    public required IReadOnlyList<RevokedAssertion> RevokedAssertions { get; init; }

    /// <exception cref="InvalidOperationException">The list has fewer than two entries.</exception>
    public string ToJson() => RevokedAssertions.Count >= 2
        ? CredentialJson.Document(OpenBadges2Context.Address, this)
        : throw new InvalidOperationException("A revocation list needs two entries; add identifiers never issued.");
}

/// <summary>One assertion that was taken back.</summary>
public sealed record RevokedAssertion(string Id, string RevocationReason);

namespace Badges.Credentials.OpenBadges3;

/// <summary>The credential that is signed: one achievement of one recipient, stated by one issuer
/// (Open Badges 3.0, AchievementCredential).</summary>
public sealed record OpenBadgeCredential
{
    /// <summary>The credential's address.</summary>
    public required string Id { get; init; }

    public IReadOnlyList<string> Type { get; } = ["VerifiableCredential", "OpenBadgeCredential"];

    public string? Name { get; init; }

    public string? Description { get; init; }

    public Image? Image { get; init; }

    /// <summary>When the achievement was earned, where that is earlier than the signature.</summary>
    public DateTimeOffset? AwardedDate { get; init; }

    public required Profile Issuer { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    public required AchievementSubject CredentialSubject { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public BitstringStatusListEntry? CredentialStatus { get; init; }

    /// <summary>The compact JSON that is signed, always the same for the same record.</summary>
    public string ToJson() => CredentialJson.Document(OpenBadges3Context.All, this);
}

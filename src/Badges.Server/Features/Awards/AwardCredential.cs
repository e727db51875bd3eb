using Badges.Credentials.OpenBadges3;

namespace Badges.Server.Features.Awards;

/// <summary>The award as an Open Badges 3.0 credential.</summary>
public static class AwardCredential
{
    public static OpenBadgeCredential Build(
        PreparedAward prepared, string id, Profile issuer, Achievement achievement, BitstringStatusListEntry status)
    {
        var approved = prepared.Approved;
        return new OpenBadgeCredential
        {
            Id = id,
            Name = achievement.Name,
            AwardedDate = approved.EarnedAt,
            Issuer = issuer,
            ValidFrom = approved.At,
            ValidUntil = approved.ValidUntil,
            CredentialSubject = new AchievementSubject
            {
                Id = prepared.Award.SubjectUrn,
                Identifier = [IdentityOf(prepared)],
                Narrative = EvidenceTexts.Observed(approved),
                Achievement = achievement,
            },
            Evidence = [.. prepared.Evidence.Select(EvidenceOf)],
            CredentialStatus = status,
        };
    }

    private static IdentityObject IdentityOf(PreparedAward prepared) =>
        prepared.Approved.HashedEmail is { } email
            ? IdentityObject.Hash(email, "emailAddress", prepared.Material.Salt)
            : IdentityObject.Hash(prepared.Material.IdentitySecret, "identifier", prepared.Material.Salt);

    private static Evidence EvidenceOf(AwardEvidence evidence) =>
        evidence.Visibility == EvidenceVisibility.Public
            ? new Evidence { Id = evidence.Url, Name = evidence.Name, Narrative = evidence.Narrative }
            : new Evidence
            {
                Name = EvidenceTexts.PrivateName,
                Narrative = EvidenceTexts.PrivateNarrative(evidence),
            };
}

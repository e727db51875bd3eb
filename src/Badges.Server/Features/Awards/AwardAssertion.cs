using Badges.Credentials.OpenBadges2;

namespace Badges.Server.Features.Awards;

/// <summary>The award as an Open Badges 2.0 assertion, hosted or signed.</summary>
public static class AwardAssertion
{
    public static Assertion Build(
        PreparedAward prepared, string id, string badgeClass, string picture, VerificationObject verification)
    {
        var approved = prepared.Approved;
        return new Assertion
        {
            Id = id,
            Recipient = IdentityOf(prepared),
            Badge = badgeClass,
            Verification = verification,
            IssuedOn = approved.EarnedAt,
            Expires = approved.ValidUntil,
            Image = picture,
            Narrative = EvidenceTexts.Observed(approved),
            Evidence = [.. prepared.Evidence.Select(EvidenceOf)],
        };
    }

    private static IdentityObject IdentityOf(PreparedAward prepared) =>
        prepared.Approved.HashedEmail is { } email
            ? IdentityObject.Hash("email", email, prepared.Material.Salt)
            : IdentityObject.Hash("id", prepared.Material.IdentitySecret, prepared.Material.Salt);

    private static Evidence EvidenceOf(AwardEvidence evidence) =>
        evidence.Visibility == EvidenceVisibility.Public
            ? new Evidence { Id = evidence.Url, Name = evidence.Name, Narrative = evidence.Narrative }
            : new Evidence
            {
                Name = EvidenceTexts.PrivateName,
                Narrative = EvidenceTexts.PrivateNarrative(evidence),
            };
}

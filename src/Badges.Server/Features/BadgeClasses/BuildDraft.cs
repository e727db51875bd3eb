namespace Badges.Server.Features.BadgeClasses;

/// <summary>Makes a draft of what was said, or of the version before.</summary>
public static class BuildDraft
{
    /// <param name="newId">Makes the ids of the criteria.</param>
    public static BadgeVersion From(BadgeDefinition definition, BadgeVersion frame, Func<Guid> newId) => frame with
    {
        AchievementType = definition.AchievementType,
        ValidMonths = definition.ValidMonths,
        Texts = definition.Texts,
        Criteria =
        [
            .. definition.Criteria.Select((criterion, index) => new BadgeCriterion
            {
                Id = newId(),
                Position = index + 1,
                IsMandatory = criterion.IsMandatory,
                Texts = criterion.Texts,
            }),
        ],
        EvidenceRules = definition.EvidenceRules,
        Alignments = definition.Alignments,
    };

    public static BadgeVersion Empty(Guid id, string publicId, Guid badgeId, int number) => new()
    {
        Id = id,
        PublicId = publicId,
        BadgeId = badgeId,
        Number = number,
        State = VersionState.Draft,
        AchievementType = AchievementTypes.Default,
        Texts = new Dictionary<Web.Language, BadgeText>(),
        Criteria = [],
        EvidenceRules = [],
        Alignments = [],
    };

    /// <summary>The next version starts as the last one ended.</summary>
    public static BadgeVersion After(BadgeVersion published, string publicId, Func<Guid> newId) => published with
    {
        Id = newId(),
        PublicId = publicId,
        Number = published.Number + 1,
        State = VersionState.Draft,
        Tag = null,
        PublishedAt = null,
        PublishedBy = null,
        ContentSha256 = null,
        Criteria = [.. published.Criteria.Select(criterion => criterion with { Id = newId() })],
    };
}

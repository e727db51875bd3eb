using System.Globalization;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>The way back from a version to what somebody would have written: for the form and the API.</summary>
public static class WriteRequest
{
    public static BadgeRequest Of(Badge badge, BadgeVersion version) => Of(version) with
    {
        Slug = badge.Slug,
        Audience = EnumText.Of(badge.Audience),
        Sector = badge.Sector,
        AwardPolicy = EnumText.Of(badge.AwardPolicy),
    };

    public static BadgeRequest Of(BadgeVersion version) => new()
    {
        AchievementType = version.AchievementType,
        ValidMonths = version.ValidMonths,
        Language = Language.French.Code(),
        Name = version.French.Name,
        ShortName = version.French.ShortName,
        Description = version.French.Description,
        EmployerSentence = version.French.EmployerSentence,
        PlainSentence = version.French.PlainSentence,
        ImageAlt = version.French.ImageAlt,
        Criteria =
        [
            .. version.Criteria.Select(criterion => new CriterionRequest
            {
                Text = criterion.French,
                Mandatory = criterion.IsMandatory,
            }),
        ],
        Evidence =
        [
            .. version.EvidenceRules.Select(rule => new EvidenceRequest
            {
                Kind = EnumText.Of(rule.Kind),
                Mandatory = rule.IsMandatory,
                Description = rule.Description,
            }),
        ],
        Alignments =
        [
            .. version.Alignments.Select(alignment => new AlignmentRequest
            {
                Relation = EnumText.Of(alignment.Relation),
                TargetName = alignment.TargetName,
                TargetUrl = alignment.TargetUrl,
                Framework = alignment.Framework,
                Code = alignment.Code,
                ReadOn = alignment.ReadOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            }),
        ],
        Translations = version.Texts.TryGetValue(Language.English, out var english)
            ? new TranslationsRequest { En = Translation(english, version.Criteria) }
            : null,
    };

    private static TranslationRequest Translation(BadgeText text, IReadOnlyList<BadgeCriterion> criteria) => new()
    {
        Name = text.Name,
        ShortName = text.ShortName,
        Description = text.Description,
        EmployerSentence = text.EmployerSentence,
        PlainSentence = text.PlainSentence,
        ImageAlt = text.ImageAlt,
        Criteria =
        [
            .. criteria.Select(criterion =>
                criterion.Texts.TryGetValue(Language.English, out var english) ? english : null),
        ],
    };
}

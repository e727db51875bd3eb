using Badges.Server.Settings;
using Badges.Server.Web;
using Badges.Server.Web.Components;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>What a badge's page shows: one version, and how it stands to the others.</summary>
public sealed record BadgeModel
{
    public required string Slug { get; init; }
    public required BadgeText Text { get; init; }

    /// <summary>The language of the texts, when it is another one than the page's.</summary>
    public string? TextLanguage { get; init; }

    public required IReadOnlyList<ShownCriterion> Criteria { get; init; }
    public required IReadOnlyList<ShownEvidence> Evidence { get; init; }
    public required IReadOnlyList<BadgeAlignment> Alignments { get; init; }
    public required string Audience { get; init; }
    public string? PictureUrl { get; init; }

    /// <summary>For messengers, which do not show SVG.</summary>
    public string? SharedPicture { get; init; }

    public required IReadOnlyList<KeyValue> Facts { get; init; }
    public required IReadOnlyList<KeyValue> Technical { get; init; }
    public DateTimeOffset? RetiredAt { get; init; }
    public bool IsDraft { get; init; }

    /// <summary>The published version shown is not the newest one.</summary>
    public bool IsOld { get; init; }

    /// <summary>A draft waits beside the published version.</summary>
    public bool HasDraft { get; init; }

    public static BadgeModel Of(
        BadgeView view, BadgeVersion shown, bool isOld, Language language, BadgesOptions options)
    {
        var badge = view.Badge;
        var isTranslated = shown.Texts.ContainsKey(language);
        var isEnglish = isTranslated && language == Language.English;
        var address = AchievementDocuments.PathOf(shown);
        return new BadgeModel
        {
            Slug = badge.Slug,
            Text = isEnglish ? shown.In(language) : WithFrenchSpaces(shown.French),
            TextLanguage = isTranslated ? null : Language.French.Code(),
            Criteria =
            [
                .. shown.Criteria.Select(criterion => new ShownCriterion(
                    isEnglish ? criterion.In(language) : Typography.French(criterion.French), criterion.IsMandatory)),
            ],
            Evidence =
            [
                .. shown.EvidenceRules.Select(rule => new ShownEvidence(
                    BadgeWords.Of(rule.Kind, language), Typography.French(rule.Description), rule.IsMandatory)),
            ],
            Alignments = shown.Alignments,
            Audience = BadgeWords.Of(badge.Audience, language),
            PictureUrl = shown.ImageId is null ? null
                : shown.IsPublished ? ScreenPictures.PathOf(shown.PublicId)
                : BadgeFormPages.DraftPicturePathOf(badge.Slug, shown),
            SharedPicture = shown.IsPublished ? address + ".png" : null,
            Facts = FactsOf(badge, shown, language),
            Technical = TechnicalOf(shown, options.Address(address), language),
            RetiredAt = badge.RetiredAt,
            IsDraft = !shown.IsPublished,
            IsOld = isOld,
            HasDraft = view.Draft is not null && shown.IsPublished,
        };
    }

    private static BadgeText WithFrenchSpaces(BadgeText text) => text with
    {
        Name = Typography.French(text.Name),
        Description = Typography.French(text.Description),
        EmployerSentence = Typography.French(text.EmployerSentence),
        PlainSentence = Typography.French(text.PlainSentence),
    };

    private static List<KeyValue> FactsOf(Badge badge, BadgeVersion shown, Language language)
    {
        var english = language == Language.English;
        var facts = new List<KeyValue>
        {
            new(english ? "For whom" : "Pour qui", BadgeWords.Of(badge.Audience, language)),
        };
        if (badge.Sector is { } sector)
        {
            facts.Add(new(english ? "Trade" : "Filière", sector));
        }

        facts.Add(new(
            english ? "Who may award it" : "Qui peut le remettre", BadgeWords.Of(badge.AwardPolicy, language)));
        facts.Add(new(english ? "How long it holds" : "Durée", BadgeWords.Validity(shown.ValidMonths, language)));
        if (shown.PublishedAt is { } publishedAt)
        {
            facts.Add(new("Version", english
                ? $"{shown.Number}, published on {language.Day(publishedAt)}"
                : $"{shown.Number}, publiée le {language.Day(publishedAt)}"));
        }

        return facts;
    }

    private static IReadOnlyList<KeyValue> TechnicalOf(BadgeVersion shown, string address, Language language) =>
        shown.ContentSha256 is { } sha256
            ?
            [
                new(language == Language.English ? "Address of this version" : "Adresse de cette version",
                    address, address),
                new("Open Badges 3.0 (JSON-LD)", address + ".json", address + ".json"),
                new(language == Language.English ? "Picture" : "Image", address + ".png", address + ".png"),
                new(language == Language.English ? "Type" : "Type", shown.AchievementType),
                new("SHA-256", sha256),
            ]
            : [];
}

public sealed record ShownCriterion(string Text, bool IsMandatory);

public sealed record ShownEvidence(string Kind, string Description, bool IsMandatory);

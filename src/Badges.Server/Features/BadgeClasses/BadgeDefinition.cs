using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>What an administrator says of a badge and of one version of it, well formed.</summary>
public sealed record BadgeDefinition
{
    public const int MostCriteria = 12;
    public const int LongestCriterion = 200;

    private static readonly FieldFault NoCriteria =
        new("criteria[0].text", "Écrivez de 1 à 12 critères.", "Write 1 to 12 criteria.");

    public required string Slug { get; init; }
    public required BadgeAudience Audience { get; init; }
    public string? Sector { get; init; }
    public required AwardPolicy AwardPolicy { get; init; }

    /// <summary>Slugs of the structures that may award it; null: those listed before stay.</summary>
    public IReadOnlyList<string>? Awarders { get; init; }

    public required string AchievementType { get; init; }
    public int? ValidMonths { get; init; }
    public required IReadOnlyDictionary<Language, BadgeText> Texts { get; init; }
    public required IReadOnlyList<CriterionDefinition> Criteria { get; init; }
    public required IReadOnlyList<EvidenceRule> EvidenceRules { get; init; }
    public required IReadOnlyList<BadgeAlignment> Alignments { get; init; }

    /// <summary>What is still missing before a draft can be published, by field.</summary>
    public static IReadOnlyList<FieldFault> Missing(BadgeVersion draft)
    {
        var faults = new List<FieldFault>();
        foreach (var (language, text) in draft.Texts)
        {
            faults.AddRange(MissingTexts(language, text));
        }

        if (draft.Criteria.Count is 0 or > MostCriteria)
        {
            faults.Add(NoCriteria);
        }

        if (draft.Texts.ContainsKey(Language.English))
        {
            faults.AddRange(draft.Criteria
                .Where(criterion => !criterion.Texts.ContainsKey(Language.English))
                .Select(criterion => new FieldFault(
                    $"translations.en.criteria[{criterion.Position - 1}]",
                    $"Traduisez le critère {criterion.Position} en anglais, ou videz les textes anglais.",
                    $"Translate criterion {criterion.Position} into English, or empty the English texts.")));
        }

        if (draft.ImageId is null)
        {
            faults.Add(new("picture", "Donnez une image au badge.", "Give the badge a picture."));
        }

        return faults;
    }

    /// <summary>What a new badge still lacks: every text of it, and its criteria.</summary>
    public static IReadOnlyList<FieldFault> Missing(BadgeRequest request)
    {
        var text = new BadgeText
        {
            Name = Trim(request.Name),
            ShortName = Trim(request.ShortName),
            Description = Trim(request.Description),
            EmployerSentence = Trim(request.EmployerSentence),
            PlainSentence = Trim(request.PlainSentence),
            ImageAlt = Trim(request.ImageAlt),
        };
        return request.Criteria?.Any(criterion => Trim(criterion?.Text).Length > 0) == true
            ? [.. MissingTexts(Language.French, text)]
            : [.. MissingTexts(Language.French, text), NoCriteria];
    }

    private static string Trim(string? text) => (text ?? "").Trim();

    private static IEnumerable<FieldFault> MissingTexts(Language language, BadgeText text)
    {
        var (prefix, french, english) = language == Language.English
            ? ("translations.en.", " en anglais", " in English")
            : ("", "", "");
        (string Field, string Value, string French, string English)[] texts =
        [
            ("name", text.Name, "Donnez un nom au badge", "Give the badge a name"),
            ("shortName", text.ShortName, "Donnez un nom court", "Give a short name"),
            ("description", text.Description, "Décrivez le badge", "Describe the badge"),
            ("employerSentence", text.EmployerSentence, "Écrivez la phrase pour un employeur",
                "Write the sentence for an employer"),
            ("plainSentence", text.PlainSentence, "Écrivez la phrase pour la personne",
                "Write the sentence for the person"),
            ("imageAlt", text.ImageAlt, "Décrivez l'image en mots", "Describe the picture in words"),
        ];
        return texts.Where(field => field.Value.Length == 0).Select(field =>
            new FieldFault(prefix + field.Field, $"{field.French}{french}.", $"{field.English}{english}."));
    }
}

/// <summary>A criterion before it has an id.</summary>
public sealed record CriterionDefinition(bool IsMandatory, IReadOnlyDictionary<Language, string> Texts);

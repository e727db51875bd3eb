using System.Globalization;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>What the browser posts: every field as it was typed. Names are those of the API.</summary>
public sealed record BadgeForm
{
    public required BadgeRequest Typed { get; init; }

    /// <summary>Kept as typed, because it may not be a number.</summary>
    public string? ValidMonths { get; init; }

    public required IReadOnlyList<FieldFault> Faults { get; init; }

    /// <summary>
    /// What is wrong with a new badge. A draft may lack texts; but when it is refused, all that is missing is said at
    /// once, a fault for each field.
    /// </summary>
    public IReadOnlyList<FieldFault> FaultsOfNew()
    {
        IReadOnlyList<FieldFault> wrong = [.. ReadDefinition.Run(Typed).Faults, .. Faults];
        return wrong.Count == 0
            ? []
            : [.. BadgeDefinition.Missing(Typed).Concat(wrong).DistinctBy(fault => fault.Field)];
    }

    public static BadgeForm Read(IFormCollection form)
    {
        var months = Text(form, "validMonths");
        var isNumber = int.TryParse(months, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return new BadgeForm
        {
            ValidMonths = months,
            Faults = months.Length == 0 || isNumber
                ? []
                :
                [
                    new("validMonths", "Écrivez la durée en chiffres, ou laissez vide.",
                        "Write a number, or leave it empty."),
                ],
            Typed = new BadgeRequest
            {
                Slug = Text(form, "slug"),
                Audience = Text(form, "audience"),
                Sector = Text(form, "sector"),
                AwardPolicy = Text(form, "awardPolicy"),
                Awarders = Lines(form, "awarders"),
                AchievementType = Text(form, "achievementType"),
                ValidMonths = isNumber ? number : null,
                Name = Text(form, "name"),
                ShortName = Text(form, "shortName"),
                Description = Text(form, "description"),
                EmployerSentence = Text(form, "employerSentence"),
                PlainSentence = Text(form, "plainSentence"),
                ImageAlt = Text(form, "imageAlt"),
                Criteria = Rows("criteria", BadgeDefinition.MostCriteria, prefix => new CriterionRequest
                {
                    Text = Text(form, prefix + ".text"),
                    Mandatory = IsTicked(form, prefix + ".mandatory"),
                }),
                Evidence = Rows("evidence", BadgeFormModel.Rows, prefix => new EvidenceRequest
                {
                    Kind = Text(form, prefix + ".kind"),
                    Mandatory = IsTicked(form, prefix + ".mandatory"),
                    Description = Text(form, prefix + ".description"),
                }),
                Alignments = Rows("alignments", BadgeFormModel.Rows, prefix => new AlignmentRequest
                {
                    Relation = Text(form, prefix + ".relation"),
                    TargetName = Text(form, prefix + ".targetName"),
                    TargetUrl = Text(form, prefix + ".targetUrl"),
                    Framework = Text(form, prefix + ".framework"),
                    Code = Text(form, prefix + ".code"),
                    ReadOn = Text(form, prefix + ".readOn"),
                }),
                Translations = new TranslationsRequest { En = Translation(form) },
            },
        };
    }

    private static TranslationRequest Translation(IFormCollection form) => new()
    {
        Name = Text(form, "translations.en.name"),
        ShortName = Text(form, "translations.en.shortName"),
        Description = Text(form, "translations.en.description"),
        EmployerSentence = Text(form, "translations.en.employerSentence"),
        PlainSentence = Text(form, "translations.en.plainSentence"),
        ImageAlt = Text(form, "translations.en.imageAlt"),
        Criteria =
        [
            .. Enumerable.Range(0, BadgeDefinition.MostCriteria)
                .Select(index => Text(form, $"translations.en.criteria[{index}]")),
        ],
    };

    private static IReadOnlyList<T> Rows<T>(string name, int count, Func<string, T> read) =>
        [.. Enumerable.Range(0, count).Select(index => read($"{name}[{index}]"))];

    private static IReadOnlyList<string> Lines(IFormCollection form, string name) =>
        [.. form[name].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static bool IsTicked(IFormCollection form, string name) => form[name] == "true";

    /// <summary>One line: where somebody pressed Enter in a large field, a space stands.</summary>
    private static string Text(IFormCollection form, string name) =>
        form[name].ToString().ReplaceLineEndings(" ").Trim();
}

using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>
/// Makes a definition of what was written, or says which fields are wrong. Whether it is complete is not asked.
/// </summary>
public static class ReadDefinition
{
    public const int MostRules = 8;
    private const int LongestValidity = 120;

    public static DefinitionRead Run(BadgeRequest request)
    {
        var fields = new FieldReader();
        var french = Texts(fields, "", new TranslationRequest
        {
            Name = request.Name,
            ShortName = request.ShortName,
            Description = request.Description,
            EmployerSentence = request.EmployerSentence,
            PlainSentence = request.PlainSentence,
            ImageAlt = request.ImageAlt,
        });
        var english = English(fields, request.Translations?.En);
        var slug = Slug(fields, request, french.Name);
        var definition = new BadgeDefinition
        {
            Slug = slug,
            Audience = fields.Choice("audience", request.Audience, BadgeAudience.Parcours,
                "Choisissez à qui s'adresse le badge.", "Choose whom the badge is for."),
            Sector = fields.Optional("sector", request.Sector, 60),
            AwardPolicy = fields.Choice("awardPolicy", request.AwardPolicy, AwardPolicy.All,
                "Choisissez qui peut remettre le badge.", "Choose who may award the badge."),
            Awarders = request.Awarders,
            AchievementType = AchievementType(fields, request.AchievementType),
            ValidMonths = ValidMonths(fields, request.ValidMonths),
            Texts = english is null
                ? new Dictionary<Language, BadgeText> { [Language.French] = french }
                : new Dictionary<Language, BadgeText> { [Language.French] = french, [Language.English] = english },
            Criteria = Criteria(fields, request, english is not null),
            EvidenceRules = EvidenceRules(fields, request.Evidence ?? []),
            Alignments = Alignments(fields, request.Alignments ?? []),
        };
        CheckLanguage(fields, request.Language);
        return fields.Faults.Count == 0
            ? new DefinitionRead { Definition = definition, Faults = [] }
            : new DefinitionRead { Faults = fields.Faults };
    }

    private static BadgeText Texts(FieldReader fields, string prefix, TranslationRequest request)
    {
        var name = fields.Text(prefix + "name", request.Name, 100);
        if (name.Length == 0 && !fields.HasFault(prefix + "name"))
        {
            fields.Refuse(prefix + "name", "Donnez un nom au badge.", "Give the badge a name.");
        }

        return new BadgeText
        {
            Name = name,
            ShortName = fields.Text(prefix + "shortName", request.ShortName, 24),
            Description = fields.Text(prefix + "description", request.Description, 600),
            EmployerSentence = fields.Text(prefix + "employerSentence", request.EmployerSentence, 240),
            PlainSentence = fields.Text(prefix + "plainSentence", request.PlainSentence, 240),
            ImageAlt = fields.Text(prefix + "imageAlt", request.ImageAlt, 160),
        };
    }

    private static BadgeText? English(FieldReader fields, TranslationRequest? request) =>
        request is null || IsEmpty(request) ? null : Texts(fields, "translations.en.", request);

    private static bool IsEmpty(TranslationRequest request) =>
        new[] { request.Name, request.ShortName, request.Description, request.EmployerSentence, request.PlainSentence,
            request.ImageAlt }.Concat(request.Criteria ?? []).All(string.IsNullOrWhiteSpace);

    private static string Slug(FieldReader fields, BadgeRequest request, string name)
    {
        var slug = string.IsNullOrWhiteSpace(request.Slug) ? BadgeSlug.From(name) : request.Slug.Trim();
        if (name.Length > 0 && (!BadgeSlug.IsWellFormed(slug) || slug == BadgeSlug.Reserved))
        {
            fields.Refuse("slug",
                "L'adresse s'écrit avec des lettres sans accent, des chiffres et des tirets, 60 au plus.",
                "The address is written with unaccented lower-case letters, digits and dashes, 60 at most.");
        }

        return slug;
    }

    private static void CheckLanguage(FieldReader fields, string? language)
    {
        if (language is not (null or "fr"))
        {
            fields.Refuse("language", "Les textes du badge sont d'abord en français : « fr ».",
                "The badge's own texts are in French: \"fr\". English goes under translations.");
        }
    }

    private static string AchievementType(FieldReader fields, string? type)
    {
        if (string.IsNullOrWhiteSpace(type))
        {
            return AchievementTypes.Default;
        }

        if (!AchievementTypes.All.Contains(type))
        {
            fields.Refuse("achievementType", "Ce type n'existe pas, ou il est réservé aux diplômes et aux titres.",
                "There is no such type, or it is kept for diplomas and licences.");
        }

        return type;
    }

    private static int? ValidMonths(FieldReader fields, int? months)
    {
        if (months is < 1 or > LongestValidity)
        {
            fields.Refuse("validMonths", "La durée va de 1 à 120 mois. Sans durée, le badge n'expire pas.",
                "It holds for 1 to 120 months. Without a number the badge does not expire.");
        }

        return months;
    }

    private static List<CriterionDefinition> Criteria(FieldReader fields, BadgeRequest request, bool hasEnglish)
    {
        var written = request.Criteria ?? [];
        var translations = hasEnglish ? request.Translations?.En?.Criteria ?? [] : [];
        var criteria = new List<CriterionDefinition>();
        for (var index = 0; index < Math.Max(written.Count, translations.Count); index++)
        {
            var field = $"criteria[{index}].text";
            var french = fields.Text(
                field, index < written.Count ? written[index]?.Text : null, BadgeDefinition.LongestCriterion);
            var english = fields.Text(
                $"translations.en.criteria[{index}]",
                index < translations.Count ? translations[index] : null,
                BadgeDefinition.LongestCriterion);
            if (french.Length > 0)
            {
                var texts = new Dictionary<Language, string> { [Language.French] = french };
                if (english.Length > 0)
                {
                    texts[Language.English] = english;
                }

                criteria.Add(new CriterionDefinition(written[index]?.Mandatory ?? true, texts));
            }
            else if (english.Length > 0 && !fields.HasFault(field))
            {
                fields.Refuse(field, $"Le critère {index + 1} n'a pas de texte français.",
                    $"Criterion {index + 1} has no French text.");
            }
        }

        if (criteria.Count > BadgeDefinition.MostCriteria)
        {
            fields.Refuse("criteria", "Un badge a 12 critères au plus.", "A badge has 12 criteria at most.");
        }

        return criteria;
    }

    private static List<EvidenceRule> EvidenceRules(
        FieldReader fields, IReadOnlyList<EvidenceRequest?> written)
    {
        var rules = new List<EvidenceRule>();
        for (var index = 0; index < written.Count; index++)
        {
            var description = fields.Text(
                $"evidence[{index}].description", written[index]?.Description, BadgeDefinition.LongestCriterion);
            if (description.Length == 0)
            {
                continue;
            }

            rules.Add(new EvidenceRule
            {
                Position = rules.Count + 1,
                Kind = fields.Choice($"evidence[{index}].kind", written[index]?.Kind, EvidenceKind.Observation,
                    "Choisissez le genre de preuve.", "Choose the kind of evidence."),
                IsMandatory = written[index]?.Mandatory ?? false,
                Description = description,
            });
        }

        if (rules.Count > MostRules)
        {
            fields.Refuse("evidence", "Un badge attend 8 preuves au plus.",
                "A badge expects 8 pieces of evidence at most.");
        }

        return rules;
    }

    private static List<BadgeAlignment> Alignments(
        FieldReader fields, IReadOnlyList<AlignmentRequest?> written)
    {
        var alignments = new List<BadgeAlignment>();
        for (var index = 0; index < written.Count; index++)
        {
            var field = $"alignments[{index}]";
            var request = written[index] ?? new AlignmentRequest();
            var name = fields.Text($"{field}.targetName", request.TargetName, 200);
            var address = fields.Text($"{field}.targetUrl", request.TargetUrl, 500);
            if (name.Length == 0 && address.Length == 0)
            {
                continue;
            }

            alignments.Add(new BadgeAlignment
            {
                Position = alignments.Count + 1,
                Relation = fields.Choice($"{field}.relation", request.Relation, AlignmentRelation.Vise,
                    "Dites si le badge vise cette référence ou en est proche.",
                    "Say whether the badge aims at this reference or is close to it."),
                TargetName = fields.Given($"{field}.targetName", name, "Nommez la référence.", "Name the reference."),
                TargetUrl = fields.WebAddress($"{field}.targetUrl", address),
                Framework = fields.Optional($"{field}.framework", request.Framework, 200),
                Code = fields.Optional($"{field}.code", request.Code, 40),
                ReadOn = fields.Day($"{field}.readOn", request.ReadOn),
            });
        }

        if (alignments.Count > MostRules)
        {
            fields.Refuse("alignments", "Un badge a 8 références au plus.", "A badge has 8 references at most.");
        }

        return alignments;
    }
}

/// <summary>The definition, or the fields that are wrong.</summary>
public sealed record DefinitionRead
{
    public BadgeDefinition? Definition { get; init; }
    public required IReadOnlyList<FieldFault> Faults { get; init; }
}

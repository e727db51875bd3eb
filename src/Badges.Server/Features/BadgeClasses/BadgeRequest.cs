namespace Badges.Server.Features.BadgeClasses;

/// <summary>
/// A badge as somebody writes it: in the API, in the form, in samples/badge-classes. Nothing is believed yet;
/// <see cref="ReadDefinition"/> makes a definition of it, or says which fields are wrong.
/// </summary>
public sealed record BadgeRequest
{
    public string? Slug { get; init; }
    public string? Audience { get; init; }
    public string? Sector { get; init; }
    public string? AwardPolicy { get; init; }

    /// <summary>Slugs of the structures that may award it; absent: those listed before stay.</summary>
    public IReadOnlyList<string>? Awarders { get; init; }

    public string? AchievementType { get; init; }
    public int? ValidMonths { get; init; }
    public string? Language { get; init; }
    public string? Name { get; init; }
    public string? ShortName { get; init; }
    public string? Description { get; init; }
    public string? EmployerSentence { get; init; }
    public string? PlainSentence { get; init; }
    public string? ImageAlt { get; init; }
    public IReadOnlyList<CriterionRequest?>? Criteria { get; init; }
    public IReadOnlyList<EvidenceRequest?>? Evidence { get; init; }
    public IReadOnlyList<AlignmentRequest?>? Alignments { get; init; }
    public PictureRequest? Picture { get; init; }
    public TranslationsRequest? Translations { get; init; }
}

public sealed record CriterionRequest
{
    public string? Text { get; init; }
    public bool? Mandatory { get; init; }
}

public sealed record EvidenceRequest
{
    public string? Kind { get; init; }
    public bool? Mandatory { get; init; }
    public string? Description { get; init; }
}

public sealed record AlignmentRequest
{
    public string? Relation { get; init; }
    public string? TargetName { get; init; }
    public string? TargetUrl { get; init; }
    public string? Framework { get; init; }
    public string? Code { get; init; }
    public string? ReadOn { get; init; }
}

/// <summary>The recipe of a picture.</summary>
public sealed record PictureRequest
{
    public string? Shape { get; init; }
    public string? Palette { get; init; }
    public string? Icon { get; init; }
    public string? ShortTitle { get; init; }
}

public sealed record TranslationsRequest
{
    public TranslationRequest? En { get; init; }
}

public sealed record TranslationRequest
{
    public string? Name { get; init; }
    public string? ShortName { get; init; }
    public string? Description { get; init; }
    public string? EmployerSentence { get; init; }
    public string? PlainSentence { get; init; }
    public string? ImageAlt { get; init; }

    /// <summary>One for each criterion, in their order.</summary>
    public IReadOnlyList<string?>? Criteria { get; init; }
}

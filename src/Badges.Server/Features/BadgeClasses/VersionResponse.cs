using Badges.Server.Settings;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>One version as the API tells it, in the words of the request that made it.</summary>
public sealed record VersionResponse
{
    /// <summary>The public id.</summary>
    public required string Id { get; init; }

    public required int Number { get; init; }
    public required string State { get; init; }

    /// <summary>The address of the achievement; null for a draft.</summary>
    public string? Achievement { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }
    public string? ContentSha256 { get; init; }
    public bool HasPicture { get; init; }
    public required string AchievementType { get; init; }
    public int? ValidMonths { get; init; }
    public required string Language { get; init; }
    public required string Name { get; init; }
    public required string ShortName { get; init; }
    public required string Description { get; init; }
    public required string EmployerSentence { get; init; }
    public required string PlainSentence { get; init; }
    public required string ImageAlt { get; init; }
    public required IReadOnlyList<CriterionResponse> Criteria { get; init; }
    public required IReadOnlyList<EvidenceRequest> Evidence { get; init; }
    public required IReadOnlyList<AlignmentRequest> Alignments { get; init; }
    public TranslationsRequest? Translations { get; init; }

    public static VersionResponse From(BadgeVersion version, BadgesOptions options)
    {
        var request = WriteRequest.Of(version);
        return new VersionResponse
        {
            Id = version.PublicId,
            Number = version.Number,
            State = EnumText.Of(version.State),
            Achievement = version.IsPublished ? options.Address(AchievementDocuments.PathOf(version)) : null,
            PublishedAt = version.PublishedAt,
            ContentSha256 = version.ContentSha256,
            HasPicture = version.ImageId is not null,
            AchievementType = version.AchievementType,
            ValidMonths = version.ValidMonths,
            Language = Web.Language.French.Code(),
            Name = version.French.Name,
            ShortName = version.French.ShortName,
            Description = version.French.Description,
            EmployerSentence = version.French.EmployerSentence,
            PlainSentence = version.French.PlainSentence,
            ImageAlt = version.French.ImageAlt,
            Criteria = [.. version.Criteria.Select(CriterionResponse.From)],
            Evidence = [.. (request.Evidence ?? []).OfType<EvidenceRequest>()],
            Alignments = [.. (request.Alignments ?? []).OfType<AlignmentRequest>()],
            Translations = request.Translations,
        };
    }
}

/// <summary>A criterion; awards name it by its position.</summary>
public sealed record CriterionResponse(int Position, string Text, bool Mandatory)
{
    public static CriterionResponse From(BadgeCriterion criterion) =>
        new(criterion.Position, criterion.French, criterion.IsMandatory);
}

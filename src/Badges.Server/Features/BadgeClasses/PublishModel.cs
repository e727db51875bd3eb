using Badges.Server.Web.Components;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>What the page before publishing shows: what is still missing, or the question.</summary>
public sealed record PublishModel
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required int Number { get; init; }
    public string? PictureUrl { get; init; }
    public required string ImageAlt { get; init; }
    public required IReadOnlyList<FieldError> Missing { get; init; }

    public static PublishModel Of(Badge badge, BadgeVersion draft, IReadOnlyList<FieldFault> missing) => new()
    {
        Slug = badge.Slug,
        Name = draft.French.Name,
        Number = draft.Number,
        PictureUrl = draft.ImageId is null ? null : BadgeFormPages.DraftPicturePathOf(badge.Slug, draft),
        ImageAlt = draft.French.ImageAlt,

        // The fields stand on another page: the summary names them without a link.
        Missing = [.. missing.Select(fault => new FieldError(null, fault.French))],
    };
}

/// <summary>What the page before retiring shows.</summary>
public sealed record RetireModel(string Slug, string Name);

namespace Badges.Server.Web.Components;

/// <summary>A badge as it is shown among others: picture first, name second, structure third.</summary>
public sealed record BadgeCardModel
{
    public required string Name { get; init; }
    public required string PictureUrl { get; init; }
    public required string Href { get; init; }

    /// <summary>Empty when the name beside says the same, which is the usual case.</summary>
    public string PictureAlt { get; init; } = "";

    public string? StructureName { get; init; }

    /// <summary>One more line, for example « Remis le 1er février 2026 ».</summary>
    public string? Note { get; init; }

    /// <summary>A state in one or two words, for example « Brouillon ».</summary>
    public string? Tag { get; init; }

    public Tone TagTone { get; init; } = Tone.Neutral;
}

namespace Badges.Server.Features.BadgeClasses;

/// <summary>
/// The words of one version in one language. A draft may still lack some of them; then they are empty.
/// </summary>
public sealed record BadgeText
{
    public required string Name { get; init; }

    /// <summary>Fits on the picture.</summary>
    public required string ShortName { get; init; }

    public required string Description { get; init; }
    public required string EmployerSentence { get; init; }

    /// <summary>Said to the person, in plain words.</summary>
    public required string PlainSentence { get; init; }

    public required string ImageAlt { get; init; }
}

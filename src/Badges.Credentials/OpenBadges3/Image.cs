namespace Badges.Credentials.OpenBadges3;

/// <summary>A picture by its address; a closed class (Open Badges 3.0, Image).</summary>
public sealed record Image
{
    public required string Id { get; init; }

    public string Type { get; } = "Image";

    /// <summary>The text that stands for the picture.</summary>
    public string? Caption { get; init; }
}

using Badges.Imaging.Png;

namespace Badges.Imaging.Uploads;

/// <summary>What <see cref="UploadedPng.Check"/> found.</summary>
public sealed record UploadCheck
{
    /// <summary>The file to keep, without texts and camera data; null when the picture is refused.</summary>
    public byte[]? Clean { get; init; }

    /// <summary>Width in pixels, 0 when it could not be read.</summary>
    public int Width { get; init; }

    /// <summary>Height in pixels, 0 when it could not be read.</summary>
    public int Height { get; init; }

    /// <summary>The first offence.</summary>
    public UploadFault Fault { get; init; }

    /// <summary>What is wrong with the file when <see cref="Fault"/> is <see cref="UploadFault.Damaged"/>.</summary>
    public PngFault Damage { get; init; }
}

namespace Badges.Credentials.Verification;

/// <summary>The issuer's own picture of a badge, as it was found. It may carry somebody's record, and an SVG may carry
/// more than a drawing: whoever shows it cleans it first.</summary>
public sealed record IssuerPicture
{
    /// <summary>Where it stands; null when the record holds the picture itself.</summary>
    public string? Address { get; init; }

    /// <summary><c>image/png</c> or <c>image/svg+xml</c>, told by its bytes.</summary>
    public required string MediaType { get; init; }

    /// <summary>At most <see cref="Submission.MaximumPictureBytes"/>.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Whether it comes from the stores of this service.</summary>
    public bool IsOwn { get; init; }
}

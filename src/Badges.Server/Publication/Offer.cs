namespace Badges.Server.Publication;

/// <summary>
/// One form in which something can be had. Lists of offers begin with the one that programs get unasked.
/// </summary>
public sealed record Offer
{
    /// <summary>The page for people; it is never chosen through a wildcard.</summary>
    public static readonly Offer Page = new() { MediaType = "text/html" };

    public required string MediaType { get; init; }

    /// <summary>Not chosen through <c>*/*</c> or <c>application/*</c>.</summary>
    public bool IsOnlyForThoseWhoNameIt { get; init; }

    public static Offer Of(string mediaType) => new() { MediaType = mediaType };
}

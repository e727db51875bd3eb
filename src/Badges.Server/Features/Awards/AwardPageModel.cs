using Badges.Server.Web.Components;

namespace Badges.Server.Features.Awards;

/// <summary>One award, as the encadrant who hands it over sees it.</summary>
public sealed record AwardPageModel
{
    public required AwardDetails Details { get; init; }

    /// <summary>The public page, with host: what is shared.</summary>
    public required string Url { get; init; }

    public required string Path { get; init; }
    public string? PrintedCode { get; init; }
    public bool WasJustAwarded { get; init; }
    public bool WasJustRevoked { get; init; }
    public RevocationForm Form { get; init; } = new();
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    public static AwardPageModel Of(AwardDetails details, AwardAddresses addresses) => new()
    {
        Details = details,
        Url = addresses.Credential(details.Award.PublicId),
        Path = AwardAddresses.PathOf(details.Award.PublicId),
        PrintedCode = details.Award.CardCode is { } code ? CardCode.Print(code) : null,
    };
}

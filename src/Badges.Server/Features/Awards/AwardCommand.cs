using Badges.Server.Callers;
using Badges.Server.Features.Recipients;

namespace Badges.Server.Features.Awards;

/// <summary>One badge for one person, as a page or a program asks for it.</summary>
public sealed record AwardCommand
{
    public required Caller Caller { get; init; }

    /// <summary>The badge's slug, or the public id of one of its versions.</summary>
    public required string BadgeClass { get; init; }

    /// <summary>The structure's slug; may be absent for a caller who belongs to one only.</summary>
    public string? Organization { get; init; }

    public required RecipientInput Recipient { get; init; }

    /// <summary>The criteria that were observed, by position from 1 or by their text; null: all of them.</summary>
    public IReadOnlyList<string>? Criteria { get; init; }

    public IReadOnlyList<EvidenceInput> Evidence { get; init; } = [];
    public DateOnly? ObservedOn { get; init; }

    /// <summary>The last day on which the badge holds.</summary>
    public DateOnly? Expires { get; init; }

    public IdentityKind Identity { get; init; }

    /// <summary>Somebody was asked, and agreed, that the public sentences can be read by everybody for ever.</summary>
    public bool ConfirmPublicText { get; init; }

    public AwardSource Source { get; init; }

    /// <summary>Names this very request, so that sending it twice awards once.</summary>
    public RequestMark? Mark { get; init; }
}

/// <summary>The caller's own name for a request, and what the request said.</summary>
public sealed record RequestMark(string Key, string BodySha256);

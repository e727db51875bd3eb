using Badges.Server.Storage;

namespace Badges.Server.Features.Awards;

/// <summary>An award as its own structure's programs see it, with the address of each form.</summary>
public sealed record AwardResponse
{
    public required string Id { get; init; }
    public required string BadgeClass { get; init; }
    public required string BadgeVersion { get; init; }
    public required string BadgeName { get; init; }
    public required string Organization { get; init; }
    public required RecipientResponse Recipient { get; init; }
    public required string Identity { get; init; }
    public DateOnly? ObservedOn { get; init; }
    public required DateTimeOffset AwardedAt { get; init; }
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Absent in lists.</summary>
    public IReadOnlyList<ObservedCriterion>? Criteria { get; init; }

    /// <summary>Absent in lists.</summary>
    public IReadOnlyList<EvidenceResponse>? Evidence { get; init; }

    /// <summary>The public page, and the identifier of the OB 3.0 credential.</summary>
    public required string Url { get; init; }

    public required string Png { get; init; }
    public required string Svg { get; init; }

    /// <summary>The OB 3.0 credential with its embedded proof.</summary>
    public required string Json { get; init; }

    /// <summary>The OB 3.0 credential as a JSON Web Token.</summary>
    public required string Jwt { get; init; }

    /// <summary>The hosted assertion of Open Badges 2.0.</summary>
    public required string Assertion { get; init; }

    /// <summary>The signed assertion of Open Badges 2.0.</summary>
    public required string SignedAssertion { get; init; }

    public CardResponse? Card { get; init; }
    public RevocationResponse? Revoked { get; init; }

    /// <summary>The key that signed it was in somebody else's hands at that time.</summary>
    public DateTimeOffset? KeyCompromisedSince { get; init; }
}

public sealed record RecipientResponse(
    Guid Id, string? GivenName, string? FamilyName, string? Email, string? Reference);

public sealed record EvidenceResponse(string? Name, string? Narrative, string? Url, string Visibility, string Sha256);

public sealed record CardResponse(string Code, string Url);

public sealed record RevocationResponse(DateTimeOffset At, string? Reason);

/// <summary>One page of awards; <c>nextCursor</c> is absent on the last.</summary>
public sealed record AwardListResponse(IReadOnlyList<AwardResponse> Awards, string? NextCursor);

/// <summary>Writes awards for programs.</summary>
public sealed class AwardResponses(AwardAddresses addresses)
{
    public AwardResponse From(AwardDetails details) => From(details.Award) with
    {
        Criteria = details.Criteria,
        Evidence =
        [
            .. details.Evidence.Select(item => new EvidenceResponse(
                item.Name, item.Narrative, item.Url, EnumText.Of(item.Visibility), item.Sha256)),
        ],
        KeyCompromisedSince = details.CompromisedSince,
    };

    public AwardResponse From(AwardView view)
    {
        var url = addresses.Credential(view.PublicId);
        var assertion = addresses.Assertion(view.OrganizationSlug, view.PublicId);
        return new AwardResponse
        {
            Id = view.PublicId,
            BadgeClass = view.BadgeSlug,
            BadgeVersion = view.VersionPublicId,
            BadgeName = view.BadgeName,
            Organization = view.OrganizationSlug,
            Recipient = new RecipientResponse(
                view.RecipientId, view.GivenName, view.FamilyName, view.Email, view.OwnReference),
            Identity = EnumText.Of(view.IdentityKind),
            ObservedOn = view.ObservedFrom,
            AwardedAt = view.AwardedAt,
            ValidUntil = view.ValidUntil,
            Url = url,
            Png = url + ".png",
            Svg = url + ".svg",
            Json = url + ".json",
            Jwt = url + ".jwt",
            Assertion = assertion,
            SignedAssertion = assertion + ".jws",
            Card = view.CardCode is { } code ? new CardResponse(CardCode.Print(code), addresses.Card(code)) : null,
            Revoked = view is { EndedAt: { } at, EndKind: AwardEnd.Revoked or AwardEnd.Superseded }
                ? new RevocationResponse(at, view.EndReason)
                : null,
        };
    }
}

using System.Text.Json;
using Badges.Server.Callers;
using Badges.Server.Features.Accounts;
using Badges.Server.Features.Recipients;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.Awards;

/// <summary>What a program sends to award a badge.</summary>
public sealed record AwardRequest
{
    /// <summary>The badge's slug, or the id of one of its versions.</summary>
    public string? BadgeClass { get; init; }

    /// <summary>The structure's slug; the network's keys must name one.</summary>
    public string? Organization { get; init; }

    public AwardRecipientRequest? Recipient { get; init; }

    /// <summary>The criteria observed, by position from 1 or by text; absent: all of them.</summary>
    public IReadOnlyList<JsonElement>? Criteria { get; init; }

    public IReadOnlyList<AwardEvidenceRequest>? Evidence { get; init; }
    public DateOnly? ObservedOn { get; init; }

    /// <summary>The last day on which the badge holds.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary><c>secret</c> or <c>email</c>.</summary>
    public string? Identity { get; init; }

    public bool? ConfirmPublicText { get; init; }

    public IReadOnlyDictionary<string, string[]> Check(Language language)
    {
        var checks = new AwardInputChecks(language);
        checks.Badge(BadgeClass);
        checks.Recipient(Recipient?.GivenName, Recipient?.FamilyName, Recipient?.Email, Recipient?.Reference);
        for (var index = 0; index < (Evidence?.Count ?? 0); index++)
        {
            checks.Evidence(index, Evidence?[index] ?? new AwardEvidenceRequest());
        }

        if (Evidence?.Count > AwardInputChecks.MostEvidence)
        {
            checks.Add("evidence", "Vingt preuves au plus.", "Twenty items of evidence at most.");
        }

        if (Criteria?.Any(each => each.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) == true)
        {
            checks.Add("criteria", "Des numéros ou des textes de critères.", "Numbers or texts of criteria.");
        }

        if (Identity is not null && EnumText.TryParse<IdentityKind>(Identity) is null)
        {
            checks.Add("identity", "« secret » ou « email ».", "\"secret\" or \"email\".");
        }

        return checks.Errors;
    }

    public AwardCommand ToCommand(Caller caller, RequestMark? mark) => new()
    {
        Caller = caller,
        BadgeClass = BadgeClass ?? "",
        Organization = Organization,
        Recipient = new RecipientInput
        {
            Id = Recipient?.Id,
            GivenName = AwardInputChecks.Trim(Recipient?.GivenName),
            FamilyName = AwardInputChecks.Trim(Recipient?.FamilyName),
            Email = AwardInputChecks.Trim(Recipient?.Email) is { } email ? EmailAddress.Normalize(email) : null,
            Reference = AwardInputChecks.Trim(Recipient?.Reference),
        },
        Criteria = Criteria is null ? null : [.. Criteria.Select(each => each.ToString())],
        Evidence = [.. (Evidence ?? []).Select(each => each.ToInput())],
        ObservedOn = ObservedOn,
        Expires = Expires,
        Identity = EnumText.TryParse<IdentityKind>(Identity) ?? IdentityKind.Secret,
        ConfirmPublicText = ConfirmPublicText ?? false,
        Source = AwardSource.Api,
        Mark = mark,
    };
}

public sealed record AwardRecipientRequest
{
    /// <summary>The id that an earlier answer gave.</summary>
    public Guid? Id { get; init; }

    public string? GivenName { get; init; }
    public string? FamilyName { get; init; }
    public string? Email { get; init; }

    /// <summary>The structure's own reference for the person.</summary>
    public string? Reference { get; init; }
}

public sealed record AwardEvidenceRequest
{
    public string? Name { get; init; }
    public string? Narrative { get; init; }
    public string? Url { get; init; }

    /// <summary><c>private</c>, the default, or <c>public</c>.</summary>
    public string? Visibility { get; init; }

    public bool IsPublic => Visibility == EnumText.Of(EvidenceVisibility.Public);

    public EvidenceInput ToInput() => new()
    {
        Name = AwardInputChecks.Trim(Name),
        Narrative = AwardInputChecks.Trim(Narrative),
        Url = AwardInputChecks.Trim(Url),
        Visibility = EnumText.TryParse<EvidenceVisibility>(Visibility) ?? EvidenceVisibility.Private,
    };
}

using Badges.Credentials.Verification;
using Badges.Server.Features.Organizations;

namespace Badges.Server.Features.Registry;

/// <summary>What our own registry says of a structure: its identifiers, and when the network recognised it.</summary>
public sealed record RegisteredStructure
{
    public required Organization Organization { get; init; }
    public required IReadOnlyList<OrganizationPeriod> Periods { get; init; }

    /// <summary>The DID that it signs under.</summary>
    public required string Did { get; init; }

    /// <summary>Its identifier in Open Badges 2.0, and those of former addresses.</summary>
    public IReadOnlyList<string> OtherIds { get; init; } = [];

    /// <summary>Its periods in the order of time; none reaches the day on which it closed.</summary>
    public IReadOnlyList<RecognisedPeriod> Recognised =>
    [
        .. Periods
            .Select(period => new RecognisedPeriod(period.RecognisedFrom, EndOf(period)))
            .Where(period => !(period.To < period.From))
            .OrderBy(period => period.From),
    ];

    public RegisteredIssuer AsIssuer() => new()
    {
        Name = Organization.Name,
        LegalName = Organization.LegalName,
        Ids = [Did, .. OtherIds],
        Periods = Recognised,
        ClosedOn = Organization.ClosedOn,
    };

    private DateOnly? EndOf(OrganizationPeriod period) =>
        Organization.ClosedOn?.AddDays(-1) is { } last && !(period.RecognisedTo < last) ? last : period.RecognisedTo;
}

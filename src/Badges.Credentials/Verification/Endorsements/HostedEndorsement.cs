using System.Text.Json;
using Badges.Credentials.Verification.Assertions;

namespace Badges.Credentials.Verification.Endorsements;

/// <summary>What somebody else says, at an address of their own, about an assertion, its badge class or its issuer.
/// Open Badges 2.0, Endorsement.</summary>
/// <param name="Endorsed">The identifier of what it stands in.</param>
/// <param name="Address">Where it is; null when that is not said.</param>
internal sealed record HostedEndorsement(string? Endorsed, string? Address)
{
    /// <summary>More than these are not looked at: each costs two documents or more.</summary>
    public const int Maximum = 4;

    /// <summary>All endorsements that an assertion names, itself, in its badge class and in its issuer's
    /// profile.</summary>
    public static IReadOnlyList<HostedEndorsement> In(AssertionChain chain) =>
    [
        .. In(chain.Assertion, chain.Assertion is { } assertion ? JsonStrings.TryGet(assertion, "id") : null),
        .. In(chain.BadgeClass.Json, chain.BadgeClass.Id),
        .. In(chain.Profile.Json, chain.Profile.Id),
    ];

    private static IEnumerable<HostedEndorsement> In(JsonElement? place, string? endorsed) =>
        place is { } json
            ? JsonValues.All(json, "endorsement").Select(each => new HostedEndorsement(endorsed, JsonValues.IdOf(each)))
            : [];
}

using System.Text.Json.Serialization;

namespace Badges.Credentials.OpenBadges2;

/// <summary>A badge of one recipient, hosted or signed (Open Badges 2.0, Assertion).</summary>
public sealed record Assertion
{
    public string Type { get; } = "Assertion";

    /// <summary>Hosted: the address it is served at. Signed: a version-4 <c>urn:uuid:</c>.</summary>
    public required string Id { get; init; }

    public required IdentityObject Recipient { get; init; }

    /// <summary>The address of the BadgeClass.</summary>
    public required string Badge { get; init; }

    public required VerificationObject Verification { get; init; }

    public required DateTimeOffset IssuedOn { get; init; }

    public DateTimeOffset? Expires { get; init; }

    /// <summary>The address of the baked picture.</summary>
    public string? Image { get; init; }

    public string? Narrative { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What is served, or signed.</summary>
    public string ToJson() => CredentialJson.Document(OpenBadges2Context.Address, this);

    /// <summary>What stands at the address of a hosted assertion that was revoked, with status 410.</summary>
    public static string RevokedJson(string id, string reason) =>
        CredentialJson.Document(OpenBadges2Context.Address, new RevokedAssertion(id, reason));

    private sealed record RevokedAssertion(
        [property: JsonPropertyOrder(1)] string Id,
        [property: JsonPropertyOrder(3)] string RevocationReason)
    {
        [JsonPropertyOrder(0)]
        public string Type { get; } = "Assertion";

        [JsonPropertyOrder(2)]
        public bool Revoked { get; } = true;
    }
}

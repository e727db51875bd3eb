using System.Text.Json;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Verification.Endorsements;

/// <summary>What somebody else signed about a badge, its achievement or its issuer. Open Badges 3.0,
/// EndorsementCredential.</summary>
/// <param name="Endorsed">The identifier of what it stands in.</param>
/// <param name="Credential">Null when it cannot be read.</param>
internal sealed record Endorsement(string? Endorsed, SignedCredential? Credential)
{
    /// <summary>More than these are not looked at: each costs documents.</summary>
    public const int Maximum = 8;

    /// <summary>All endorsements that a credential carries, in itself, its achievement and its issuer.</summary>
    public static IReadOnlyList<Endorsement> In(VerifiableCredential credential) =>
    [
        .. In(credential.Json), .. In(credential.Achievement), .. In(credential.Issuer),
    ];

    private static IEnumerable<Endorsement> In(JsonElement? place)
    {
        if (place is not { ValueKind: JsonValueKind.Object } json)
        {
            return [];
        }

        var endorsed = JsonStrings.TryGet(json, "id");
        return JsonValues.All(json, "endorsement").Select(each => new Endorsement(endorsed, OfJson(each)))
            .Concat(JsonValues.All(json, "endorsementJwt").Select(each => new Endorsement(endorsed, OfToken(each))));
    }

    private static SignedCredential? OfJson(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object ? SignedCredential.OfJson(value) : null;

    private static SignedCredential? OfToken(JsonElement value) =>
        JsonStrings.TryGet(value) is { } text && Jws.TryRead(text) is { } jws
        && StrictJson.TryParse(jws.Payload, out _) is { ValueKind: JsonValueKind.Object } claims
            ? SignedCredential.OfToken(jws, claims)
            : null;
}

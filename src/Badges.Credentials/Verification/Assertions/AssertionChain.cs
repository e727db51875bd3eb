using System.Text.Json;
using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.Assertions;

/// <summary>
/// An Open Badges 2.0 assertion and the objects it hangs on: badge class, issuer profile, key, revocation list. A
/// hosted assertion is the one that stands at its address; the copy that was handed in only says where. Open Badges
/// 2.0, Verification.
/// </summary>
internal sealed record AssertionChain
{
    /// <summary>Whether it is verified at its address.</summary>
    public required bool IsHosted { get; init; }

    /// <summary>The assertion that is judged; null when it could not be fetched or is withdrawn.</summary>
    public JsonElement? Assertion { get; init; }

    /// <summary>What stood at the address of a hosted assertion.</summary>
    public DocumentRead? Hosted { get; init; }

    /// <summary>Whether its own address says that it was taken back.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The reason given for it.</summary>
    public string? WithdrawalReason { get; init; }

    /// <summary>Whether the copy that was handed in says something else than the one at the address.</summary>
    public bool CopyDiffers { get; init; }

    public LinkedObject BadgeClass { get; init; } = new();

    public LinkedObject Profile { get; init; } = new();

    /// <summary>The key of a signed assertion.</summary>
    public LinkedObject Key { get; init; } = new();

    /// <summary>The revocation list that the issuer's profile names; null when it names none.</summary>
    public DocumentRead? RevocationList { get; init; }

    /// <summary>Whether what stands at the address is an assertion of Open Badges 1.0 or 1.1.</summary>
    public bool IsOldFormat => Assertion is { } assertion
        && JsonValues.Member(assertion, "verification") is null && JsonValues.Member(assertion, "verify") is not null;

    /// <summary>The identifier of the issuer: where its profile stands.</summary>
    public string? IssuerId => Profile.Id;

    /// <summary>Follows the chain as far as the documents lead.</summary>
    public static AssertionChain Follow(ParsedCredential parsed, DocumentSet documents) =>
        parsed.Format is CredentialFormat.OpenBadges2Hosted && parsed.HostedAddress is { } address
            ? FollowHosted(parsed, address, documents)
            : FollowLinks(new() { IsHosted = false, Assertion = AssertionNames.InFull(parsed.Json) }, documents);

    /// <summary>The endorsement at an address, as an assertion that hangs on its issuer's profile alone.</summary>
    public static AssertionChain FollowEndorsement(string address, DocumentSet documents)
    {
        var chain = ReadHosted(address, documents);
        return chain.Assertion is { } endorsement
            ? chain with { Profile = LinkedObject.Follow(JsonValues.Member(endorsement, "issuer"), documents) }
            : chain;
    }

    private static AssertionChain FollowHosted(ParsedCredential parsed, string address, DocumentSet documents)
    {
        var chain = ReadHosted(address, documents);
        return FollowLinks(
            chain with
            {
                CopyDiffers = chain.Assertion is { } assertion && parsed.Json.ValueKind is JsonValueKind.Object
                    && !JsonElement.DeepEquals(AssertionNames.InFull(parsed.Json), assertion),
            },
            documents);
    }

    private static AssertionChain ReadHosted(string address, DocumentSet documents)
    {
        var hosted = documents.Get(address);
        var chain = new AssertionChain { IsHosted = true, Hosted = hosted };
        var isGone = hosted.Document is { Outcome: FetchOutcome.Fetched, Status: 410 };
        var answer = hosted.Read ?? (isGone ? StrictJson.TryParse(hosted.Document!.Body, out _) : null);
        var isTakenBack = answer is { } said
            && JsonValues.Member(said, "revoked") is { ValueKind: JsonValueKind.True };
        if (isGone || isTakenBack)
        {
            return chain with
            {
                IsWithdrawn = true,
                WithdrawalReason = answer is { } last ? JsonStrings.TryGet(last, "revocationReason") : null,
            };
        }

        return answer is { ValueKind: JsonValueKind.Object } assertion
            ? chain with { Assertion = AssertionNames.InFull(assertion) }
            : chain;
    }

    private static AssertionChain FollowLinks(AssertionChain chain, DocumentSet documents)
    {
        if (chain.Assertion is not { ValueKind: JsonValueKind.Object } assertion || chain.IsOldFormat)
        {
            return chain;
        }

        var badgeClass = LinkedObject.Follow(JsonValues.Member(assertion, "badge"), documents);
        var profile = badgeClass.Json is { } json
            ? LinkedObject.Follow(JsonValues.Member(json, "issuer"), documents)
            : new();
        var linked = chain with { BadgeClass = badgeClass, Profile = profile };
        return chain.IsHosted ? linked : linked with
        {
            Key = LinkedObject.Follow(KeyOf(assertion, profile.Json), documents),
            RevocationList = profile.Json is { } issuer
                && JsonValues.IdOf(JsonValues.Member(issuer, "revocationList")) is { } list
                ? documents.Get(list)
                : null,
        };
    }

    /// <summary>The key that the assertion names, or the only one of its issuer.</summary>
    private static JsonElement? KeyOf(JsonElement assertion, JsonElement? profile) =>
        JsonValues.Member(assertion, "verification") is { } verification
        && JsonValues.Member(verification, "creator") is { } creator
            ? creator
            : profile is { } issuer && JsonValues.All(issuer, "publicKey") is [var only] ? only : null;
}

using System.Text.Json;

namespace Badges.Credentials.Verification.Assertions;

/// <summary>The names that the members of an assertion go by. The context of Open Badges 2.0 defines <c>verify</c> as
/// another name of <c>verification</c>: Moodle writes it.</summary>
internal static class AssertionNames
{
    public static readonly HashSet<string> Contexts =
    [
        "https://w3id.org/openbadges/v2",
        "https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld",
        "https://openbadgespec.org/v2/context.json",
    ];

    /// <summary>The assertion with the name that the standard itself uses.</summary>
    public static JsonElement InFull(JsonElement assertion) =>
        JsonValues.Strings(assertion, "@context").Any(Contexts.Contains)
        && JsonValues.Member(assertion, "verification") is null
        && JsonValues.Member(assertion, "verify") is { ValueKind: JsonValueKind.Object } verify
            ? JsonMembers.WithLast(assertion, "verification", verify)
            : assertion;
}

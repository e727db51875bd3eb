using System.Text.Json;
using System.Text.RegularExpressions;
using Badges.Credentials.Contexts;

namespace Badges.Credentials.Verification.Steps;

/// <summary>
/// The words of the record mean what the standard says. Where only the RDF is signed, a member under another name would
/// keep the signature and lose its meaning for everybody who reads the JSON: such names are refused (VERDICTS of the
/// samples, c1 to c8). Open Badges 3.0, section B.1.1; Open Badges 2.0, JSON-LD.
/// </summary>
internal static partial class CheckContext
{
    private static readonly HashSet<string> OpenBadges2 =
    [
        "https://w3id.org/openbadges/v2",
        "https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld",
        "https://openbadgespec.org/v2/context.json",
    ];

    public static Check Run(VerificationCase facts)
    {
        if (facts.NothingToJudge(CheckIds.Context) is { } nothing)
        {
            return nothing;
        }

        return facts.Assertion is { Assertion: { } assertion }
            ? JudgeAssertion(assertion)
            : JudgeCredential(facts.Parsed.Json, facts);
    }

    private static Check JudgeAssertion(JsonElement assertion) =>
        JsonValues.Strings(assertion, "@context").Any(OpenBadges2.Contains)
            ? Check.Passed(CheckIds.Context)
            : Check.Failed(CheckIds.Context, CheckCodes.ContextMissing, "https://w3id.org/openbadges/v2");

    private static Check JudgeCredential(JsonElement credential, VerificationCase facts)
    {
        var contexts = JsonValues.All(credential, "@context");
        var first = contexts.Count > 0 ? JsonStrings.TryGet(contexts[0]) : null;
        var second = contexts.Count > 1 ? JsonStrings.TryGet(contexts[1]) : null;
        if (first is not (KnownContexts.DataModel2 or KnownContexts.DataModel1))
        {
            return Check.Failed(CheckIds.Context, CheckCodes.ContextMissing, KnownContexts.DataModel2);
        }

        if (second is null || !OpenBadges3().IsMatch(second))
        {
            return Check.Failed(CheckIds.Context, CheckCodes.ContextMissing, KnownContexts.OpenBadges3);
        }

        if (facts.Parsed.Format is CredentialFormat.OpenBadges3Embedded
            && facts.EmbeddedProofs.Any(proof => proof.SignsRdf))
        {
            return FindDisguise(credential) ?? JudgeAddresses(credential);
        }

        var others = contexts.Skip(2).Where(
            each => !KnownContexts.All.Contains(JsonStrings.TryGet(each) ?? string.Empty));
        return others.Aggregate(
            Check.Passed(CheckIds.Context),
            (check, other) => check.Saying(CheckCodes.ContextOwn, JsonStrings.TryGet(other) ?? "{…}"));
    }

    /// <summary>The first member that could mean something else than it says.</summary>
    private static Check? FindDisguise(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Array)
        {
            return value.EnumerateArray().Select(FindDisguise).FirstOrDefault(fault => fault is not null);
        }

        if (value.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (member.Name == "@context")
            {
                if (JsonValues.All(value, "@context").Any(each => each.ValueKind is not JsonValueKind.String))
                {
                    return Check.Failed(CheckIds.Context, CheckCodes.ContextInline);
                }

                continue;
            }

            if (member.Name.StartsWith('@') || member.Name.Contains(':', StringComparison.Ordinal))
            {
                return Check.Failed(CheckIds.Context, CheckCodes.MemberDisguised, member.Name);
            }

            if (FindDisguise(member.Value) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static Check JudgeAddresses(JsonElement credential) =>
        AddressesIn(credential).FirstOrDefault(address => !KnownContexts.All.Contains(address)) is { } unknown
            ? Check.NotRun(CheckIds.Context, CheckCodes.ContextUnknown, unknown)
            : Check.Passed(CheckIds.Context);

    private static IEnumerable<string> AddressesIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(AddressesIn),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member =>
            member.Name == "@context" ? JsonValues.Strings(member.Value) : AddressesIn(member.Value)),
        _ => [],
    };

    [GeneratedRegex(
        @"\Ahttps://purl\.imsglobal\.org/spec/ob/v3p0/(context(-3\.\d\.\d)*\.json|context/ob_v3p0\.jsonld)\z")]
    private static partial Regex OpenBadges3();
}

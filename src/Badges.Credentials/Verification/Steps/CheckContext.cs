using System.Text.Json;
using System.Text.RegularExpressions;
using Badges.Credentials.Contexts;
using Badges.Credentials.Verification.Assertions;

namespace Badges.Credentials.Verification.Steps;

/// <summary>
/// The words of the record mean what the standard says. Open Badges 3.0, section B.1.1; Open Badges 2.0, JSON-LD.
/// </summary>
internal static partial class CheckContext
{
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
        JsonValues.Strings(assertion, "@context").Any(AssertionNames.Contexts.Contains)
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

        if (facts.Parsed.Signed is { IsHeldByRdf: true } signed)
        {
            return signed.Meaning;
        }

        var others = contexts.Skip(2).Where(
            each => !KnownContexts.All.Contains(JsonStrings.TryGet(each) ?? string.Empty));
        return others.Aggregate(
            Check.Passed(CheckIds.Context),
            (check, other) => check.Saying(CheckCodes.ContextOwn, JsonStrings.TryGet(other) ?? "{…}"));
    }

    [GeneratedRegex(
        @"\Ahttps://purl\.imsglobal\.org/spec/ob/v3p0/(context(-3\.\d\.\d)*\.json|context/ob_v3p0\.jsonld)\z")]
    private static partial Regex OpenBadges3();
}

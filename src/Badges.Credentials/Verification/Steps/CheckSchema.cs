using System.Text.Json;
using Badges.Credentials.Schemas;

namespace Badges.Credentials.Verification.Steps;

/// <summary>The record has the members that the standard asks for, of the right kinds. Open Badges 3.0, section 9.1;
/// Open Badges 2.0, data classes and extensions.</summary>
internal static class CheckSchema
{
    private const int Shown = 3;

    public static Check Run(VerificationCase facts)
    {
        if (facts.NothingToJudge(CheckIds.Schema) is { } nothing)
        {
            return nothing;
        }

        if (facts.Assertion is not { Assertion: { } assertion } chain)
        {
            return facts.Parsed.Signed?.Schema
                ?? Judge(OpenBadgeSchemas.AchievementCredential, facts.Parsed.Json);
        }

        var check = Judge(OpenBadgeSchemas.Assertion, assertion);
        if (check.HasFailed)
        {
            return check;
        }

        if (FindBadExtension(assertion) is { } fault)
        {
            return fault;
        }

        if (chain.BadgeClass.Problem(CheckIds.Schema, CheckCodes.NoBadgeClass) is { } problem)
        {
            return problem;
        }

        check = Judge(OpenBadgeSchemas.BadgeClass, chain.BadgeClass.Json!.Value).From(chain.BadgeClass.Source);
        return chain.BadgeClass.WasMoved
            ? check.Saying(CheckCodes.WasMoved, chain.BadgeClass.Id ?? string.Empty)
            : check;
    }

    /// <summary>The places of a document that a schema does not allow, as a check.</summary>
    public static Check Judge(JsonSchema schema, JsonElement document) => schema.Validate(document) switch
    {
        [] => Check.Passed(CheckIds.Schema),
        var violations => Check.Failed(
            CheckIds.Schema,
            CheckCodes.SchemaViolated,
            string.Join(", ", violations.Select(ShownPath).Distinct().Take(Shown))),
    };

    private static string ShownPath(SchemaViolation violation) => violation.Path.Length == 0 ? "/" : violation.Path;

    /// <summary>An extension brings its own context, and says that it is one.</summary>
    private static Check? FindBadExtension(JsonElement assertion)
    {
        foreach (var member in assertion.EnumerateObject())
        {
            if (member.Name.StartsWith("extensions:", StringComparison.Ordinal)
                && JsonValues.All(assertion, member.Name).Any(each => !IsExtension(each)))
            {
                return Check.Failed(CheckIds.Schema, CheckCodes.SchemaViolated, $"/{member.Name}");
            }
        }

        return null;
    }

    private static bool IsExtension(JsonElement value) =>
        JsonValues.Member(value, "@context") is not null
        && JsonValues.Strings(value, "type").ToList() is var types
        && types.Contains("Extension")
        && types.Exists(type => type.StartsWith("extensions:", StringComparison.Ordinal));
}

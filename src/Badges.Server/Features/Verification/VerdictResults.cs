using Badges.Credentials.Verification;
using Badges.Server.Web;
using Badges.Server.Web.Components;

namespace Badges.Server.Features.Verification;

/// <summary>What was measured, as the badge tells it: what was reached, and what was asked for.</summary>
public static class VerdictResults
{
    public static IReadOnlyList<KeyValue> Of(IReadOnlyList<ResultSummary> results, Language language) =>
    [
        .. results.Select(result => Of(result, language)).OfType<KeyValue>(),
    ];

    private static KeyValue? Of(ResultSummary result, Language language)
    {
        var isEnglish = language == Language.English;
        var reached = Join(result.AchievedLevel, result.Value) ?? result.Status;
        var asked = Join(result.RequiredLevel, result.RequiredValue);
        return reached is null
            ? null
            : new KeyValue(
                result.Name ?? result.ResultType ?? (isEnglish ? "Result" : "Résultat"),
                asked is null ? reached
                    : isEnglish ? $"{reached} (asked for: {asked})" : $"{reached} (demandé : {asked})");
    }

    private static string? Join(string? level, string? value) =>
        level is null || value is null || level == value ? level ?? value : $"{level}, {value}";
}

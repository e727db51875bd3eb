using System.Globalization;
using System.Text.Json;

namespace Badges.Credentials.Verification.Steps;

/// <summary>The evidence is what was signed for. What is claimed is said; what it links to is never fetched.</summary>
internal static class CheckEvidence
{
    private const int Shown = 3;
    private const int LongestName = 80;

    public static Check Run(VerificationCase facts)
    {
        var json = facts.Assertion?.Assertion ?? facts.Credential?.Json;
        return json is { ValueKind: JsonValueKind.Object } record
            && JsonValues.All(record, "evidence") is { Count: > 0 } evidence
            ? Check.NotRun(CheckIds.Evidence, CheckCodes.EvidenceNotRead, Claimed(evidence))
            : Check.NotApplicable(CheckIds.Evidence, CheckCodes.NoEvidence);
    }

    /// <summary>How many there are, and what the first are called.</summary>
    private static string Claimed(IReadOnlyList<JsonElement> evidence)
    {
        var names = evidence.Select(each => JsonStrings.TryGet(each, "name")).OfType<string>()
            .Where(name => name.Length is > 0 and <= LongestName).Take(Shown).ToList();
        var count = evidence.Count.ToString(CultureInfo.InvariantCulture);
        return names.Count == 0 ? count
            : $"{count} ({string.Join(", ", names)}{(names.Count < evidence.Count ? ", …" : string.Empty)})";
    }
}

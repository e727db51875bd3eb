using System.Text.Json;

namespace Badges.Credentials.Proofs;

/// <summary>Proofs that are made over other proofs of the same document. Data Integrity 1.0, sections 2.1.2 and
/// 4.5.</summary>
public static class ProofChain
{
    /// <summary>The proofs of a document, one or several.</summary>
    public static IReadOnlyList<JsonElement> ProofsOf(JsonElement document) =>
        document.ValueKind is not JsonValueKind.Object || !document.TryGetProperty("proof", out var proof) ? []
        : proof.ValueKind is JsonValueKind.Array ? [.. proof.EnumerateArray()]
        : [proof];

    /// <summary>The proofs that a proof names as made before it: none when it names none, null when one of them is not
    /// among those of the document or the names are not text.</summary>
    public static IReadOnlyList<JsonElement>? PreviousOf(JsonElement proof, IReadOnlyList<JsonElement> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        if (proof.ValueKind is not JsonValueKind.Object || !proof.TryGetProperty("previousProof", out var previous))
        {
            return [];
        }

        var names = previous.ValueKind is JsonValueKind.Array
            ? previous.EnumerateArray().Select(JsonStrings.TryGet).ToList()
            : [JsonStrings.TryGet(previous)];
        return names.Count == 0 || names.Contains(null) ? null : Find([.. names.OfType<string>()], all);
    }

    /// <summary>The proofs of these names, in the order of the document, or null when one is missing.</summary>
    internal static IReadOnlyList<JsonElement>? Find(
        IReadOnlyCollection<string> names, IReadOnlyList<JsonElement> all)
    {
        var found = all.Where(each => JsonStrings.TryGet(each, "id") is { } id && names.Contains(id)).ToList();
        return names.All(name => found.Exists(each => JsonStrings.TryGet(each, "id") == name)) ? found : null;
    }
}

using System.Text.Json;
using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.Assertions;

/// <summary>
/// An object that another one names: by its address, or embedded. What is embedded under an address is read at that address,
/// or anybody could speak for it.
/// </summary>
internal sealed record LinkedObject
{
    /// <summary>The identifier that it goes by.</summary>
    public string? Id { get; init; }

    /// <summary>The object; null when it was not found.</summary>
    public JsonElement? Json { get; init; }

    /// <summary>The document that it was read in, or was looked for in; null when nothing names it.</summary>
    public DocumentRead? Source { get; init; }

    /// <summary>Whether the document goes by another id than the one it was asked for under.</summary>
    public bool HasOtherId { get; init; }

    /// <summary>Whether it was found under another address than the one named.</summary>
    public bool WasMoved { get; init; }

    /// <summary>Follows the value of a member.</summary>
    public static LinkedObject Follow(JsonElement? value, DocumentSet documents)
    {
        if (JsonValues.IdOf(value) is not { } id)
        {
            return new();
        }

        var first = Read(id, documents);
        if (!first.HasOtherId || first.Json is not { } json || JsonStrings.TryGet(json, "id") is not { } declared)
        {
            return first;
        }

        // The address says that the object lives elsewhere: it is believed if the object says the same there.
        var second = Read(declared, documents);
        return second is { Json: not null, HasOtherId: false } || second.Source?.State is DocumentState.Missing
            ? second with { WasMoved = true }
            : first;
    }

    private static LinkedObject Read(string id, DocumentSet documents)
    {
        var read = documents.Get(id);
        var json = read.Read is { ValueKind: JsonValueKind.Object } found ? found : (JsonElement?)null;
        return new()
        {
            Id = id,
            Json = json,
            Source = read,
            HasOtherId = json is { } value
                && !(JsonStrings.TryGet(value, "id") is { } declared && WebAddress.AreSame(declared, id)),
        };
    }

    /// <summary>The check that needed the object and did not get it, or got another one; null when it is there.</summary>
    public Check? Problem(string checkId, string missingCode) => this switch
    {
        { Source: null } => Check.Failed(checkId, missingCode),
        { Json: null, Source: { } source } => Check.Without(checkId, source),
        { HasOtherId: true, Source: { } source } => Check.Failed(checkId, CheckCodes.IdDiffers, Id ?? string.Empty).From(source),
        _ => null,
    };
}

using System.Text.Json;
using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.Assertions;

/// <summary>
/// An object that another one names: by its address, or embedded. What is embedded under an address is read at that
/// address, or anybody could speak for it.
/// </summary>
internal sealed record LinkedObject
{
    /// <summary>The address that it was read at, which is what it is called by here, whatever it calls
    /// itself.</summary>
    public string? Id { get; init; }

    /// <summary>The object; null when it was not found.</summary>
    public JsonElement? Json { get; init; }

    /// <summary>The document that it was read in, or was looked for in; null when nothing names it.</summary>
    public DocumentRead? Source { get; init; }

    /// <summary>Whether the document calls itself by an address of another site than the one it stands at.</summary>
    public bool HasOtherId { get; init; }

    /// <summary>Whether it calls itself by another address than the one it was named by.</summary>
    public bool WasMoved { get; init; }

    /// <summary>Follows the value of a member.</summary>
    public static LinkedObject Follow(JsonElement? value, DocumentSet documents)
    {
        if (JsonValues.IdOf(value) is not { } id)
        {
            return new();
        }

        var first = Read(id, documents);
        if (first.Json is not { } json || JsonStrings.TryGet(json, "id") is not { } declared
            || WebAddress.AreSame(declared, id))
        {
            return first;
        }

        // The object says that it lives elsewhere: it is believed if it says the same there.
        var second = Read(declared, documents);
        if (second.Source?.State is DocumentState.Missing
            || (second.Json is { } there && JsonStrings.TryGet(there, "id") is { } repeated
                && WebAddress.AreSame(repeated, declared)))
        {
            return second with { WasMoved = true };
        }

        return first with { WasMoved = true, HasOtherId = !WebAddress.AreOnSameSite(id, declared) };
    }

    private static LinkedObject Read(string id, DocumentSet documents)
    {
        var read = documents.Get(id);
        return new()
        {
            Id = id,
            Json = read.Read is { ValueKind: JsonValueKind.Object } found ? found : null,
            Source = read,
        };
    }

    /// <summary>The check that needed the object and did not get it, or got another one; null when it is
    /// there.</summary>
    public Check? Problem(string checkId, string missingCode) => this switch
    {
        { Source: null } => Check.Failed(checkId, missingCode),
        { Json: null, Source: { } source } => Check.Without(checkId, source),
        { HasOtherId: true, Source: { } source } =>
            Check.Failed(checkId, CheckCodes.IdDiffers, Id ?? string.Empty).From(source),
        _ => null,
    };
}

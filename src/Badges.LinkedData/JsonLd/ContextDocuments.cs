using System.Collections.Frozen;
using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>
/// The closed set of context documents, by address: nothing else is ever looked up. What was processed once is kept, so
/// that the next document with the same contexts pays nothing for it. Immutable to its users and safe to use from
/// several threads at once.
/// </summary>
public sealed class ContextDocuments
{
    private readonly FrozenDictionary<string, JsonElement> _documents;
    private ActiveContext _initial = NewInitial();

    private ContextDocuments(FrozenDictionary<string, JsonElement> documents) => _documents = documents;

    /// <summary>The context that a document without options begins with. What was processed hangs on it; once there is
    /// too much of it, one begins anew.</summary>
    internal ActiveContext Initial
    {
        get
        {
            var initial = _initial;
            return initial.IsCacheFull ? _initial = NewInitial() : initial;
        }
    }

    /// <summary>Reads the documents: JSON in UTF-8, by absolute address.</summary>
    /// <exception cref="JsonException">One of them is not JSON.</exception>
    public static ContextDocuments Create(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return new(documents.ToFrozenDictionary(
            each => each.Key, each => JsonElement.Parse(each.Value.Span), StringComparer.Ordinal));
    }

    /// <summary>Whether there is a document at the address.</summary>
    public bool Contains(string address) => _documents.ContainsKey(address);

    /// <summary>The <c>@context</c> of the document at an address.</summary>
    internal JsonElement ContextAt(string address)
    {
        if (!_documents.TryGetValue(address, out var document))
        {
            throw new JsonLdException(JsonLdErrorCodes.LoadingRemoteContextFailed, address);
        }

        return document.ValueKind is JsonValueKind.Object && Words.Find(document, "@context"u8) is { } context
            ? context
            : throw new JsonLdException(JsonLdErrorCodes.InvalidRemoteContext, address);
    }

    private static ActiveContext NewInitial() => ActiveContext.Begin(null, ContextCache.Shared());
}

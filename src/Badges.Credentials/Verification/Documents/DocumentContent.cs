using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Badges.Credentials.Dids;
using Badges.Credentials.Proofs;
using Badges.Credentials.Status;

namespace Badges.Credentials.Verification.Documents;

/// <summary>What a document holds: JSON, or a token. It is worked out once for the bytes of a document, however often
/// they are looked at and by however many verifications.</summary>
internal sealed class DocumentContent
{
    /// <summary>The most bytes that a list is inflated to: 8 million positions.</summary>
    private const int MaximumListBytes = 1024 * 1024;

    private static readonly ConditionalWeakTable<object, DocumentContent> Known = [];

    private ListRead? _list;
    private ControllerDocument? _controller;

    private readonly Lazy<ParsedCredential?> _badge;

    private DocumentContent(FetchedDocument document)
    {
        var text = StrictJson.TryDecode(document.Body, out _);
        _badge = new(() => text is null ? null : CredentialParser.Parse(text).Credential);
        Json = text is null ? null : StrictJson.TryParse(text, out _);
        Jws = text is null || Json is not null ? null : Credentials.Proofs.Jws.TryRead(text);
        Signed = Json is { ValueKind: JsonValueKind.Object } json ? SignedCredential.OfJson(json)
            : Jws is not null && StrictJson.TryParse(Jws.Payload, out _) is { ValueKind: JsonValueKind.Object } claims
                ? SignedCredential.OfToken(Jws, claims)
                : null;
    }

    /// <summary>The document as JSON.</summary>
    public JsonElement? Json { get; }

    /// <summary>The document as a token.</summary>
    public CompactJws? Jws { get; }

    /// <summary>The document as a credential, if it is one.</summary>
    public SignedCredential? Signed { get; }

    /// <summary>The document as a badge, if it is one.</summary>
    public ParsedCredential? Badge => _badge.Value;

    /// <summary>The bits of the document, a status list whose encoded form is handed in; they are kept.</summary>
    public ListRead Inflate(string encodedList)
    {
        var known = _list;
        return known?.Encoded == encodedList ? known : _list = ListRead.Of(encodedList, MaximumListBytes);
    }

    /// <summary>The document as the one that says which keys speak for a subject. It is kept for one subject only:
    /// whoever asks writes the name.</summary>
    /// <param name="id">The subject, as it is called where the document was looked up.</param>
    public ControllerDocument? Controller(string id)
    {
        if (Json is not { ValueKind: JsonValueKind.Object } json)
        {
            return null;
        }

        var known = _controller;
        return known?.Id == id ? known : _controller = new(id, json);
    }

    public static DocumentContent Of(FetchedDocument document) =>
        Known.GetValue(KeyOf(document), _ => new DocumentContent(document));

    /// <summary>The array that is the body, which copies of the document share.</summary>
    private static object KeyOf(FetchedDocument document) =>
        MemoryMarshal.TryGetArray(document.Body, out var segment)
        && segment is { Array: { Length: > 0 } bytes } && segment.Count == bytes.Length
            ? bytes
            : document;
}

/// <summary>The bits of a status list, or why there are none.</summary>
internal sealed record ListRead(string Encoded, BitArrayRead? Bits, BitstringFault Fault)
{
    public static ListRead Of(string encoded, int maximumBytes) =>
        new(encoded, BitstringStatusList.TryDecode(encoded, maximumBytes, out var fault), fault);
}

using System.Runtime.CompilerServices;
using System.Text.Json;
using Badges.Credentials.Proofs;

namespace Badges.Credentials.Verification.Documents;

/// <summary>What a document holds: JSON, or a token. It is worked out once for each document, however often it is
/// looked at.</summary>
internal sealed class DocumentContent
{
    private static readonly ConditionalWeakTable<FetchedDocument, DocumentContent> Known = [];

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

    public static DocumentContent Of(FetchedDocument document) =>
        Known.GetValue(document, each => new DocumentContent(each));
}

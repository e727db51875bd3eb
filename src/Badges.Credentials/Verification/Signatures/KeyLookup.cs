using System.Text.Json;
using Badges.Credentials.Dids;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.Signatures;

/// <summary>The key that a proof names, and where it was found. Open Badges 3.0, section 8.5; Controlled Identifiers
/// 1.0, section 3.3.</summary>
internal sealed record KeyLookup
{
    /// <summary>The key; null when it was not found.</summary>
    public VerificationKey? Key { get; init; }

    /// <summary>Why there is no key.</summary>
    public string? Code { get; init; }

    /// <summary>Whether no later try can find it: the proof is wrong, not merely out of reach.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The identifier that the proof uses; null for a key that the proof itself brings along.</summary>
    public string? Identifier { get; init; }

    /// <summary>The controller that the key's own document names.</summary>
    public string? Controller { get; init; }

    /// <summary>Since when its document says that it is no longer to be used.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary>The document that it was found in, or was looked for in; null for a key made of a DID or brought
    /// along.</summary>
    public DocumentRead? Source { get; init; }

    /// <summary>The key of a token: the one of its header, or what its <c>kid</c> leads to (section 8.2.3).</summary>
    public static KeyLookup OfToken(CompactJws jws, DocumentSet documents)
    {
        if (jws.Jwk is { } jwk)
        {
            return VerificationKey.TryReadJwk(jwk) is { } key ? new() { Key = key } : Refuse(CheckCodes.KeyNotUsable);
        }

        return jws.KeyId is { } kid ? OfMethod(kid, documents) : Refuse(CheckCodes.NoKeyNamed);
    }

    /// <summary>The key that an identifier leads to. A fragment may be the key itself: then the signature can be
    /// checked whatever became of the document, and whose the key is remains to be seen.</summary>
    public static KeyLookup OfMethod(string identifier, DocumentSet documents)
    {
        var lookup = Find(identifier, documents);
        return lookup is { Key: null, Code: not CheckCodes.AddressNotAllowed } && KeyInFragment(identifier) is { } key
            ? new() { Key = key, Identifier = identifier }
            : lookup;
    }

    /// <summary>The <c>proof</c> check without the key, or null when there is one.</summary>
    public Check? Problem(string named) => this switch
    {
        { Key: not null } => null,
        { IsRefused: true } => Check.Failed(CheckIds.Proof, Code!, named).From(Source),
        _ => Check.NotRun(CheckIds.Proof, Code!, Source?.Address ?? string.Empty).From(Source),
    };

    private static VerificationKey? KeyInFragment(string identifier)
    {
        var hash = identifier.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? null : Multikey.TryRead(identifier[(hash + 1)..]);
    }

    private static KeyLookup Find(string identifier, DocumentSet documents)
    {
        if (!Did.IsDid(identifier))
        {
            return FromWeb(identifier, documents) with { Identifier = identifier };
        }

        var did = Did.WithoutFragment(identifier);
        if (Did.Expand(did) is { } expanded)
        {
            // What a DID expands to names itself as controller: that says nothing against an issuer who lists it.
            return FromDocument(expanded, identifier, null) with { Identifier = identifier, Controller = null };
        }

        if (!did.StartsWith("did:web:", StringComparison.Ordinal))
        {
            return Refuse(IsKnownMethod(did) ? CheckCodes.KeyNotUsable : CheckCodes.DidMethodUnknown);
        }

        if (Did.WebAddress(did) is not { } address)
        {
            return Refuse(CheckCodes.AddressNotAllowed);
        }

        var read = documents.Get(address, isDidWeb: true);
        return read.Read is { } json
            ? FromDocument(read.Controller(did) ?? new(did, json), identifier, read) with { Identifier = identifier }
            : Unread(read);
    }

    private static KeyLookup FromWeb(string identifier, DocumentSet documents)
    {
        var read = documents.Get(identifier);
        if (read.Read is not { } json)
        {
            return Unread(read);
        }

        if (json.ValueKind is not JsonValueKind.Object)
        {
            return Refuse(CheckCodes.KeyNotInDocument, read);
        }

        if (json.TryGetProperty("kty", out _))
        {
            return Found(VerificationKey.TryReadJwk(json), null, read);
        }

        if (json.TryGetProperty("keys", out _))
        {
            return FromKeySet(json, identifier, read);
        }

        return json.TryGetProperty("publicKeyJwk", out _) || json.TryGetProperty("publicKeyMultibase", out _)
            ? FromMethod(json, identifier, read)
            : FromDocument(new ControllerDocument(WebAddress.WithoutFragment(identifier), json), identifier, read);
    }

    /// <summary>A key set is read by the <c>kid</c> of its keys (RFC 7517, section 5).</summary>
    private static KeyLookup FromKeySet(JsonElement set, string identifier, DocumentRead read)
    {
        var hash = identifier.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? null : identifier[(hash + 1)..];
        foreach (var key in JsonValues.All(set, "keys"))
        {
            if (JsonStrings.TryGet(key, "kid") is { } kid && (kid == identifier || kid == fragment))
            {
                return Found(VerificationKey.TryReadJwk(key), null, read);
            }
        }

        return Refuse(CheckCodes.KeyNotInDocument, read);
    }

    /// <summary>A document that is one key.</summary>
    private static KeyLookup FromMethod(JsonElement method, string identifier, DocumentRead read) =>
        JsonStrings.TryGet(method, "id") is { } id && WebAddress.AreSame(id, identifier)
            ? Found(ControllerDocument.ReadKey(method), JsonStrings.TryGet(method, "controller"), read) with
            {
                Ends = ControllerDocument.EndOf(method),
            }
            : Refuse(CheckCodes.KeyNotInDocument, read);

    private static KeyLookup FromDocument(ControllerDocument document, string identifier, DocumentRead? read)
    {
        if (JsonStrings.TryGet(document.Json, "id") is { } id && !WebAddress.AreSame(id, document.Id))
        {
            return Refuse(CheckCodes.OtherController, read);
        }

        // A DID without fragment names its only key.
        var isWhole = identifier == document.Id;
        var methods = isWhole
            ? document.AssertionMethods.ToList()
            : document.Methods.Where(method => method.Id == identifier).ToList();
        return methods.DistinctBy(method => method.Id).ToList() is [var only]
            ? Found(only.Key, only.Controller, read) with { Ends = only.Ends }
            : Refuse(CheckCodes.KeyNotInDocument, read);
    }

    private static bool IsKnownMethod(string did) =>
        did.StartsWith("did:key:", StringComparison.Ordinal) || did.StartsWith("did:jwk:", StringComparison.Ordinal);

    private static KeyLookup Found(VerificationKey? key, string? controller, DocumentRead? read) => key is null
        ? Refuse(CheckCodes.KeyNotUsable, read)
        : new() { Key = key, Controller = controller, Source = read };

    private static KeyLookup Refuse(string code, DocumentRead? read = null) =>
        new() { Code = code, IsRefused = true, Source = read };

    private static KeyLookup Unread(DocumentRead read) =>
        new() { Code = read.Code, IsRefused = read.State is DocumentState.NotAllowed, Source = read };
}

using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.Credentials.Schemas;

namespace Badges.Credentials.Dids;

/// <summary>A document that says which keys speak for its subject. Controlled Identifiers 1.0, section 2.</summary>
/// <param name="Id">The subject; relative identifiers are completed with it.</param>
/// <param name="Json">The document, I-JSON of any shape.</param>
internal sealed record ControllerDocument(string Id, JsonElement Json)
{
    // Each is worked out once: a document is asked for every badge of its subject.
    private IReadOnlyList<Method>? _methods;
    private IReadOnlyList<Method>? _assertionMethods;
    private IReadOnlySet<string>? _assertionIds;

    /// <summary>A method of the document: its absolute id, its controller, its key when that can be read, and since
    /// when it is no longer to be used.</summary>
    public sealed record Method(string Id, string? Controller, VerificationKey? Key, DateTimeOffset? Ends);

    public static ControllerDocument OfOneKey(string did, string fragment, string type, string keyMember) => new(
        did,
        JsonElement.Parse($$"""
            {
              "id": "{{did}}",
              "verificationMethod": [
                {"id": "{{did}}{{fragment}}", "type": "{{type}}", "controller": "{{did}}", {{keyMember}}}
              ],
              "assertionMethod": ["{{did}}{{fragment}}"]
            }
            """));

    /// <summary>Whether the document says anything about keys: a plain profile does not.</summary>
    public bool SpeaksOfKeys => HasMember("assertionMethod") || HasMember("verificationMethod");

    /// <summary>The identifiers that may sign claims, absolute.</summary>
    public IReadOnlySet<string> AssertionIds => _assertionIds ??=
        Values("assertionMethod").Select(IdOf).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The methods described in the document itself that may sign claims.</summary>
    public IReadOnlyList<Method> AssertionMethods => _assertionMethods ??=
        [.. Methods.Where(method => AssertionIds.Contains(method.Id))];

    /// <summary>All methods described in the document, whatever they may be used for.</summary>
    public IReadOnlyList<Method> Methods => _methods ??=
    [
        .. Values("verificationMethod").Concat(Values("assertionMethod"))
            .Where(value => value.ValueKind is JsonValueKind.Object).Select(Read).OfType<Method>(),
    ];

    /// <summary>The method of an object, or null when it has no id.</summary>
    private Method? Read(JsonElement method) => IdOf(method) is { } id
        ? new Method(id, JsonStrings.TryGet(method, "controller"), ReadKey(method), EndOf(method))
        : null;

    /// <summary>When the method was revoked or expires, whichever comes first; the beginning of time when that cannot
    /// be read (section 2.2).</summary>
    public static DateTimeOffset? EndOf(JsonElement method)
    {
        DateTimeOffset? end = null;
        foreach (var member in new[] { "revoked", "expires" })
        {
            if (method.TryGetProperty(member, out var value))
            {
                var instant = JsonStrings.TryGet(value) is { } text && Timestamp.TryRead(text) is { } read
                    ? read
                    : DateTimeOffset.MinValue;
                end = end is null || instant < end ? instant : end;
            }
        }

        return end;
    }

    /// <summary>The key of a method: a JWK or a Multikey (sections 2.2.2 and 2.2.3).</summary>
    public static VerificationKey? ReadKey(JsonElement method) =>
        method.TryGetProperty("publicKeyJwk", out var jwk) ? VerificationKey.TryReadJwk(jwk)
        : JsonStrings.TryGet(method, "publicKeyMultibase") is { } multibase ? Multikey.TryRead(multibase)
        : null;

    private string? IdOf(JsonElement value)
    {
        var id = value.ValueKind is JsonValueKind.Object ? JsonStrings.TryGet(value, "id") : JsonStrings.TryGet(value);
        return id is ['#', ..] ? Id + id : id;
    }

    private bool HasMember(string name) => Json.ValueKind is JsonValueKind.Object && Json.TryGetProperty(name, out _);

    private IEnumerable<JsonElement> Values(string name)
    {
        if (!HasMember(name))
        {
            yield break;
        }

        var value = Json.GetProperty(name);
        if (value.ValueKind is not JsonValueKind.Array)
        {
            yield return value;
            yield break;
        }

        foreach (var item in value.EnumerateArray())
        {
            yield return item;
        }
    }
}

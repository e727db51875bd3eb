using Badges.LinkedData.JsonLd;

namespace Badges.Credentials.Tests.Contexts;

/// <summary>The contexts as they were published, out of the vectors: to hold ours against, and for vectors under
/// contexts that the product does not know.</summary>
internal static class PublishedContexts
{
    /// <summary>Address and file of each.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["https://www.w3.org/ns/credentials/v2"] = "credentials-v2.jsonld",
        ["https://www.w3.org/2018/credentials/v1"] = "credentials-v1.jsonld",
        ["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"] = "ob-v3p0-3.0.3.validator-variant.json",
        ["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"] = "context-3.0.2.json",
        ["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json"] = "context-3.0.1.json",
        ["https://purl.imsglobal.org/spec/ob/v3p0/context.json"] = "context.json",
        ["https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld"] = "context.json",
        ["https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"] = "ob-v3p0-extensions.json",
        ["https://w3id.org/openbadges/v2"] = "ob-v2p0.validator-variant.json",
        ["https://w3id.org/security/data-integrity/v2"] = "data-integrity-v2.jsonld",
        ["https://w3id.org/security/data-integrity/v1"] = "data-integrity-v1.jsonld",
        ["https://w3id.org/security/suites/ed25519-2020/v1"] = "ed25519-2020-v1.jsonld",
        ["https://www.w3.org/ns/credentials/status/v1"] = "credentials-status-v1.jsonld",
        ["https://w3id.org/security/multikey/v1"] = "multikey-v1.jsonld",
        ["https://w3id.org/security/jwk/v1"] = "jwk-v1.jsonld",
        ["https://www.w3.org/ns/did/v1"] = "did-v1.jsonld",
        ["https://www.w3.org/ns/credentials/examples/v2"] = "credentials-examples-v2.jsonld",
        ["https://www.w3.org/ns/credentials/undefined-terms/v2"] = "undefined-terms-v2.jsonld",
        ["https://w3id.org/citizenship/v4rc1"] = "citizenship-v4rc1.jsonld",
        ["https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"] = "clr-v2p0-2.0.1.json",
    };

    private static readonly Lazy<ContextDocuments> All = new(() => ContextDocuments.Create(Files.Select(
        each => KeyValuePair.Create(each.Key, (ReadOnlyMemory<byte>)File.ReadAllBytes(PathOf(each.Value))))));

    /// <summary>All of them.</summary>
    public static ContextDocuments Documents => All.Value;

    public static string PathOf(string file) => Path.Combine(SharedData.Vectors!, "contexts", file);
}

using System.Collections.Frozen;

namespace Badges.Credentials.Contexts;

/// <summary>The JSON-LD contexts whose words are known here, by address. No context is ever fetched. Open Badges 3.0,
/// section B.1.1; Verifiable Credentials Data Model 2.0, section 4.3.</summary>
public static class KnownContexts
{
    /// <summary>Verifiable Credentials Data Model 2.0.</summary>
    public const string DataModel2 = "https://www.w3.org/ns/credentials/v2";

    /// <summary>Verifiable Credentials Data Model 1.1.</summary>
    public const string DataModel1 = "https://www.w3.org/2018/credentials/v1";

    /// <summary>Open Badges 3.0.</summary>
    public const string OpenBadges3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    /// <summary>Data Integrity proofs in documents that are no credentials.</summary>
    public const string DataIntegrity2 = "https://w3id.org/security/data-integrity/v2";

    /// <summary>The same before version 2.</summary>
    public const string DataIntegrity1 = "https://w3id.org/security/data-integrity/v1";

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; }

    /// <summary>The name of the document in <c>schemas/contexts</c> for each address.</summary>
    internal static FrozenDictionary<string, string> Documents { get; } = new Dictionary<string, string>
    {
        [DataModel2] = "credentials-v2",
        [DataModel1] = "credentials-v1",
        [OpenBadges3] = "ob-v3p0-3.0.3",
        ["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"] = "ob-v3p0-3.0.2",
        ["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json"] = "ob-v3p0-3.0.1",
        ["https://purl.imsglobal.org/spec/ob/v3p0/context.json"] = "ob-v3p0",
        ["https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld"] = "ob-v3p0",
        ["https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"] = "ob-v3p0-extensions",
        ["https://w3id.org/openbadges/v2"] = "ob-v2p0",
        [DataIntegrity2] = "data-integrity-v2",
        [DataIntegrity1] = "data-integrity-v1",
        ["https://w3id.org/security/suites/ed25519-2020/v1"] = "ed25519-signature-2020-v1",
        ["https://www.w3.org/ns/credentials/status/v1"] = "credentials-status-v1",
        ["https://w3id.org/vc/status-list/2021/v1"] = "status-list-2021-v1",
        ["https://w3id.org/vc-revocation-list-2020/v1"] = "revocation-list-2020-v1",
        ["https://w3id.org/security/multikey/v1"] = "multikey-v1",
        ["https://w3id.org/security/jwk/v1"] = "jwk-v1",
        ["https://www.w3.org/ns/did/v1"] = "did-v1",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static KnownContexts() => All = Documents.Keys.ToFrozenSet(StringComparer.Ordinal);
}

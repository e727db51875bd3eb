namespace Badges.Credentials.Contexts;

/// <summary>The JSON-LD contexts whose words are known here. No context is ever fetched. Open Badges 3.0, section
/// B.1.1; Verifiable Credentials Data Model 2.0, section 4.3.</summary>
public static class KnownContexts
{
    /// <summary>Verifiable Credentials Data Model 2.0.</summary>
    public const string DataModel2 = "https://www.w3.org/ns/credentials/v2";

    /// <summary>Verifiable Credentials Data Model 1.1.</summary>
    public const string DataModel1 = "https://www.w3.org/2018/credentials/v1";

    /// <summary>Open Badges 3.0.</summary>
    public const string OpenBadges3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        DataModel2,
        DataModel1,
        OpenBadges3,
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
        "https://w3id.org/openbadges/v2",
        "https://w3id.org/security/data-integrity/v2",
        "https://w3id.org/security/data-integrity/v1",
        "https://w3id.org/security/suites/ed25519-2020/v1",
        "https://www.w3.org/ns/credentials/status/v1",
        "https://w3id.org/security/multikey/v1",
        "https://w3id.org/security/jwk/v1",
        "https://www.w3.org/ns/did/v1",
    };
}

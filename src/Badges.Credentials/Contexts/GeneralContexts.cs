using Badges.LinkedData.JsonLd;

namespace Badges.Credentials.Contexts;

/// <summary>The contexts of the general issuer and verifier: those of badges, and that of the data model's own
/// examples, under which every word means something. It stays out of <see cref="BundledContexts"/>: a badge is not
/// verified under it.</summary>
public static class GeneralContexts
{
    /// <summary>Verifiable Credentials Data Model 2.0, section 4.3.</summary>
    public const string Examples = "https://www.w3.org/ns/credentials/examples/v2";

    private static readonly Lazy<ContextDocuments> All = new(() => ContextDocuments.Create(
    [
        .. BundledContexts.Files(),
        new(Examples, """{"@context":{"@vocab":"https://www.w3.org/ns/credentials/examples#"}}"""u8.ToArray()),
    ]));

    /// <summary>All of them, read once.</summary>
    public static ContextDocuments Documents => All.Value;
}

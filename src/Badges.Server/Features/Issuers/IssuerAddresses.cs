using Badges.Server.Settings;

namespace Badges.Server.Features.Issuers;

/// <summary>The identifiers and addresses of issuers, as they are signed: none of them ever changes.</summary>
public sealed class IssuerAddresses(BadgesOptions options)
{
    /// <summary>
    /// <c>did:web</c>, whose document is at <c>/issuers/{slug}/did.json</c>; a port is written <c>%3A</c>.
    /// </summary>
    public string Did(string slug) =>
        $"did:web:{options.Host.Replace(":", "%3A", StringComparison.Ordinal)}:issuers:{slug}";

    /// <summary>The identifier of a key below its issuer's. An Ed25519 key's is the key itself, so that no reader's copy
    /// of the document can be behind.</summary>
    public static string Method(string did, string kid) => $"{did}#{kid}";

    public string Page(string slug) => options.Address($"/issuers/{slug}");

    public string Key(string slug, string kid) => options.Address($"/issuers/{slug}/keys/{kid}");

    public string Ob2(string slug) => options.Address($"/ob2/issuers/{slug}");

    public string Ob2Key(string slug, string kid) => options.Address($"/ob2/issuers/{slug}/keys/{kid}");

    public string Ob2Revocations(string slug) => options.Address($"/ob2/issuers/{slug}/revocations");

    /// <summary>What the addresses of an issuer's hosted assertions begin with.</summary>
    public string Ob2Assertions(string slug) => options.Address($"/ob2/issuers/{slug}/assertions/");
}

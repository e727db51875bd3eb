using System.Text;
using System.Text.Json;
using Badges.Credentials.Proofs.SelectiveDisclosure;
using Badges.LinkedData.JsonLd;

namespace Badges.Credentials.Proofs;

/// <summary>Shows a part of a credential that was signed so that its holder may. Data Integrity ECDSA Cryptosuites 1.0,
/// section 3.6.6 (Add Derived Proof).</summary>
public static class SelectiveDisclosureProofs
{
    /// <summary>The credential reduced to what must be shown and to what JSON pointers (RFC 6901) name, under a proof
    /// derived from its base proof <c>ecdsa-sd-2023</c>.</summary>
    /// <returns>Null when there is no such proof, when a pointer leads nowhere, or when the credential holds what
    /// cannot be shown in part.</returns>
    public static string? TryDerive(string credential, IReadOnlyCollection<string> shown, ContextDocuments contexts)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(shown);
        var text = Encoding.UTF8.GetBytes(credential);
        if (IJson.TryParse(text) is not { ValueKind: JsonValueKind.Object } json
            || !json.TryGetProperty("proof", out var proof)
            || Cryptosuites.Find(proof) != Cryptosuites.EcdsaSd2023
            || BaseProofValue.TryRead(JsonStrings.TryGet(proof, "proofValue")) is not { } value)
        {
            return null;
        }

        return BaseProof.Derive(SecuredDocument.Of(json, contexts), proof, value, shown)?.GetRawText();
    }
}

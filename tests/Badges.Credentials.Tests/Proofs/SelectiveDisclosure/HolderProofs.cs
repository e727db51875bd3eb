using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Proofs.SelectiveDisclosure;

namespace Badges.Credentials.Tests.Proofs.SelectiveDisclosure;

/// <summary>Makes base proofs for tests, as an issuer does for a holder (sections 3.6.1 to 3.6.5).</summary>
internal static class HolderProofs
{
    private static readonly byte[] HmacKey = SHA256.HashData("labels"u8);

    /// <summary>The badge with a base proof behind those that it has.</summary>
    public static JsonObject Sign(JsonObject badge, EcSigningKey issuer, string method, params string[] mandatory)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var own = new EcSigningKey(made);
        var proof = new JsonObject
        {
            ["type"] = "DataIntegrityProof",
            ["cryptosuite"] = "ecdsa-sd-2023",
            ["created"] = "2026-01-15T09:30:00Z",
            ["verificationMethod"] = method,
            ["proofPurpose"] = "assertionMethod",
        };
        var secured = SecuredDocument.Of(Element(badge), BundledContexts.Documents);
        var named = NamedDocument.Of(secured, HmacKey).Value!;
        var chosen = named.LinesOf(mandatory)!.ToHashSet();
        var groups = named.Lines()!.ToLookup(chosen.Contains);
        var publicKey = Base58.TryDecode(own.Multikey.AsSpan(1))!;
        byte[] signed =
        [
            .. SHA256.HashData(EcdsaSd2023.Configure(secured, Element(proof)).Value!), .. publicKey,
            .. SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(groups[true]))),
        ];
        proof["proofValue"] = Write(new()
        {
            BaseSignature = issuer.Sign(signed),
            PublicKey = publicKey,
            HmacKey = HmacKey,
            Signatures = [.. groups[false].Select(line => own.Sign(Encoding.UTF8.GetBytes(line)))],
            MandatoryPointers = mandatory,
        });
        var result = badge.DeepClone().AsObject();
        result["proof"] = result["proof"] is JsonArray others ? new JsonArray([.. others.Select(Copy), proof]) : proof;
        return result;
    }

    /// <summary>serializeBaseProofValue (section 3.5.2).</summary>
    public static string Write(BaseProofValue value)
    {
        var writer = new CborWriter();
        writer.WriteStartArray(5);
        writer.WriteByteString(value.BaseSignature);
        writer.WriteByteString(value.PublicKey);
        writer.WriteByteString(value.HmacKey);
        writer.WriteStartArray(value.Signatures.Count);
        foreach (var signature in value.Signatures)
        {
            writer.WriteByteString(signature);
        }

        writer.WriteEndArray();
        writer.WriteStartArray(value.MandatoryPointers.Count);
        foreach (var pointer in value.MandatoryPointers)
        {
            writer.WriteTextString(pointer);
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
        return "u" + Base64UrlText.Encode([0xD9, 0x5D, 0x00, .. writer.Encode()]);
    }

    private static JsonElement Element(JsonObject json) => JsonElement.Parse(json.ToJsonString());

    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();
}

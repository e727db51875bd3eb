using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Proofs.SelectiveDisclosure;
using Badges.Credentials.Tests.Contexts;
using static Badges.Credentials.Tests.Proofs.SelectiveDisclosure.DisclosureVectors;

namespace Badges.Credentials.Tests.Proofs.SelectiveDisclosure;

/// <summary>Data Integrity ECDSA Cryptosuites 1.0, sections 3.5.8, 3.5.9 and 3.6.7, on the W3C's test vectors: each
/// folder that holds a derived document.</summary>
public sealed class EcdsaSd2023Tests
{
    public static TheoryData<string> Folders() => FoldersWith("derivedRevealDocument.json");

    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void TryRead_DerivedProofValueOfTheW3C_HoldsItsParts(string folder)
    {
        var expected = Json(folder, "verifyDerivedProofValue.json");

        var value = DerivedProofValue.TryRead(ProofValue(Derived(folder)))!;

        Assert.Equal(Text(expected, "baseSignature"), Convert.ToHexStringLower(value.BaseSignature));
        Assert.Equal(Text(expected, "publicKey"), "z" + Base58.Encode(value.PublicKey));
        Assert.Equal(
            Strings(expected.GetProperty("signatures")), value.Signatures.Select(Convert.ToHexStringLower));
        Assert.Equal(
            expected.GetProperty("labelMap").EnumerateArray()
                .Select(pair => (pair[0].GetString(), pair[1].GetString())).Order(),
            value.Labels.Select(pair => ($"c14n{pair.Key}", pair.Value)).Order()!);
        Assert.Equal(
            expected.GetProperty("mandatoryIndexes").EnumerateArray().Select(index => index.GetInt32()),
            value.MandatoryIndexes.Order());
    }

    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void CreateVerifyData_DerivedDocumentOfTheW3C_GivesEveryIntermediate(string folder)
    {
        var expected = Json(folder, "verifyCreateVerifyData.json");
        var derived = JsonElement.Parse(Derived(folder).ToJsonString());
        var value = DerivedProofValue.TryRead(ProofValue(Derived(folder)))!;

        var data = EcdsaSd2023.CreateVerifyData(
            SecuredDocument.Of(derived, PublishedContexts.Documents), derived.GetProperty("proof"), value).Value!;

        Assert.Equal(Text(expected, "proofHash"), Convert.ToHexStringLower(data.ProofHash));
        Assert.Equal(Text(expected, "mandatoryHash"), Convert.ToHexStringLower(data.MandatoryHash));
        Assert.Equal(Strings(expected.GetProperty("nonMandatory")), data.NonMandatory.Select(Encoding.UTF8.GetString));
        Assert.Equal(Json(folder, "verifyNQuads.json").GetArrayLength(), data.Count);
    }

    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void Verify_DerivedDocumentOfTheW3C_IsVerifiedAndNothingElseIs(string folder)
    {
        Assert.Equal(new(ProofOutcome.Verified), Verify(Derived(folder)));
        foreach (var member in Derived(folder).Select(member => member.Key).Where(name => name != "proof").ToList())
        {
            var derived = Derived(folder);
            derived.Remove(member);

            Assert.NotEqual(ProofOutcome.Verified, Verify(derived).Outcome);
        }

        foreach (var date in new[] { "created", "proofPurpose", "verificationMethod" })
        {
            var derived = Derived(folder);
            derived["proof"]![date] = (string)derived["proof"]![date]! + "0";

            Assert.NotEqual(ProofOutcome.Verified, Verify(derived, Method(Derived(folder))).Outcome);
        }
    }

    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void Verify_ProofValueChanged_IsRefused(string folder)
    {
        var value = DerivedProofValue.TryRead(ProofValue(Derived(folder)))!;
        var first = value.Labels.Keys.Min();
        var label = value.Labels[first];

        DerivedProofValue[] changed =
        [
            value with { BaseSignature = Flip(value.BaseSignature) },
            value with { BaseSignature = value.BaseSignature[1..] },
            value with { PublicKey = Flip(value.PublicKey) },
            value with { Signatures = [.. value.Signatures.Skip(1)] },
            value with { Signatures = [.. value.Signatures.Reverse()] },
            value with { Signatures = [.. value.Signatures, value.Signatures[0]] },
            value with { MandatoryIndexes = new HashSet<int>() },
            value with { MandatoryIndexes = value.MandatoryIndexes.Append(10_000).ToHashSet() },
            value with { MandatoryIndexes = value.MandatoryIndexes.Append(-1).ToHashSet() },
            value with { Labels = value.Labels.Where(pair => pair.Key != first).ToDictionary() },
            value with { Labels = value.Labels.ToDictionary(pair => pair.Key, _ => label) },
        ];

        Assert.Equal(ProofOutcome.Verified, With(Derived(folder), value.Write()));
        Assert.All(changed, each => Assert.NotEqual(ProofOutcome.Verified, With(Derived(folder), each.Write())));
    }

    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void Verify_BaseProofOverAPart_IsRefused(string folder)
    {
        var proof = Json(folder, "addSignedSDBase.json").GetProperty("proof");

        Assert.Equal(ProofOutcome.WrongSignature, With(Derived(folder), proof.GetProperty("proofValue").GetString()!));
    }

    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void Verify_AnyByteOfTheProofValueChanged_IsRefused(string folder)
    {
        var bytes = Base64UrlText.TryDecode(ProofValue(Derived(folder)).AsSpan(1))!;
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = bytes.ToArray();
            changed[at] ^= (byte)(1 << (at % 8));

            Assert.NotEqual(ProofOutcome.Verified, With(Derived(folder), ToText(changed)));
        }
    }

    /// <summary>Another header, and bytes that are no CBOR of this shape.</summary>
    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void Verify_ProofValueThatIsNotADerivedOne_IsNoSignature(string folder)
    {
        var good = ProofValue(Derived(folder));
        var bytes = Base64UrlText.TryDecode(good.AsSpan(1))!;
        string[] values =
        [
            string.Empty, "u", good[1..], "z" + good[1..], good + "A", good[..^4], ToText([.. bytes, 0]),
            ToText([0xD9, 0x5D, 0x02, .. bytes[3..]]), ToText(bytes[3..]),
            ToText([.. bytes[..3], 0x84, .. bytes[4..]]), ToText([.. bytes[..3], 0x9F, .. bytes[4..]]),
            ToText([.. bytes[..3], 0xC1, .. bytes[3..]]), ToText([.. bytes[..3], 0xF6]), ToText(bytes[..3]),
            "z" + Base58.Encode(new byte[64]),
        ];

        Assert.All(values, value => Assert.Equal(ProofOutcome.NoSignature, With(Derived(folder), value)));
        for (var length = 0; length < bytes.Length; length += 7)
        {
            Assert.Equal(ProofOutcome.NoSignature, With(Derived(folder), ToText(bytes[..length])));
        }
    }

    [VectorsFact]
    public void Verify_DerivedCredentialOf1EdTech_IsVerified()
    {
        var file = Path.Combine(SharedData.Vectors!, "1edtech-validator", "ob30", "sd", "derivedcredential.json");

        Assert.Equal(new(ProofOutcome.Verified), Verify(JsonNode.Parse(File.ReadAllText(file))!.AsObject()));
    }

    private static string ToText(byte[] bytes) => "u" + Base64UrlText.Encode(bytes);

    private static JsonObject Derived(string folder) => Document(folder, "derivedRevealDocument.json");

    private static string ProofValue(JsonObject derived) => (string)derived["proof"]!["proofValue"]!;
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Proofs.SelectiveDisclosure;
using Badges.Credentials.Tests.Contexts;
using static Badges.Credentials.Tests.Proofs.SelectiveDisclosure.DisclosureVectors;

namespace Badges.Credentials.Tests.Proofs.SelectiveDisclosure;

/// <summary>Data Integrity ECDSA Cryptosuites 1.0, sections 3.5.3 and 3.6.2 to 3.6.6, on the W3C's test vectors: each
/// folder that holds a document with a base proof.</summary>
public sealed class BaseProofTests
{
    public static TheoryData<string> Folders() => FoldersWith("addSignedSDBase.json");

    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void TryRead_BaseProofValueOfTheW3C_HoldsItsParts(string folder)
    {
        var expected = Json(folder, "derivedRecoveredBaseData.json");

        var value = Value(folder);

        Assert.Equal(Text(expected, "baseSignature"), Convert.ToHexStringLower(value.BaseSignature));
        Assert.Equal(Text(expected, "proofPublicKey"), "z" + Base58.Encode(value.PublicKey));
        Assert.Equal(Text(expected, "hmacKey"), Convert.ToHexStringLower(value.HmacKey));
        Assert.Equal(Strings(expected, "signatures"), value.Signatures.Select(Convert.ToHexStringLower));
        Assert.Equal(Strings(expected, "mandatoryPointers"), value.MandatoryPointers);
    }

    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void Lines_OfTheW3CsDocument_AreThoseOfTheVector(string folder)
    {
        var named = NamedDocument.Of(Secured(Signed(folder)), Value(folder).HmacKey).Value!;

        Assert.Equal(Strings(Json(folder, "addBaseDocHMACCanon.json")), named.Lines());
        Assert.Equal(
            Json(folder, "addBaseTransform.json").GetProperty("mandatory").GetProperty("value").EnumerateArray()
                .Select(pair => pair[1].GetString()),
            named.LinesOf([.. Value(folder).MandatoryPointers]));
    }

    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void Verify_DocumentWithABaseProofOfTheW3C_IsVerifiedAndNothingElseIs(string folder)
    {
        Assert.Equal(new(ProofOutcome.Verified), Verify(Signed(folder)));
        foreach (var member in Signed(folder).Select(member => member.Key).Where(name => name != "proof").ToList())
        {
            var changed = Signed(folder);
            changed.Remove(member);

            Assert.NotEqual(ProofOutcome.Verified, Verify(changed).Outcome);
        }

        foreach (var (pointer, text) in Texts(Signed(folder)["credentialSubject"]!).ToList())
        {
            var changed = JsonNode.Parse(Signed(folder).ToJsonString().Replace(
                $"\"{text}\"", $"\"{text}0\"", StringComparison.Ordinal))!.AsObject();

            Assert.True(Verify(changed).Outcome is not ProofOutcome.Verified, pointer);
        }
    }

    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void Verify_BaseProofValueChanged_IsRefused(string folder)
    {
        var value = Value(folder);
        BaseProofValue[] changed =
        [
            value with { BaseSignature = Flip(value.BaseSignature) },
            value with { PublicKey = Flip(value.PublicKey) },
            value with { HmacKey = Flip(value.HmacKey) },
            value with { HmacKey = value.HmacKey[1..] },
            value with { Signatures = [.. value.Signatures.Skip(1)] },
            value with { Signatures = [.. value.Signatures.Reverse()] },
            value with { Signatures = [.. value.Signatures, value.Signatures[0]] },
            value with { Signatures = [.. value.Signatures.SkipLast(1), Flip(value.Signatures[^1])] },
            value with { MandatoryPointers = [] },
            value with { MandatoryPointers = [.. value.MandatoryPointers, "/validFrom"] },
            value with { MandatoryPointers = [.. value.MandatoryPointers, "/nothing"] },
            value with { MandatoryPointers = [.. value.MandatoryPointers, "issuer"] },
            value with { MandatoryPointers = [.. Enumerable.Repeat("/issuer", 257)] },
        ];

        Assert.Equal(ProofOutcome.Verified, With(Signed(folder), HolderProofs.Write(value)));
        Assert.All(
            changed, each => Assert.NotEqual(ProofOutcome.Verified, With(Signed(folder), HolderProofs.Write(each))));
    }

    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void TryDerive_WhatTheW3CsHolderShows_GivesTheDisclosedDocument(string folder)
    {
        var shown = JsonSerializer.Deserialize<string[]>(File.ReadAllText(
            Path.Combine(SharedData.Vectors!, "w3c-vc-di-ecdsa", "prCredSelective.json")))!;

        var derived = SelectiveDisclosureProofs.TryDerive(
            Signed(folder).ToJsonString(), shown, PublishedContexts.Documents)!;

        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "derivedRevealDocument.json")))!;
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(derived)), derived);
        Assert.Equal(new(ProofOutcome.Verified), Verify(JsonNode.Parse(derived)!.AsObject()));
    }

    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void TryDerive_AnyPartOfTheSubject_IsVerifiedAndShowsNothingElse(string folder)
    {
        foreach (var (pointer, _) in Texts(Signed(folder)["credentialSubject"]!, "/credentialSubject").ToList())
        {
            var derived = JsonNode.Parse(SelectiveDisclosureProofs.TryDerive(
                Signed(folder).ToJsonString(), [pointer], PublishedContexts.Documents)!)!.AsObject();

            Assert.Equal(new(ProofOutcome.Verified), Verify(derived));
            Assert.DoesNotContain("validFrom", derived.Select(member => member.Key));
        }
    }

    [VectorsTheory]
    [MemberData(nameof(Folders), DisableDiscoveryEnumeration = true)]
    public void TryDerive_WhatIsNotThere_IsNull(string folder)
    {
        var signed = Signed(folder).ToJsonString();
        var derived = SelectiveDisclosureProofs.TryDerive(signed, ["/validFrom"], PublishedContexts.Documents)!;

        Assert.Null(SelectiveDisclosureProofs.TryDerive(signed, ["/nothing"], PublishedContexts.Documents));
        Assert.Null(SelectiveDisclosureProofs.TryDerive(signed, ["/type/9"], PublishedContexts.Documents));
        Assert.Null(SelectiveDisclosureProofs.TryDerive(derived, ["/validFrom"], PublishedContexts.Documents));
        Assert.Null(SelectiveDisclosureProofs.TryDerive("{}", [], PublishedContexts.Documents));
        Assert.Null(SelectiveDisclosureProofs.TryDerive("not JSON", [], PublishedContexts.Documents));
    }

    private static JsonObject Signed(string folder) => Document(folder, "addSignedSDBase.json");

    private static BaseProofValue Value(string folder) =>
        BaseProofValue.TryRead((string)Signed(folder)["proof"]!["proofValue"]!)!;

    /// <summary>Every text below a node that is no type, with its pointer.</summary>
    private static IEnumerable<(string Pointer, string Text)> Texts(JsonNode node, string pointer = "") => node switch
    {
        JsonObject json => json.Where(member => member.Key != "type")
            .SelectMany(member => Texts(member.Value!, $"{pointer}/{member.Key}")),
        JsonArray list => list.SelectMany((item, index) => Texts(item!, $"{pointer}/{index}")),
        _ => [(pointer, node.GetValue<string>())],
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Verification.General;
using static Badges.Credentials.Tests.Verification.General.GeneralAsking;

namespace Badges.Credentials.Tests.Verification.General;

/// <summary>The W3C's signed vectors of both families of cryptosuites, whole: with their own contexts.</summary>
public sealed class GeneralVectorsTests
{
    public static TheoryData<string> Signed =>
    [
        "w3c-vc-di-eddsa/Ed25519Signature2020/signedEdSig.json",
        "w3c-vc-di-eddsa/eddsa-jcs-2022/signedJCS.json",
        "w3c-vc-di-eddsa/eddsa-rdfc-2022/signedDataInt.json",
        "w3c-vc-di-ecdsa/ecdsa-jcs-2019-p256/signedJCSECDSAP256.json",
        "w3c-vc-di-ecdsa/ecdsa-rdfc-2019-p256/signedECDSAP256.json",
    ];

    [VectorsTheory]
    [MemberData(nameof(Signed))]
    public void Verify_SignedVector_IsVerifiedAndRefusedWhenChanged(string file)
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(SharedData.Vectors!, file)))!.AsObject();

        Assert.Empty(Verify(document).Errors);

        document["credentialSubject"]!["id"] = "did:example:changed";
        Assert.False(Verify(document).IsVerified);
    }

    private static GeneralAnswer Verify(JsonObject document) =>
        Ask(new() { Document = JsonSerializer.SerializeToElement(document) });
}

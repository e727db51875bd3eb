using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Verification;
using Badges.LinkedData.Canonicalization;
using Badges.LinkedData.JsonLd;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Badges rewritten after they were signed, so that the RDF and with it the signature stays, and what takes
/// the badge back is no longer where it is read.</summary>
public sealed class SameRdfTests
{
    /// <summary>Objects that may have the id of the credential, and the way to each.</summary>
    public static TheoryData<string, string[]> Objects => new()
    {
        { """{"evidence": [{"id": "ID", "type": ["Evidence"]}]}""", ["evidence", "0"] },
        { """{"credentialSubject": {"id": "ID"}}""", ["credentialSubject"] },
        {
            """
            {
              "endorsement": [{
                "@context": [
                  "https://www.w3.org/ns/credentials/v2",
                  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
                ],
                "id": "urn:uuid:8f5d2f5c-1d1c-4c55-9d3a-0c8a55a3ad8e",
                "type": ["VerifiableCredential", "EndorsementCredential"],
                "name": "Avis",
                "issuer": {"id": "https://other.example/profile", "type": ["Profile"]},
                "validFrom": "2026-01-20T00:00:00Z",
                "credentialSubject": {"id": "ID", "type": ["EndorsementSubject"], "endorsementComment": "Bien."}
              }]
            }
            """,
            ["endorsement", "0", "credentialSubject"]
        },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void Verify_EndAndStatusMovedToAnObjectOfTheSameId_IsNotValid(string addition, string[] way)
    {
        var badge = SigningIssuer.Badge(each => Merge(each, addition));
        badge["validUntil"] = "2026-01-20T00:00:00Z";
        var web = EmbeddingIssuer.Web().Add(SigningIssuer.List, EmbeddingIssuer.StatusList(isSet: true));
        var signed = JsonNode.Parse(EmbeddingIssuer.Sign(badge))!.AsObject();
        var rewritten = signed.DeepClone().AsObject();
        var other = way.Aggregate((JsonNode)rewritten, Step).AsObject();
        foreach (var name in new[] { "validUntil", "credentialStatus" })
        {
            other[name] = rewritten[name]!.DeepClone();
            rewritten.Remove(name);
        }

        other["type"]!.AsArray().Add("VerifiableCredential");

        var report = web.Verify(rewritten.ToJsonString());

        Assert.Equal(Rdf(signed), Rdf(rewritten));
        Assert.Equal(Verdict.Revoked, web.Verify(signed.ToJsonString()).Verdict);
        Assert.Equal(CheckCodes.MemberDisguised, report.Of(CheckIds.Context).Code);
        Assert.Equal(Verdict.Invalid, report.Verdict);
    }

    [Fact]
    public void Verify_EvidenceThatIsTheBadgeItself_IsValid()
    {
        var badge = SigningIssuer.Badge(
            each => Merge(each, """{"evidence": [{"id": "ID", "type": ["Evidence"], "name": "Le badge"}]}"""));

        var report = EmbeddingIssuer.Web().Verify(EmbeddingIssuer.Sign(badge));

        Assert.True(report.Verdict is Verdict.Valid, report.Explain());
    }

    [Fact]
    public void Verify_MemberRenamedToTheClassOfTheSameIri_IsNotValid()
    {
        var badge = SigningIssuer.Badge(each => each["issuer"]!["address"]!["geo"] =
            JsonNode.Parse("""{"type": "GeoCoordinates", "latitude": 46.5, "longitude": 0.3}"""));
        var signed = JsonNode.Parse(EmbeddingIssuer.Sign(badge))!.AsObject();
        var rewritten = signed.DeepClone().AsObject();
        var address = rewritten["issuer"]!["address"]!.AsObject();
        address["GeoCoordinates"] = address["geo"]!.DeepClone();
        address.Remove("geo");

        var report = EmbeddingIssuer.Web().Verify(rewritten.ToJsonString());

        Assert.Equal(Rdf(signed), Rdf(rewritten));
        Assert.Equal(CheckCodes.MemberDisguised, report.Of(CheckIds.Context).Code);
        Assert.Equal(Verdict.Invalid, report.Verdict);
    }

    private static JsonNode Step(JsonNode from, string to) =>
        from is JsonArray array ? array[int.Parse(to, System.Globalization.CultureInfo.InvariantCulture)]! : from[to]!;

    private static void Merge(JsonObject into, string addition)
    {
        var text = addition.Replace("ID", into["id"]!.ToString(), StringComparison.Ordinal);
        foreach (var (name, value) in JsonNode.Parse(text)!.AsObject())
        {
            if (into[name] is JsonObject known && value is JsonObject members)
            {
                foreach (var (inner, each) in members)
                {
                    known[inner] = each!.DeepClone();
                }
            }
            else
            {
                into[name] = value!.DeepClone();
            }
        }
    }

    private static string Rdf(JsonObject document) => Rdfc10.Canonicalize(
        JsonLdToRdf.Deserialize(
            JsonSerializer.SerializeToElement(document), BundledContexts.Documents, JsonLdOptions.Default),
        HashAlgorithmName.SHA256,
        CanonicalizationBudget.Default).ToString();
}

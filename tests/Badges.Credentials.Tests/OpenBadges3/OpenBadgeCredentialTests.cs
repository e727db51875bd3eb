using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Credentials.OpenBadges3;

namespace Badges.Credentials.Tests.OpenBadges3;

public sealed class OpenBadgeCredentialTests
{
    [Fact]
    public void ToJson_EveryMember_IsTheDocumentThatIsSigned()
    {
        Snapshot.Match(Indented(SignedExamples.Credential.ToJson()));
    }

    [Fact]
    public void ToJson_OnlyWhatIsMandatory_HasNoNullAndNoEmptyArray()
    {
        var credential = new OpenBadgeCredential
        {
            Id = "https://badges.example/credentials/1",
            Issuer = new() { Id = SignedExamples.Did },
            ValidFrom = DateTimeOffset.UnixEpoch,
            CredentialSubject = new()
            {
                Achievement = new()
                {
                    Id = "urn:a",
                    Name = "A",
                    Description = "B",
                    Criteria = new() { Narrative = "C" },
                },
            },
        };

        var json = credential.ToJson();

        Assert.Equal(
            """
            {"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"id":"https://badges.example/credentials/1","type":["VerifiableCredential","OpenBadgeCredential"],"issuer":{"id":"did:web:badges.example:issuers:atelier-bois","type":["Profile"]},"validFrom":"1970-01-01T00:00:00Z","credentialSubject":{"type":["AchievementSubject"],"achievement":{"id":"urn:a","type":["Achievement"],"name":"A","description":"B","criteria":{"narrative":"C"}}}}
            """,
            json);
    }

    [Fact]
    public void ToJson_Text_StaysReadable()
    {
        var credential = SignedExamples.Credential with { Description = "\"é\" œ ’ <b> & ' + / \\ 🪵\n" };

        var json = credential.ToJson();

        Assert.Contains(""""\"é\" œ ’ <b> & ' + / \\ 🪵\n"""", json, StringComparison.Ordinal);
    }

    [Fact]
    public void ToJson_Twice_GivesTheSameBytes()
    {
        Assert.Equal(SignedExamples.Credential.ToJson(), (SignedExamples.Credential with { }).ToJson());
    }

    [Theory]
    [InlineData("2026-07-01T00:30:00.999+02:00", "2026-06-30T22:30:00Z")]
    [InlineData("2026-01-15T09:30:00Z", "2026-01-15T09:30:00Z")]
    public void ToJson_Instant_IsWrittenInWholeSecondsOfUtc(string instant, string expected)
    {
        var credential = SignedExamples.Credential with { ValidFrom = DateTimeOffset.Parse(instant, null) };

        Assert.Equal(expected, JsonNode.Parse(credential.ToJson())!["validFrom"]!.GetValue<string>());
    }

    [Fact]
    public void ToJson_AchievementAndProfileAlone_StartWithBothContexts()
    {
        var achievement = JsonNode.Parse(SignedExamples.Credential.CredentialSubject.Achievement.ToJson())!.AsObject();
        var profile = JsonNode.Parse(SignedExamples.Credential.Issuer.ToJson())!.AsObject();

        foreach (var document in new[] { achievement, profile })
        {
            Assert.Equal("@context", document.First().Key);
            Assert.Equal(
                OpenBadges3Context.All, document["@context"]!.AsArray().Select(each => each!.GetValue<string>()));
        }

        Assert.Equal("Achievement", achievement["type"]![0]!.GetValue<string>());
        Assert.Equal(SignedExamples.Did, profile["id"]!.GetValue<string>());
    }

    internal static string Indented(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document, IndentedJson);
    }

    private static readonly JsonSerializerOptions IndentedJson = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

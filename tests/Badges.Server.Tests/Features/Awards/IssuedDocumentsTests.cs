using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Badges.Server.Tests.Features.Awards;

/// <summary>
/// Every document that an award brings about, as another program reads it. What is random is replaced.
/// </summary>
public sealed partial class IssuedDocumentsTests(AwardScene scene) : IClassFixture<AwardScene>
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task Award_EachDocument_IsAsItWas()
    {
        var award = await scene.AwardAsync(AwardScene.Body(
            recipient: new { givenName = "Ana", familyName = "Le Goff", email = "ana@example.org", reference = "R-1" },
            criteria: new[] { 1, 2 },
            evidence: new object[]
            {
                new { narrative = "Vue mardi." },
                new { name = "Sacs", narrative = "Vingt sacs triés.", visibility = "public" },
            },
            observedOn: "2026-02-01",
            expires: "2027-01-31",
            confirmPublicText: true));
        var assertion = await scene.GetJsonAsync(AwardScene.Text(award, "assertion"));
        var jwt = AwardScene.PayloadOf(await scene.GetTextAsync(AwardScene.Text(award, "jwt")));
        var status = AwardScene.Text(jwt, "credentialStatus", "statusListCredential");

        Match("answer", award);
        Match("ob3-jwt", jwt);
        Match("ob2-hosted", assertion);
        Match("ob2-signed", AwardScene.PayloadOf(await scene.GetTextAsync(AwardScene.Text(award, "signedAssertion"))));
        Match("badge-class", await scene.GetJsonAsync(AwardScene.Text(assertion, "badge")));
        Match("ob3-embedded", await scene.GetJsonAsync(AwardScene.Text(award, "json")));
        Match("status-list", await scene.GetJsonAsync(status));
        foreach (var (name, path) in ((string, string)[])[
            ("profile", "issuers/{0}"), ("did", "issuers/{0}/did.json"), ("jwks", "issuers/{0}/jwks.json"),
            ("ob2-profile", "ob2/issuers/{0}"), ("revocations", "ob2/issuers/{0}/revocations")])
        {
            Match(name, await scene.GetJsonAsync(
                scene.App.Address + path.Replace("{0}", TestApp.Structure, StringComparison.Ordinal)));
        }
    }

    private static void Match(string name, JsonElement json, [CallerFilePath] string file = "") =>
        Snapshot.Match(
            Steady(JsonSerializer.Serialize(json, Indented)), name, file, nameof(Award_EachDocument_IsAsItWas));

    /// <summary>Ids, hashes and keys are random; so is the port.</summary>
    private static string Steady(string text)
    {
        text = Multikey().Replace(text, "MULTIKEY");
        text = Port().Replace(text, "localhost$1PORT");
        text = Uuid().Replace(text, "UUID");
        text = Hash().Replace(text, "SHA256");
        text = KeyMember().Replace(text, "$1\"KEY\"");
        text = Thumbprint().Replace(text, "$1THUMBPRINT");
        text = ProofValue().Replace(text, "$1\"SIGNATURE\"");
        text = PublicIdentifier().Replace(text, "$1PUBLIC-ID");
        text = Random().Replace(text, "$1\"RANDOM\"");
        text = Index().Replace(text, "#INDEX");
        return Code().Replace(text, "CODE");
    }

    [GeneratedRegex(@"localhost(:|%3A)\d+")]
    private static partial Regex Port();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\b[0-9a-f]{64}\b")]
    private static partial Regex Hash();

    [GeneratedRegex("z6Mk[1-9A-HJ-NP-Za-km-z]{44}")]
    private static partial Regex Multikey();

    [GeneratedRegex("(\"proofValue\": )\"[^\"]+\"")]
    private static partial Regex ProofValue();

    [GeneratedRegex("(\"[nx]\": )\"[^\"]+\"")]
    private static partial Regex KeyMember();

    [GeneratedRegex(@"(/keys/|#|""kid"": "")[\w-]{43}")]
    private static partial Regex Thumbprint();

    [GeneratedRegex(
        "(/(?:credentials|assertions|achievements|badges|status)/|\"(?:id|badgeVersion)\": \")[1-9A-HJ-NP-Za-km-z]{22}")]
    private static partial Regex PublicIdentifier();

    [GeneratedRegex("(\"(?:salt|statusListIndex)\": )\"[^\"]+\"")]
    private static partial Regex Random();

    [GeneratedRegex(@"#\d+")]
    private static partial Regex Index();

    [GeneratedRegex("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{3}")]
    private static partial Regex Code();
}

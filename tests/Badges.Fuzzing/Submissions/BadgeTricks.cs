using System.Text.Json.Nodes;

namespace Badges.Fuzzing.Submissions;

/// <summary>Badges that ask for much work, or for many documents, and some of them are signed.</summary>
public static class BadgeTricks
{
    private const string List = "BitstringStatusListEntry";

    public static IReadOnlyList<Trick> All { get; } =
    [
        Trick.Forged("badge: name changed", badge => badge["name"] = "Soudage"),
        Trick.Forged("badge: validUntil removed and issuer changed", badge => badge["issuer"] = "did:web:inae.example"),
        Trick.Forged("badge: 1000 proofs", badge => badge["proof"] = Trick.Many(1000, _ => Proof(badge))),
        Trick.Forged(
            "badge: 20 forged proofs", badge => badge["proof"] = Trick.Many(20, number => Forged(badge, number))),
        Trick.Forged("badge: proofs that build on one another", badge => badge["proof"] = Trick.Many(10, number =>
            With(Proof(badge), ("id", $"urn:p:{number}"), ("previousProof", $"urn:p:{(number + 1) % 10}")))),
        Trick.Forged(
            "badge: proof value of 900 kB in base58",
            badge => Put(badge, "proofValue", "z" + new string('2', 900_000))),
        Trick.Forged(
            "badge: proof value of 900 kB in base64url",
            badge => Put(badge, "proofValue", "u" + new string('A', 900_000))),
        Trick.Forged(
            "badge: CBOR that announces 4 billion signatures", badge => Disclosed(badge, "2V0BhVhAAFgjAJr_____")),
        Trick.Forged("badge: CBOR 1000 deep", badge => Disclosed(badge, "2V0B" + Trick.Repeat("gYGB", 500))),
        Trick.Forged("badge: CBOR that is cut", badge => Disclosed(badge, "2V0BhVhA")),
        Trick.Forged("badge: CBOR without length", badge => Disclosed(badge, "2V0Bn1__")),
        Trick.Forged("badge: CBOR base proof", badge => Disclosed(badge, "2V0AhVhA")),
        Trick.Forged("badge: unknown suite", badge => Put(badge, "cryptosuite", "x-2099")),
        Trick.Forged("badge: suite that is a number", badge => badge["proof"] = 7),
        Trick.Forged("badge: method of loopback", badge => Put(badge, "verificationMethod", "http://127.0.0.1/k#a")),
        Trick.Forged(
            "badge: method of a slow site", badge => Put(badge, "verificationMethod", $"{Trick.Attacker}/slow#a")),
        Trick.Forged(
            "badge: method of 100 kB",
            badge => Put(badge, "verificationMethod", "did:key:z" + new string('6', 100_000))),
        Trick.Forged("badge: did:web of loopback", badge => badge["issuer"] = "did:web:localhost%3A5080"),
        Trick.Forged("badge: did:web with a path out", badge => badge["issuer"] = "did:web:a.example.org:..:..:x"),
        Trick.Forged(
            "badge: did:web of the attacker", badge => badge["issuer"] = "did:web:attacker.example.org:endless"),
        Trick.Forged("badge: did:jwk of 100 kB", badge => badge["issuer"] = "did:jwk:" + new string('A', 100_000)),
        Contexts("contexts: inline", new JsonObject { ["@vocab"] = "urn:x:" }),
        Contexts("contexts: 1000 of them", Trick.Many(1000, number => $"https://a.example.org/{number}")),
        Contexts("contexts: one 5000 times", Trick.Many(5000, _ => "https://www.w3.org/ns/credentials/v2")),
        Contexts("contexts: 5000 terms in a chain", new JsonObject(Enumerable.Range(0, 5000)
            .Select(number => KeyValuePair.Create<string, JsonNode?>($"t{number}", $"t{number + 1}:a")))),
        Contexts("contexts: nested 200 deep", Nested(200)),
        Contexts("contexts: import", new JsonObject { ["@import"] = $"{Trick.Attacker}/seen" }),
        Contexts("contexts: null", null),
        Rdf("rdf: 3000 nodes without name", Trick.Many(3000, _ => new JsonObject { ["type"] = "Evidence" })),
        Rdf("rdf: 12 nodes that all point to all", Clique(12)),
        Rdf("rdf: 60 nodes that all point to all", Clique(60)),
        Rdf("rdf: ring of 500", Trick.Many(500, number => Pointing(number, (number + 1) % 500))),
        Trick.Signed("badge: 1000 status entries", badge => badge["credentialStatus"] = Trick.Many(1000, number =>
            Status($"{Trick.Attacker}/404/{number}"))),
        Trick.Signed(
            "badge: status list that swells",
            badge => badge["credentialStatus"] = Status($"{Trick.Attacker}/list-bomb")),
        Trick.Signed(
            "badge: status list of a slow site", badge => badge["credentialStatus"] = Status($"{Trick.Attacker}/slow")),
        Trick.Signed(
            "badge: status list without end", badge => badge["credentialStatus"] = Status($"{Trick.Attacker}/endless")),
        Trick.Signed(
            "badge: status list that is a picture",
            badge => badge["credentialStatus"] = Status($"{Trick.Attacker}/png")),
        Trick.Signed(
            "badge: status list of anything", badge => badge["credentialStatus"] = Status($"{Trick.Attacker}/any")),
        Trick.Signed(
            "badge: status list of loopback", badge => badge["credentialStatus"] = Status("https://127.0.0.1/list")),
        Trick.Signed("badge: status index of 30 digits", badge =>
            badge["credentialStatus"] = With(
                Status($"{Trick.Attacker}/list-bomb"), ("statusListIndex", new string('9', 30)))),
        Trick.Signed("badge: status of an unknown type", badge =>
            badge["credentialStatus"] = new JsonObject { ["id"] = "urn:x", ["type"] = "X" }),
        Trick.Signed("badge: refreshed at a redirect without end", badge => badge["refreshService"] = new JsonObject
        {
            ["id"] = $"{Trick.Attacker}/loop",
            ["type"] = "1EdTechCredentialRefresh",
        }),
        Trick.Signed(
            "badge: 300 endorsements", badge => badge["endorsement"] = Trick.Many(300, number => Endorsement(number))),
        Trick.Signed(
            "badge: 1000 endorsement tokens",
            badge => badge["endorsementJwt"] = Trick.Many(1000, _ => FuzzBadges.Jwt[..500])),
        Trick.Signed("badge: 3000 alignments", badge => Achievement(badge)["alignment"] = Trick.Many(3000, Alignment)),
        Trick.Signed("badge: 3000 pieces of evidence", badge => badge["evidence"] = Trick.Many(3000, number =>
            new JsonObject { ["id"] = $"{Trick.Attacker}/{number}", ["type"] = new JsonArray("Evidence") })),
        Trick.Signed(
            "badge: 2000 identities", badge => Subject(badge)["identifier"] = Trick.Many(2000, number => new JsonObject
        {
            ["type"] = "IdentityObject",
            ["hashed"] = true,
            ["identityType"] = "emailAddress",
            ["salt"] = new string('s', 100),
            ["identityHash"] = $"sha256${number:x64}",
        })),
        Trick.Signed("badge: 3000 results", badge => Subject(badge)["result"] = Trick.Many(3000, number =>
            new JsonObject { ["type"] = new JsonArray("Result"), ["value"] = $"{number}" })),
        Trick.Signed("badge: picture of 600 kB inside", badge => Achievement(badge)["image"] = new JsonObject
        {
            ["id"] = "data:image/png;base64," + new string('A', 600_000),
            ["type"] = "Image",
        }),
        Trick.Signed("badge: picture of a slow site", badge => Achievement(badge)["image"] = Image("/slow")),
        Trick.Signed("badge: picture without end", badge => Achievement(badge)["image"] = Image("/endless")),
        Trick.Signed("badge: picture of loopback", badge => Achievement(badge)["image"] =
            new JsonObject { ["id"] = "https://127.0.0.1/a.png", ["type"] = "Image" }),
        Trick.Signed(
            "badge: markup in every text", badge => badge["name"] = "<script>alert(1)</script><img src=x onerror=a>"),
        Trick.Signed("badge: text that runs right to left", badge => badge["name"] = "\u202Egnicrof\u202C \u2066x"),
        Trick.Signed("badge: name of 500 kB", badge => badge["name"] = new string('é', 250_000)),
        Trick.Signed(
            "badge: dates beyond time", badge => badge["validUntil"] = "9999999-99-99T99:99:99Z", mayBeValid: false),
        Trick.OfText("ob2: hosted at a slow site", () => Hosted($"{Trick.Attacker}/slow")),
        Trick.OfText("ob2: hosted at itself without end", () => Hosted($"{Trick.Attacker}/loop")),
        Trick.OfText("ob2: hosted on loopback", () => Hosted("http://127.0.0.1/x")),
        Trick.OfText("ob2: hosted at anything", () => Hosted($"{Trick.Attacker}/any")),
        Trick.OfText("ob1: old", () => """
            {"badge":"https://a.example.org/b","verify":{"type":"hosted","url":"https://a.example.org/a"},
             "recipient":"x@y.z"}
            """),
        Trick.OfText("address: attacker's picture", () => $"{Trick.Attacker}/png", mayBeValid: true),
        Trick.OfText("address: attacker's anything", () => $"{Trick.Attacker}/any"),
        Trick.OfText("address: of loopback, octal", () => "https://0177.0.0.1/"),
    ];

    private static JsonObject Proof(JsonObject badge) =>
        (badge["proof"] is JsonArray { Count: > 0 } proofs ? proofs[0] : badge["proof"])?.DeepClone().AsObject() ?? [];

    private static JsonObject Forged(JsonObject badge, int number) =>
        With(Proof(badge), ("created", $"2026-01-15T09:30:{number:00}Z"));

    private static JsonObject With(JsonObject json, params (string Name, JsonNode? Value)[] members)
    {
        foreach (var (name, value) in members)
        {
            json[name] = value;
        }

        return json;
    }

    private static void Put(JsonObject badge, string name, JsonNode value) =>
        badge["proof"] = With(Proof(badge), (name, value));

    private static void Disclosed(JsonObject badge, string value) => badge["proof"] =
        With(Proof(badge), ("cryptosuite", "ecdsa-sd-2023"), ("proofValue", "u" + value));

    private static Trick Contexts(string name, JsonNode? more) => Trick.Forged(name, badge =>
    {
        Put(badge, "cryptosuite", "eddsa-rdfc-2022");
        badge["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", more?.DeepClone());
    });

    private static Trick Rdf(string name, JsonArray nodes) => Trick.Forged(name, badge =>
    {
        Put(badge, "cryptosuite", "eddsa-rdfc-2022");
        badge["evidence"] = nodes.DeepClone();
    });

    private static JsonObject Nested(int depth) => depth == 0
        ? []
        : new JsonObject { [$"t{depth}"] = new JsonObject { ["@id"] = "urn:t", ["@context"] = Nested(depth - 1) } };

    private static JsonArray Clique(int size) => Trick.Many(size, number => new JsonObject
    {
        ["id"] = $"_:n{number}",
        ["type"] = "Evidence",
        ["evidence"] = Trick.Many(size, other => new JsonObject { ["id"] = $"_:n{other}" }),
    });

    private static JsonObject Pointing(int from, int to) => new()
    {
        ["id"] = $"_:n{from}",
        ["type"] = "Evidence",
        ["evidence"] = new JsonObject { ["id"] = $"_:n{to}" },
    };

    private static JsonObject Status(string list) => new()
    {
        ["id"] = $"{list}#1",
        ["type"] = List,
        ["statusPurpose"] = "revocation",
        ["statusListIndex"] = "1",
        ["statusListCredential"] = list,
    };

    private static JsonObject Endorsement(int number) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
        ["type"] = new JsonArray("VerifiableCredential", "EndorsementCredential"),
        ["issuer"] = $"did:web:attacker.example.org:{number}",
        ["credentialSubject"] = new JsonObject { ["id"] = $"urn:x:{number}" },
    };

    private static JsonObject Alignment(int number) => new()
    {
        ["type"] = new JsonArray("Alignment"),
        ["targetName"] = $"{number}",
        ["targetUrl"] = $"{Trick.Attacker}/{number}",
    };

    private static JsonObject Image(string path) => new() { ["id"] = Trick.Attacker + path, ["type"] = "Image" };

    private static JsonObject Subject(JsonObject badge) => badge["credentialSubject"]?.AsObject() ?? [];

    private static JsonObject Achievement(JsonObject badge) => Subject(badge)["achievement"]?.AsObject() ?? [];

    private static string Hosted(string address) => new JsonObject
    {
        ["@context"] = "https://w3id.org/openbadges/v2",
        ["type"] = "Assertion",
        ["id"] = address,
        ["badge"] = $"{Trick.Attacker}/any",
        ["verification"] = new JsonObject { ["type"] = "hosted" },
        ["recipient"] = new JsonObject { ["type"] = "email", ["hashed"] = false, ["identity"] = "a@b.c" },
        ["issuedOn"] = "2026-01-01T00:00:00Z",
    }.ToJsonString();
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.Imaging.Png;

namespace Badges.Benchmarks.Load;

/// <summary>The two servers, and what is asked of them.</summary>
internal sealed class Targets : IDisposable
{
    private const int PictureLength = 110_000;
    private const string MultikeyContext = "https://w3id.org/security/multikey/v1";

    private readonly ServerProcess _ours;
    private readonly ServerProcess? _reference;
    private readonly string _referenceInput = Path.GetTempFileName();

    private Targets(ServerProcess ours, bool hasReference)
    {
        _ours = ours;
        var port = ours.Greeting.GetProperty("port").GetInt32();
        var emptyPort = ours.Greeting.GetProperty("emptyPort").GetInt32();
        var ids = ours.Greeting.GetProperty("Ids").EnumerateArray().Select(each => each.GetString()!).ToList();
        var key = ours.Greeting.GetProperty("Key").GetString();
        Target Of(string name, int at, string? holds, IReadOnlyList<byte[]> requests) =>
            new() { Name = name, Server = ours, Port = at, Requests = requests, Holds = holds };

        Empty = Of("empty route, nothing else", emptyPort, null, [RequestBytes.Get("/empty", "*/*")]);
        EmptyInside = Of("empty route, whole pipeline", port, null, [RequestBytes.Get("/empty", "*/*")]);
        Json = Of("GET /credentials/{id}, JSON", port, "\"proofValue\"",
            [.. ids.Select(id => RequestBytes.Get($"/credentials/{id}", "application/json"))]);
        Page = Of("GET /credentials/{id}, HTML", port, "class=\"verdict authentic\"",
            [.. ids.Select(id => RequestBytes.Get($"/credentials/{id}", "text/html"))]);
        var pictures = ids.Select(id => Padded(Fetch(port, $"/credentials/{id}.png", "image/png"))).ToList();
        Verification = Of("POST a PNG to be verified", port, "{\"verdict\":\"valid\",\"trust\":\"known\"",
            [.. pictures.Select(picture => RequestBytes.PostFile("/api/v1/verifications", picture, key))]);
        PictureBytes = pictures[0].Length;
        if (hasReference)
        {
            WriteReferenceInput(port, ids[0]);
            _reference = ServerProcess.StartReference(_referenceInput);
            Reference = new Target
            {
                Name = "the same to the reference",
                Server = _reference,
                Port = _reference.Greeting.GetProperty("port").GetInt32(),
                Requests = [.. pictures.Select(picture => RequestBytes.PostFile("/", picture, key: null))],
                Holds = "{\"verified\":true",
            };
        }
    }

    /// <summary>What Kestrel answers at best in this process.</summary>
    public Target Empty { get; }

    /// <summary>The same behind all that stands before the service's routes.</summary>
    public Target EmptyInside { get; }

    public Target Json { get; }

    public Target Page { get; }

    public Target Verification { get; }

    public Target? Reference { get; }

    public int PictureBytes { get; }

    public IEnumerable<Target> All =>
        new[] { Empty, EmptyInside, Json, Page, Verification, Reference }.OfType<Target>();

    public static Targets Start(bool hasReference)
    {
        var targets = new Targets(ServerProcess.StartOurs(), hasReference);
        foreach (var target in targets.All)
        {
            target.Check();
        }

        return targets;
    }

    public void Dispose()
    {
        _ours.Dispose();
        _reference?.Dispose();
        File.Delete(_referenceInput);
    }

    /// <summary>As long as the pictures that the figures speak of: with a chunk that nobody reads.</summary>
    private static byte[] Padded(byte[] picture)
    {
        var png = PngDatastream.TryRead(picture, out _)!;
        var missing = PictureLength - picture.Length - 12;
        return missing <= 0
            ? picture
            : png.WithChunks([.. png.Chunks.SkipLast(1), new PngChunk("paDd", new byte[missing]), png.Chunks[^1]])
                .ToBytes();
    }

    /// <summary>What the reference looks up: contexts, and the issuer's key and document as we publish them.</summary>
    private void WriteReferenceInput(int port, string id)
    {
        var credential = JsonElement.Parse(Fetch(port, $"/credentials/{id}", "application/json"));
        var issuer = credential.GetProperty("issuer").GetProperty("id").GetString()!;
        var proof = credential.GetProperty("proof");
        proof = proof.ValueKind == JsonValueKind.Array ? proof[0] : proof;
        var method = proof.GetProperty("verificationMethod").GetString()!;
        var controller = JsonNode.Parse(Fetch(port, $"/issuers/{issuer.Split(':')[^1]}/did.json", "application/json"))!;
        var key = controller["verificationMethod"]!.AsArray().Single(each => (string?)each!["id"] == method)!
            .DeepClone().AsObject();
        key.Insert(0, "@context", MultikeyContext);
        var documents = new JsonObject { [method] = key, [issuer] = controller };
        File.WriteAllText(
            _referenceInput,
            new JsonObject
            {
                ["contexts"] = JsonSerializer.SerializeToNode(PeersTable.Contexts()),
                ["documents"] = documents,
            }.ToJsonString());
    }

    private static byte[] Fetch(int port, string path, string accept)
    {
        using var connection = new Connection(port);
        connection.Send(RequestBytes.Get(path, accept));
        var answer = connection.Receive(status: 200);
        return answer[(answer.IndexOf("\r\n\r\n"u8) + 4)..].ToArray();
    }
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Badges.LinkedData.JsonLd;

namespace Badges.Interop.Tests.RandomDocuments;

/// <summary>A random JSON-LD document and the remote contexts that it may name.</summary>
/// <param name="Numbers">The choices that it was made from.</param>
internal sealed record RandomDocument(
    IReadOnlyList<int> Numbers, JsonNode Document, IReadOnlyDictionary<string, JsonNode> Contexts)
{
    private const string Missing = "https://e.example/contexts/missing";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document that these numbers stand for.</summary>
    public static RandomDocument From(int[] numbers)
    {
        var choices = new Choices(numbers);
        choices.MakeMistakes = choices.OnceIn(2);
        choices.HaveEndingContexts = choices.OnceIn(2);
        var contexts = new Dictionary<string, JsonNode>();

        // Addresses and a term of its own: the peer keeps what it made of contexts, and of what they imported.
        var digest = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(numbers.AsSpan())));
        var folder = $"https://e.example/contexts/{digest[..12]}/";
        var remotes = new RemoteContexts(
            choices.OnceIn(2) ? [$"{folder}whole"] : [], choices.OnceIn(3) ? [$"{folder}terms"] : []);
        var remoteWriter = new ContextWriter(choices, RemoteContexts.None, isRemote: true);
        foreach (var address in remotes.Whole)
        {
            var context = ContextWriter.WithoutPropagate(remoteWriter.WriteObject(1));
            contexts[address] = new JsonObject { ["@context"] = context };
        }

        foreach (var address in remotes.OnlyTerms)
        {
            var context = remoteWriter.WriteTerms(1);
            context["own"] = folder;
            contexts[address] = new JsonObject { ["@context"] = context };
        }

        if (choices.Mistake(15))
        {
            remotes = remotes with { Whole = [.. remotes.Whole, Missing] };
        }

        var writer = new ContextWriter(choices, remotes);
        var nodes = new NodeWriter(choices, writer);
        return new RandomDocument(numbers, Write(choices, writer, nodes), contexts);
    }

    public ContextDocuments ReadContexts() => ContextDocuments.Create(Contexts.Select(each => KeyValuePair.Create(
        each.Key, (ReadOnlyMemory<byte>)JsonSerializer.SerializeToUtf8Bytes(each.Value))));

    public override string ToString() =>
        JsonSerializer.Serialize(new { document = Document, contexts = Contexts }, Indented);

    private static JsonNode Write(Choices choices, ContextWriter contexts, NodeWriter nodes)
    {
        var context = contexts.Write();
        if (choices.OnceIn(8))
        {
            var graph = new JsonArray();
            for (var count = choices.Below(4); count > 0; count--)
            {
                graph.Add(nodes.Write(0));
            }

            return new JsonObject { ["@context"] = context, ["@graph"] = graph };
        }

        var document = nodes.Write(0);
        document["@context"] = context;
        return choices.OnceIn(15) ? new JsonArray(document, nodes.Write(0)) : document;
    }
}

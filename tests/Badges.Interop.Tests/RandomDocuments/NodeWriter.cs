using System.Text.Json.Nodes;

namespace Badges.Interop.Tests.RandomDocuments;

/// <summary>Writes node objects, whose members lead to values and to further nodes.</summary>
internal sealed class NodeWriter
{
    private const int Deepest = 5;

    private readonly Choices _choices;
    private readonly ContextWriter _contexts;
    private readonly ValueWriter _values;

    public NodeWriter(Choices choices, ContextWriter contexts)
    {
        _choices = choices;
        _contexts = contexts;
        _values = new ValueWriter(choices, this, contexts, new LiteralWriter(choices));
    }

    public JsonObject Write(int depth)
    {
        var node = new JsonObject();
        if (_choices.OnceIn(10))
        {
            node["@context"] = _contexts.Write(1);
        }

        if (_choices.Below(2) > 0)
        {
            node[_choices.OnceIn(8) ? "id" : "@id"] = Iris.Loose(_choices);
        }

        if (_choices.OnceIn(3))
        {
            node[_choices.Of("@type", "@type", "@type", "type", "kind")] = WriteTypes();
        }

        WriteMembers(node, depth);
        WriteKeywords(node, depth);
        return node;
    }

    /// <summary>A node that says something wherever it stands: a graph of it is never empty.</summary>
    public JsonObject WriteTyped(int depth)
    {
        var node = Write(depth);
        node["@type"] = "https://e.example/T1";
        return node;
    }

    /// <summary>A node without relative address, which is all that the peer bears in a list (tli12, tli14).</summary>
    public JsonObject WriteListed(int depth)
    {
        var node = Write(depth);
        node.Remove("id");
        if (node.ContainsKey("@id"))
        {
            node["@id"] = Iris.Node(_choices);
        }

        return node;
    }

    private JsonNode? WriteTypes() => _choices.Mistake(20)
        ? _choices.Of<JsonNode?>(5, null, new JsonObject(), new JsonArray(), new JsonArray(5))
        : _choices.OnceIn(3)
            ? new JsonArray(Iris.Type(_choices), Iris.Type(_choices))
            : Iris.Type(_choices);

    private void WriteMembers(JsonObject node, int depth)
    {
        if (depth >= Deepest || !_choices.AreLeft)
        {
            return;
        }

        for (var count = depth == 0 ? 1 + _choices.Below(6) : _choices.Below(4); count > 0; count--)
        {
            if (_choices.OnceIn(6))
            {
                var property = _choices.Mistake(8)
                    ? _choices.Of("_:p", "@ignored", "", "@id", "@index")
                    : _choices.Of("https://e.example/p/0", "https://e.example/p/1", "ex:p", "unknown");
                node[property] = property == "@id" ? 5 : _values.WritePlain(depth + 1);
            }
            else
            {
                var kind = _choices.Kind();
                var name = Terms.Name(kind, _choices);
                node[name] = _values.Write(kind, depth + 1, _contexts.IsDefined(name));
            }
        }
    }

    private void WriteKeywords(JsonObject node, int depth)
    {
        if (depth >= Deepest || !_choices.AreLeft)
        {
            return;
        }

        switch (_choices.Below(24))
        {
            case 23:
                node["@index"] = _choices.Of("one", "two");
                break;
            case 22:
                node[_choices.Of("@included", "@included", "included")] = WriteNodes(depth + 1);
                break;
            case 21:
                node[_choices.Of("@reverse", "@reverse", "reverse")] = WriteReverse(depth);
                break;
            case 20 or 19:
                node[_choices.Of("@graph", "@graph", "graph")] = WriteNodes(depth + 1);
                break;
            case 18 or 17:
                node[_choices.Of("@nest", "nest")] = WriteNest(depth);
                break;
            case 16 when _choices.Mistake(3):
                node[_choices.Of("@value", "@language")] = new JsonArray("out of place");
                break;
        }
    }

    /// <summary>What <c>@graph</c> and <c>@included</c> hold. The peer keeps an included node of which nothing is
    /// said.</summary>
    private JsonNode WriteNodes(int depth) => _choices.OnceIn(2)
        ? new JsonArray(WriteTyped(depth), WriteTyped(depth))
        : WriteTyped(depth);

    private JsonObject WriteReverse(int depth)
    {
        var reverse = new JsonObject();
        for (var count = 1 + _choices.Below(2); count > 0; count--)
        {
            var property = _choices.Of("https://e.example/p/0", "reference1", "text1", "back1", "unknown");
            reverse[property] = _choices.Mistake(8) ? _values.WritePlain(depth + 1) : Write(depth + 1);
        }

        return reverse;
    }

    private JsonNode WriteNest(int depth)
    {
        var nest = new JsonObject();
        WriteMembers(nest, depth);
        if (_choices.OnceIn(6))
        {
            nest[_choices.Of("@nest", "nest")] = new JsonObject { ["text1"] = "nested twice" };
        }

        return _choices.Mistake(20) ? "not a node" : nest;
    }
}

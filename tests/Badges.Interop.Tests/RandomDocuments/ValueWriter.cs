using System.Text.Json.Nodes;

namespace Badges.Interop.Tests.RandomDocuments;

/// <summary>
/// Writes what a term of each kind holds. What it never writes, because the peer differs there from the standard's
/// text:
/// <list type="bullet">
/// <item>language tags with a capital or that are not well formed (it lowers these and passes those, twf05);</item>
/// <item>a string typed as <c>xsd:double</c> (it parses and prints it anew; only numbers are to be converted);</item>
/// <item>a negative zero typed as <c>xsd:double</c> (it loses the sign);</item>
/// <item>a fraction that ECMAScript writes without a point, such as 1e-7 (it takes it for the integer 0);</item>
/// <item>integers beyond 2^53, which JSON's readers need not keep apart;</item>
/// <item>an array of types on a value object (it takes it, ter54);</item>
/// <item>an array directly within an array under the keyword <c>@list</c> (it makes a list of lists; only a term
/// whose container is <c>@list</c> does);</item>
/// <item>a relative address in a list (it fails, tli12 and tli14);</item>
/// <item>nothing, or a node of which nothing is said, directly in a <c>@graph</c> container (it drops the property or
/// the graph's name with it);</item>
/// <item>the key <c>@none</c> where no map is read (it drops it in safe mode too);</item>
/// <item>an alias of <c>@none</c> in a map by a property (it takes it for the property's value);</item>
/// <item>a literal in an <c>@id</c> or <c>@type</c> container (it refuses it; the text adds the key);</item>
/// <item>characters from U+E000 to U+FFFF where others have some beyond (it sorts lines by UTF-16 units, the
/// standard by code points).</item>
/// </list>
/// </summary>
internal sealed class ValueWriter(
    Choices choices, NodeWriter nodes, ContextWriter contexts, LiteralWriter literals)
{
    public JsonNode? Write(TermKind kind, int depth, bool isDefined)
    {
        if (choices.Mistake(20))
        {
            return kind is TermKind.Text or TermKind.Typed or TermKind.Set or TermKind.Json ? WritePlain(depth) : null;
        }

        return kind switch
        {
            TermKind.Text => OneOrMore(WriteText),
            TermKind.Number => OneOrMore(literals.WriteNumber),
            TermKind.Typed => OneOrMore(WriteTypedText),
            TermKind.Reference => OneOrMore(() => WriteReference(depth)),
            TermKind.List => WriteList(depth, levels: 2),
            TermKind.Set => WriteSet(depth),
            TermKind.Languages => WriteMap(isDefined, ["fr", "en", "de-at"], () => OneOrMore(literals.WriteString)),
            TermKind.Index => WriteMap(isDefined, ["one", "two"], () => OneOrMore(() => WritePlain(depth))),
            TermKind.PropertyIndex => WriteMap(false, ["one", "two"], () => OneOrMore(() => WriteReference(depth))),
            TermKind.Ids => WriteMap(
                isDefined, ["https://e.example/1", "_:a", "ex:node"], () => OneOrMore(() => nodes.Write(depth))),
            TermKind.Types => WriteMap(
                isDefined, ["https://e.example/T1", "Class1", "Class2"], () => OneOrMore(() => nodes.Write(depth))),
            TermKind.Graph => OneOrMore(() => nodes.WriteTyped(depth), fewest: 1),
            TermKind.GraphIndex => WriteMap(isDefined, ["one", "two"], () => OneOrMore(() => nodes.WriteTyped(depth))),
            TermKind.GraphIds => WriteMap(
                isDefined, ["https://e.example/1", "_:a"], () => OneOrMore(() => nodes.WriteTyped(depth))),
            TermKind.Json => literals.WriteJson(3),
            TermKind.Back => OneOrMore(() => choices.Mistake(10) ? "a literal" : nodes.Write(depth)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is not written"),
        };
    }

    /// <summary>Something that may stand under any property.</summary>
    public JsonNode? WritePlain(int depth) => choices.Below(10) switch
    {
        9 => choices.Mistake(2) ? null : literals.WriteNumber(),
        8 => literals.WriteNumber(),
        7 => new JsonObject { ["@list"] = WriteItems(depth) },
        6 => WriteSet(depth),
        5 => new JsonObject { ["@value"] = literals.WriteJson(2), ["@type"] = "@json" },
        4 => WriteTypedText(),
        3 or 2 => nodes.Write(depth),
        _ => WriteText(),
    };

    private JsonNode? WriteText()
    {
        if (choices.Below(3) < 2)
        {
            return choices.OnceIn(20) ? JsonNode.Parse(choices.Of("-0", "-0.0", "-0e1")) : literals.WriteString();
        }

        var value = new JsonObject { [contexts.IsDefined("value") ? "value" : "@value"] = literals.WriteString() };
        switch (choices.Below(6))
        {
            case 5 when choices.MakeMistakes:
                value["@language"] = "fr";
                WriteDirection(value);
                break;
            case 4:
                value["@index"] = "one";
                break;
            case 3 when choices.MakeMistakes:
                WriteDirection(value);
                break;
            case 2:
                value["@type"] = choices.Of("https://e.example/date", "ex:date", Iris.Date);
                break;
            case 1:
                value["@language"] = choices.Of("fr", "de-at");
                break;
        }

        return value;
    }

    /// <summary>A direction, on a text that no other value has: the peer takes texts that differ only in their
    /// direction for one.</summary>
    private void WriteDirection(JsonObject value)
    {
        value[value.ContainsKey("@value") ? "@value" : "value"] = "directed";
        value["@direction"] = choices.Of("ltr", "rtl");
    }

    private JsonNode? WriteTypedText() => choices.Below(4) == 3
        ? new JsonObject
        {
            ["@value"] = literals.WriteString(),
            ["@type"] = choices.Of("https://e.example/date", Iris.Date),
        }
        : choices.Below(4) == 3 ? true : literals.WriteString();

    private JsonNode WriteReference(int depth) => choices.Below(3) switch
    {
        2 => Iris.Loose(choices),
        1 => new JsonObject { ["@id"] = Iris.Node(choices) },
        _ => nodes.Write(depth),
    };

    private JsonNode? WriteList(int depth, int levels)
    {
        if (choices.OnceIn(5))
        {
            return new JsonObject { [choices.OnceIn(8) ? "list" : "@list"] = WriteItems(depth) };
        }

        var items = new JsonArray();
        for (var count = choices.Below(4); count > 0; count--)
        {
            items.Add(levels > 0 && choices.OnceIn(4) ? WriteList(depth, levels - 1) : WriteItem(depth));
        }

        return items;
    }

    /// <summary>What the keyword <c>@list</c> holds.</summary>
    private JsonArray WriteItems(int depth)
    {
        var items = new JsonArray();
        for (var count = choices.Below(4); count > 0; count--)
        {
            items.Add(choices.OnceIn(6) && depth < 4
                ? new JsonObject { ["@list"] = WriteItems(depth + 1) }
                : WriteItem(depth));
        }

        return items;
    }

    private JsonNode? WriteItem(int depth) => choices.Below(6) switch
    {
        5 => literals.WriteNumber(),
        4 => WriteTypedText(),
        3 => nodes.WriteListed(depth),
        2 => new JsonObject { ["@id"] = Iris.Node(choices) },
        _ => WriteText(),
    };

    private JsonNode? WriteSet(int depth)
    {
        var items = new JsonArray();
        for (var count = choices.Below(4); count > 0; count--)
        {
            items.Add(choices.OnceIn(2) ? nodes.Write(depth) : WriteText());
        }

        return choices.OnceIn(3) ? new JsonObject { [choices.OnceIn(8) ? "set" : "@set"] = items } : items;
    }

    private JsonObject WriteMap(bool isDefined, string[] keys, Func<JsonNode?> write)
    {
        var map = new JsonObject();
        for (var count = choices.Below(3); count >= 0; count--)
        {
            var key = isDefined && choices.OnceIn(4) ? choices.Of("@none", "none") : choices.Of<string>(keys);
            map[key] = write();
        }

        return map;
    }

    private JsonNode? OneOrMore(Func<JsonNode?> write, int fewest = 0)
    {
        if (choices.Below(3) < 2)
        {
            return write();
        }

        var array = new JsonArray();
        for (var count = fewest + choices.Below(4); count > 0; count--)
        {
            array.Add(write());
        }

        return array;
    }
}

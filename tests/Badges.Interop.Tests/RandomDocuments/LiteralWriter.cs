using System.Text.Json.Nodes;

namespace Badges.Interop.Tests.RandomDocuments;

/// <summary>Writes texts, numbers and JSON literals; what it never writes is in <see cref="ValueWriter"/>.</summary>
internal sealed class LiteralWriter(Choices choices)
{
    public JsonNode? WriteString() => choices.Mistake(16)
        ? choices.Of<string?>(null, "@id", "_:a")
        : choices.Of(
            "text", "another", "", "été, «\u00a0œuvre\u00a0»", "one\nline\r\nand\tthe next", "\"quoted\" \\ back",
            "\u0001\u0007\u000b\u007f\u0085", "\U0001F600 \u200d \ufffd", "https://e.example/1", "true", " padded ");

    public JsonNode? WriteNumber()
    {
        var number = JsonNode.Parse(choices.Of(
            "0", "1", "-1", "true", "false", "1.5", "2.0", "1E3", "0.1", "1.25e-7", "1e21", "1.5e300",
            "2.5e-308", "9007199254740991", "0.30000000000000004", "123456.789", "-12.5e-10"));
        if (choices.Below(5) < 4)
        {
            return number;
        }

        var value = new JsonObject { ["@value"] = number };
        if (choices.OnceIn(2))
        {
            value["@type"] = choices.Of(Iris.Integer, Iris.Double, Iris.Float, "https://e.example/measure");
        }

        return value;
    }

    public JsonNode? WriteJson(int levels)
    {
        switch (choices.Below(levels > 0 ? 6 : 3))
        {
            case 5:
                var json = new JsonObject();
                for (var count = choices.Below(4); count > 0; count--)
                {
                    json[choices.Of("a", "A", "é", "\u20ac", "\U0001F600", "1")] = WriteJson(levels - 1);
                }

                return json;
            case 4:
                var array = new JsonArray();
                for (var count = choices.Below(4); count > 0; count--)
                {
                    array.Add(WriteJson(levels - 1));
                }

                return array;
            case 3:
                return null;
            case 2:
                return JsonNode.Parse(
                    choices.Of("0", "-0", "1.50", "1e21", "1.5E-7", "333333333.33333329", "true", "false"));
            default:
                return WriteString();
        }
    }
}

using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>The entries of a map that are keywords. Expansion, step 13.4. JSON-LD 1.1 API, section 5.1.</summary>
internal readonly struct KeywordEntries(
    Expansion expansion,
    ActiveContext active,
    ActiveContext typeScoped,
    string? property,
    JsonElement? inputType,
    MapContent content)
{
    public void Read(string keyword, JsonElement value)
    {
        if (property == "@reverse")
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidReversePropertyMap, value); // 13.4.1
        }

        content.RefuseAgain(keyword); // 13.4.2
        switch (keyword)
        {
            case "@id":
                content.Node.Id = ReadId(value); // 13.4.3
                break;
            case "@type":
                ReadTypes(value); // 13.4.4
                break;
            case "@graph":
                content.Node.Graph = Expand("@graph", value); // 13.4.5
                break;
            case "@included" when !expansion.IsVersion10:
                ReadIncluded(value); // 13.4.6
                break;
            case "@value":
                content.ReadValue(value, IsJson()); // 13.4.7
                break;
            case "@language":
                content.ReadLanguage(value); // 13.4.8
                break;
            case "@direction" when !expansion.IsVersion10:
                content.ReadDirection(value); // 13.4.9
                break;
            case "@index":
                content.Node.Index = JsonText.Of(value, JsonLdErrorCodes.InvalidIndexValue); // 13.4.10
                break;
            case "@list":
                ReadList(value); // 13.4.11
                break;
            case "@set":
                var start = expansion.Output.Count;
                var definition = property is null ? null : active.Find(property);
                content.IsSetOfMany = expansion.Expand(active, property, definition, value);
                content.Set = expansion.Take(start); // 13.4.12
                break;
            case "@reverse":
                ReadReverse(value); // 13.4.13
                break;
            default:
                expansion.Safety.Lose("keyword without meaning here", keyword);
                break;
        }
    }

    private Name ReadId(JsonElement value)
    {
        var id = value.ValueKind is JsonValueKind.String
            ? expansion.NameOf(active, JsonText.Of(value), isDocumentRelative: true)
            : throw JsonLdException.At(JsonLdErrorCodes.InvalidIdValue, value);
        if (id.IsRelative)
        {
            expansion.Safety.Lose("relative @id", value);
        }

        return id;
    }

    private void ReadTypes(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.String)
        {
            ReadType(value);
            return;
        }

        if (value.ValueKind is not JsonValueKind.Array)
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidTypeValue, value);
        }

        content.Node.TypeCount ??= 0;
        foreach (var each in value.EnumerateArray())
        {
            if (each.ValueKind is not JsonValueKind.String)
            {
                throw JsonLdException.At(JsonLdErrorCodes.InvalidTypeValue, value);
            }

            ReadType(each);
        }
    }

    private void ReadType(JsonElement value)
    {
        var type = Words.Find(typeScoped, value)?.Name
            ?? expansion.NameOf(typeScoped, JsonText.Of(value), isVocab: true, isDocumentRelative: true);
        if (type.IsRelative && type.Text != "@json")
        {
            expansion.Safety.Lose("undefined type", value);
        }

        if (type != Name.Nothing)
        {
            content.Node.AddType(type);
            expansion.MemberCount++;
        }
    }

    private void ReadIncluded(JsonElement value)
    {
        var start = expansion.Output.Count;
        expansion.Expand(active, "@included", null, value);
        var items = expansion.Take(start);
        var isNothing = items.Length == 0 && value.ValueKind is not JsonValueKind.Array;
        if (isNothing || Array.Exists(items, item => item is ValueObject or ListObject))
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidIncludedValue, value);
        }

        if (Array.Exists(items, item => item is Name or NodeObject { IsReference: true }))
        {
            expansion.Safety.Lose("nothing said of what is included", value);
        }

        (content.Node.Included ??= []).AddRange(items);
    }

    private bool IsJson() => inputType is { } type
        && expansion.Iris.Expand(active, JsonText.Of(type), isVocab: true) == "@json";

    private void ReadList(JsonElement value)
    {
        if (property is null or "@graph")
        {
            expansion.Safety.Lose("free-floating list", value); // 13.4.11.1
            return;
        }

        var items = Expand(property, value);
        expansion.RefuseListOfLists(property, items);
        content.List = items;
    }

    private void ReadReverse(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidReverseValue, value);
        }

        foreach (var item in Expand("@reverse", value))
        {
            if (item is not NodeObject node)
            {
                continue;
            }

            content.Node.HasEmptyProperty |= node.HasEmptyProperty;
            foreach (var (name, reversed) in node.Reverse ?? [])
            {
                content.Node.Add(name, reversed); // 13.4.13.3
            }

            foreach (var (name, member) in node.Members ?? [])
            {
                content.AddReverse(name, member, value); // 13.4.13.4
            }
        }
    }

    private ExpandedItem[] Expand(string word, JsonElement value)
    {
        var start = expansion.Output.Count;
        expansion.Expand(active, word, active.Find(word), value);
        return expansion.Take(start);
    }
}

using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>One map. Expansion, steps 12 to 19. JSON-LD 1.1 API, section 5.1. What its keywords say is kept by
/// <see cref="MapContent"/> until all is read.</summary>
/// <param name="typeScoped">The context before those of its types, in which types are read.</param>
/// <param name="property">The active property of the map itself.</param>
/// <param name="inputType">The type that says how <c>@value</c> is read.</param>
internal sealed class MapExpansion(
    Expansion expansion,
    ActiveContext active,
    ActiveContext typeScoped,
    string? property,
    JsonElement? inputType)
{
    private readonly MapContent _content = new(expansion, property);

    /// <summary>Adds to the output what the map stands for.</summary>
    /// <returns>Whether that is a set written as a list.</returns>
    public bool Expand(JsonElement map)
    {
        Read(map);
        return _content.Conclude(map);
    }

    /// <summary>Steps 13 and 14.</summary>
    private void Read(JsonElement map)
    {
        List<(string Name, JsonElement Value)>? nests = null;
        foreach (var member in map.EnumerateObject())
        {
            if (Words.Is(member, "@context"u8))
            {
                continue; // 13.1
            }

            var definition = Words.Find(active, member, out var word);
            var name = definition?.Name ?? expansion.NameOf(active, word, isVocab: true); // 13.2
            if (name.IsKeyword && name.Text == "@nest")
            {
                (nests ??= []).Add((word, member.Value)); // 13.4.14
            }
            else if (name.IsKeyword)
            {
                ReadKeyword(name.Text, member.Value); // 13.4
            }
            else if (name.IsRelative)
            {
                expansion.Safety.Lose("undefined", word); // 13.3
            }
            else
            {
                ReadProperty(word, definition, name, member.Value, map); // 13.5
            }
        }

        foreach (var (name, value) in nests ?? [])
        {
            expansion.Budget.Enter(name);
            ReadNest(name, value); // 14
            expansion.Budget.Leave();
        }
    }

    private void ReadKeyword(string keyword, JsonElement value)
    {
        if (property == "@reverse")
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidReversePropertyMap, value); // 13.4.1
        }

        _content.RefuseAgain(keyword); // 13.4.2
        switch (keyword)
        {
            case "@id":
                _content.Node.Id = ReadId(value); // 13.4.3
                break;
            case "@type":
                ReadTypes(value); // 13.4.4
                break;
            case "@graph":
                _content.Node.Graph = Expand("@graph", value); // 13.4.5
                break;
            case "@included" when !expansion.IsVersion10:
                ReadIncluded(value); // 13.4.6
                break;
            case "@value":
                _content.ReadValue(value, IsJson()); // 13.4.7
                break;
            case "@language":
                _content.ReadLanguage(value); // 13.4.8
                break;
            case "@direction" when !expansion.IsVersion10:
                _content.ReadDirection(value); // 13.4.9
                break;
            case "@index":
                _content.Node.Index = value.ValueKind is JsonValueKind.String
                    ? JsonText.Of(value)
                    : throw JsonLdException.At(JsonLdErrorCodes.InvalidIndexValue, value); // 13.4.10
                break;
            case "@list":
                ReadList(value); // 13.4.11
                break;
            case "@set":
                var start = expansion.Output.Count;
                _content.IsSetOfMany = expansion.Expand(active, property, Find(property), value);
                _content.Set = expansion.Take(start); // 13.4.12
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

        _content.Node.TypeCount ??= 0;
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
            _content.Node.AddType(type);
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

        (_content.Node.Included ??= []).AddRange(items);
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
        RefuseListOfLists(items);
        _content.List = items;
    }

    private void RefuseListOfLists(ExpandedItem[] items)
    {
        if (expansion.IsVersion10 && Array.Exists(items, item => item is ListObject))
        {
            throw new JsonLdException(JsonLdErrorCodes.ListOfLists, property ?? "@list");
        }
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

            foreach (var (name, reversed) in node.Reverse ?? [])
            {
                _content.Node.Add(name, reversed); // 13.4.13.3
            }

            foreach (var (name, member) in node.Members ?? [])
            {
                AddReverse(name, member, value); // 13.4.13.4
            }
        }
    }

    private void AddReverse(Name name, ExpandedItem item, JsonElement value)
    {
        if (item is ValueObject or ListObject)
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidReversePropertyValue, value);
        }

        _content.Node.AddReverse(name, item);
    }

    private void ReadProperty(
        string word, TermDefinition? definition, Name name, JsonElement value, JsonElement map)
    {
        var output = expansion.Output;
        var start = output.Count;
        var isMany = true;
        var mapTerm = value.ValueKind is JsonValueKind.Object ? definition : null;
        if (definition is { TypeMapping: "@json" })
        {
            output.Add(new ValueObject { Value = value, Type = "@json" }); // 13.6
        }
        else if (mapTerm?.Has(Container.Language) is true)
        {
            new MapsOfValues(expansion, active, mapTerm).ReadLanguages(value); // 13.7
        }
        else if (mapTerm?.Has(Container.Index | Container.Type | Container.Id) is true)
        {
            new MapsOfValues(expansion, active, mapTerm).ReadIndexes(value); // 13.8
        }
        else
        {
            isMany = expansion.Expand(active, word, definition, value); // 13.9
            isMany = definition is null ? isMany : Contain(definition, value, start, isMany);
        }

        var node = _content.Node;
        node.HasEmptyProperty |= isMany && output.Count == start;
        for (var index = start; index < output.Count; index++)
        {
            if (definition is { IsReverse: true })
            {
                AddReverse(name, output[index], value); // 13.13
            }
            else
            {
                node.Add(name, output[index], expected: map.GetPropertyCount()); // 13.14
            }
        }

        expansion.MemberCount += output.Count - start;
        expansion.Drop(start);
    }

    /// <summary>Steps 13.10 to 13.12.</summary>
    private bool Contain(TermDefinition definition, JsonElement value, int start, bool isMany)
    {
        var output = expansion.Output;
        var isNothing = !isMany && output.Count == start; // 13.10
        var isList = !isMany && output.Count > start && output[start] is ListObject;
        if (definition.Has(Container.List) && !isNothing && !isList)
        {
            var items = expansion.Take(start);
            RefuseListOfLists(items);
            output.Add(new ListObject(items)); // 13.11
        }

        if (definition.Has(Container.Graph) && !definition.Has(Container.Id | Container.Index))
        {
            for (var index = start; index < output.Count; index++)
            {
                output[index] = NodeObject.GraphOf(output[index]); // 13.12
            }
        }

        return isMany;
    }

    /// <summary>Step 14.</summary>
    private void ReadNest(string name, JsonElement value)
    {
        var outer = active;
        if (active.Find(name) is { LocalContext: not null } term)
        {
            active = expansion.Contexts.ProcessScoped(active, term, isTypeScoped: false);
        }

        if (value.ValueKind is JsonValueKind.Array)
        {
            foreach (var each in value.EnumerateArray())
            {
                ReadNested(each, value);
            }
        }
        else
        {
            ReadNested(value, value);
        }

        active = outer;
    }

    private void ReadNested(JsonElement nested, JsonElement value)
    {
        if (nested.ValueKind is not JsonValueKind.Object || HasValue(nested))
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidNestValue, value); // 14.2.1
        }

        Read(nested); // 14.2.2
    }

    private bool HasValue(JsonElement map)
    {
        foreach (var member in map.EnumerateObject())
        {
            if (active.Aliases.IsValue(member))
            {
                return true;
            }
        }

        return false;
    }

    private ExpandedItem[] Expand(string word, JsonElement value)
    {
        var start = expansion.Output.Count;
        expansion.Expand(active, word, Find(word), value);
        return expansion.Take(start);
    }

    private TermDefinition? Find(string? word) => word is null ? null : active.Find(word);
}

using System.Text.Json;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.JsonLd;

/// <summary>The entries of one map. Expansion, steps 13 and 14. JSON-LD 1.1 API, section 5.1.</summary>
/// <param name="typeScoped">The context before those of its types, in which types are read.</param>
/// <param name="property">The active property of the map itself.</param>
/// <param name="inputType">The type that says how <c>@value</c> is read.</param>
internal sealed class MapExpansion(
    Expansion expansion,
    ActiveContext active,
    ActiveContext typeScoped,
    string? property,
    string? inputType,
    ExpandedObject result)
{
    private readonly SafeMode _safety = expansion.Safety;
    private List<string>? _seen;

    public void Read(List<(string Name, JsonElement Value)> members)
    {
        List<(string Name, JsonElement Value)>? nests = null;
        foreach (var (name, value) in members)
        {
            if (name == "@context")
            {
                continue; // 13.1
            }

            var definition = active.Find(name);
            var expanded = definition is not null ? definition.Iri : expansion.Iris.Expand(active, name, isVocab: true);
            if (expanded is null || !(Keywords.Contains(expanded) || expanded.Contains(':', StringComparison.Ordinal)))
            {
                _safety.Lose("undefined", name); // 13.3
                continue;
            }

            if (expanded == "@nest")
            {
                (nests ??= []).Add((name, value)); // 13.4.14
            }
            else if (expanded[0] == '@')
            {
                ReadKeyword(expanded, value); // 13.4
            }
            else
            {
                ReadProperty(name, definition, expanded, value); // 13.5
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
            throw Error(JsonLdErrorCodes.InvalidReversePropertyMap, value); // 13.4.1
        }

        if (_seen is not null && _seen.Contains(keyword) && keyword is not ("@included" or "@type"))
        {
            throw new JsonLdException(JsonLdErrorCodes.CollidingKeywords, keyword); // 13.4.2
        }

        (_seen ??= []).Add(keyword);

        switch (keyword)
        {
            case "@id":
                result.Id = ReadId(value); // 13.4.3
                break;
            case "@type":
                ReadTypes(value); // 13.4.4
                break;
            case "@graph":
                expansion.Expand(active, "@graph", value, result.Graph = []); // 13.4.5
                break;
            case "@included":
                ReadIncluded(value); // 13.4.6
                break;
            case "@value":
                ReadValue(value); // 13.4.7
                break;
            case "@language":
                ReadLanguage(value); // 13.4.8
                break;
            case "@direction":
                result.Direction = expansion.IsVersion10 ? null : TermEntries.ReadDirection(value); // 13.4.9
                break;
            case "@index":
                result.Index = value.ValueKind is JsonValueKind.String
                    ? JsonText.Of(value)
                    : throw Error(JsonLdErrorCodes.InvalidIndexValue, value); // 13.4.10
                break;
            case "@list":
                ReadList(value); // 13.4.11
                break;
            case "@set":
                result.IsSetOfMany = expansion.Expand(active, property, value, result.Set = []); // 13.4.12
                break;
            case "@reverse":
                ReadReverse(value); // 13.4.13
                break;
            default:
                _safety.Lose("keyword without meaning here", keyword);
                break;
        }
    }

    private string? ReadId(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String)
        {
            throw Error(JsonLdErrorCodes.InvalidIdValue, value);
        }

        var id = expansion.Iris.Expand(active, JsonText.Of(value), isVocab: false, isDocumentRelative: true);
        if (id is null || !id.Contains(':', StringComparison.Ordinal))
        {
            _safety.Lose("relative @id", value);
        }

        // A node whose name means nothing is not nameless: what it says is dropped.
        return id ?? string.Empty;
    }

    private void ReadTypes(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                AddType(JsonText.Of(value));
                break;
            case JsonValueKind.Array:
                result.Types ??= [];
                foreach (var each in value.EnumerateArray())
                {
                    AddType(each.ValueKind is JsonValueKind.String
                        ? JsonText.Of(each)
                        : throw Error(JsonLdErrorCodes.InvalidTypeValue, value));
                }

                break;
            default:
                throw Error(JsonLdErrorCodes.InvalidTypeValue, value);
        }
    }

    private void AddType(string text)
    {
        var type = expansion.Iris.Expand(typeScoped, text, isVocab: true, isDocumentRelative: true);
        if (type is null || !(type.Contains(':', StringComparison.Ordinal) || type is "@json"))
        {
            _safety.Lose("undefined type", text);
        }

        if (type is not null)
        {
            (result.Types ??= []).Add(type);
        }
    }

    private void ReadIncluded(JsonElement value)
    {
        if (expansion.IsVersion10)
        {
            return;
        }

        var included = result.Included ??= [];
        var first = included.Count;
        expansion.Expand(active, null, value, included);
        if (included.Count == first && value.ValueKind is not JsonValueKind.Array)
        {
            throw Error(JsonLdErrorCodes.InvalidIncludedValue, value);
        }

        if (included.Exists(each => each.IsValue || each.List is not null)
            || (value.ValueKind is JsonValueKind.Array && HasNoNode(value)))
        {
            throw Error(JsonLdErrorCodes.InvalidIncludedValue, value);
        }
    }

    /// <summary>Whether something that is no node is among the items: it has been dropped as free-floating.</summary>
    private bool HasNoNode(JsonElement items) => items.EnumerateArray().Any(item =>
        item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)
        || (item.ValueKind is JsonValueKind.Object && JsonText.Members(item).Exists(member =>
            expansion.Iris.Expand(active, member.Name, isVocab: true) is "@value" or "@list" or "@set")));

    private void ReadValue(JsonElement value)
    {
        if (inputType == "@json")
        {
            result.Value = expansion.IsVersion10
                ? throw Error(JsonLdErrorCodes.InvalidValueObjectValue, value)
                : value;
        }
        else if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            throw Error(JsonLdErrorCodes.InvalidValueObjectValue, value);
        }

        result.IsValue = true;
        result.Value = value;
        result.Text = value.ValueKind is JsonValueKind.String && inputType != "@json" ? JsonText.Of(value) : null;
    }

    private void ReadLanguage(JsonElement value)
    {
        var language = value.ValueKind is JsonValueKind.String
            ? JsonText.Of(value)
            : throw Error(JsonLdErrorCodes.InvalidLanguageTaggedString, value);
        if (!LanguageTag.IsWellFormed(language))
        {
            _safety.Lose("language tag", language);
        }

        result.Language = language.ToLowerInvariant();
    }

    private void ReadList(JsonElement value)
    {
        if (property is null or "@graph")
        {
            _safety.Lose("free-floating list", value);
            return;
        }

        var items = new List<ExpandedObject>();
        if (value.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                var start = items.Count;
                var nested = new List<ExpandedObject>();
                var isMany = expansion.Expand(active, property, item, nested);
                if (isMany && active.Find(property) is { } term && term.Has(Container.List))
                {
                    items.Add(new() { List = nested });
                }
                else
                {
                    items.AddRange(nested);
                }

                RefuseListOfLists(items, start);
            }
        }
        else
        {
            expansion.Expand(active, property, value, items);
            RefuseListOfLists(items, 0);
        }

        result.List = items;
    }

    private void RefuseListOfLists(List<ExpandedObject> items, int start)
    {
        if (expansion.IsVersion10 && items.FindIndex(start, item => item.List is not null) >= 0)
        {
            throw new JsonLdException(JsonLdErrorCodes.ListOfLists, property ?? "@list");
        }
    }

    private void ReadReverse(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            throw Error(JsonLdErrorCodes.InvalidReverseValue, value);
        }

        var inner = new List<ExpandedObject>();
        expansion.Expand(active, "@reverse", value, inner);
        foreach (var node in inner)
        {
            foreach (var member in node.Reverse ?? [])
            {
                result.Add(member.Property, member.Value);
            }

            foreach (var member in node.Members ?? [])
            {
                AddReverse(member.Property, member.Value, value);
            }
        }
    }

    private void AddReverse(Iri reverse, ExpandedObject item, JsonElement value)
    {
        if (item.IsValue || item.List is not null)
        {
            throw Error(JsonLdErrorCodes.InvalidReversePropertyValue, value);
        }

        result.AddReverse(reverse, item);
    }

    private void ReadProperty(string name, TermDefinition? definition, string expanded, JsonElement value)
    {
        var items = new List<ExpandedObject>(value.ValueKind is JsonValueKind.Array ? value.GetArrayLength() : 1);
        var isMap = value.ValueKind is JsonValueKind.Object;
        var isMany = true;
        if (definition?.TypeMapping == "@json")
        {
            items.Add(new() { IsValue = true, Value = value, Types = ["@json"] }); // 13.6
        }
        else if (isMap && definition is not null && definition.Has(Container.Language))
        {
            MapsOfValues.ReadLanguages(expansion, active, definition, value, items); // 13.7
        }
        else if (isMap && definition is not null && definition.Has(Container.Index | Container.Type | Container.Id))
        {
            MapsOfValues.ReadIndexes(expansion, active, name, definition, value, items); // 13.8
        }
        else
        {
            isMany = ExpandValue(name, definition, value, items); // 13.9 to 13.12
        }

        result.HasEmptyProperty |= isMany && items.Count == 0;
        var predicate = definition?.Predicate ?? new Iri(expanded);
        foreach (var item in items)
        {
            if (definition is { IsReverse: true })
            {
                AddReverse(predicate, item, value); // 13.13
            }
            else
            {
                result.Add(predicate, item); // 13.14
            }
        }
    }

    private bool ExpandValue(
        string name, TermDefinition? definition, JsonElement value, List<ExpandedObject> items)
    {
        var isMany = expansion.Expand(active, name, value, items);
        if (definition is null)
        {
            return isMany;
        }

        if (definition.Has(Container.List) && value.ValueKind is not JsonValueKind.Null
            && !(items is [{ List: not null }] && !isMany) && (isMany || items.Count > 0))
        {
            var list = new ExpandedObject { List = [.. items] }; // 13.11
            RefuseListOfLists(items, 0);
            items.Clear();
            items.Add(list);
        }

        if (definition.Has(Container.Graph) && !definition.Has(Container.Id | Container.Index))
        {
            for (var index = 0; index < items.Count; index++)
            {
                items[index] = new() { Graph = [items[index]] }; // 13.12
            }
        }

        return isMany;
    }

    private void ReadNest(string name, JsonElement value)
    {
        var nested = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];
        var inner = active.Find(name) is { LocalContext: not null } term
            ? new MapExpansion(
                expansion, expansion.Contexts.ProcessScoped(active, term, isTypeScoped: false), typeScoped, property,
                inputType, result)
            : this;
        foreach (var each in nested)
        {
            if (each.ValueKind is not JsonValueKind.Object || JsonText.Members(each) is var members && members.Exists(
                member => expansion.Iris.Expand(inner.Active, member.Name, isVocab: true) == "@value"))
            {
                throw Error(JsonLdErrorCodes.InvalidNestValue, value); // 14.2.1
            }

            inner.Read(JsonText.Members(each)); // 14.2.2
        }
    }

    private ActiveContext Active => active;

    private static JsonLdException Error(string code, JsonElement value) => JsonLdException.At(code, value);
}

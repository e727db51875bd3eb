using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>Values that a term keeps in a map by their language, index, type or name. Expansion, steps 13.7 and 13.8.
/// JSON-LD 1.1 API, section 5.1.</summary>
internal sealed class MapsOfValues(Expansion expansion, ActiveContext active, TermDefinition term)
{
    /// <summary>Step 13.7.</summary>
    public void ReadLanguages(JsonElement map)
    {
        var direction = term.HasDirection ? term.Direction : active.Direction;
        foreach (var member in map.EnumerateObject())
        {
            var tag = JsonText.NameOf(member);
            var isNone = expansion.Iris.Expand(active, tag, isVocab: true) == "@none";
            if (!isNone && !LanguageTag.IsWellFormed(tag))
            {
                expansion.Safety.Lose("language tag", tag);
            }

            var language = isNone ? null : tag.ToLowerInvariant();
            if (member.Value.ValueKind is not JsonValueKind.Array)
            {
                AddText(member.Value, language, direction);
                continue;
            }

            foreach (var item in member.Value.EnumerateArray())
            {
                AddText(item, language, direction);
            }
        }
    }

    /// <summary>Step 13.8.</summary>
    public void ReadIndexes(JsonElement map)
    {
        foreach (var member in map.EnumerateObject())
        {
            var index = JsonText.NameOf(member);
            var inner = ContextOf(index);
            var expandedIndex = expansion.Iris.Expand(active, index, isVocab: true); // 13.8.3.4
            var start = expansion.Output.Count;
            expansion.Expand(inner, term.Term, inner.Find(term.Term), member.Value, isFromMap: true); // 13.8.3.6
            for (var item = start; item < expansion.Output.Count; item++)
            {
                var indexed = expansion.Output[item];
                if (term.Has(Container.Graph) && indexed is not NodeObject { IsGraphObject: true })
                {
                    indexed = NodeObject.GraphOf(indexed); // 13.8.3.7.1
                }

                expansion.Output[item] = expandedIndex == "@none"
                    ? indexed
                    : WithIndex(indexed, index, expandedIndex, member.Value);
            }
        }
    }

    private void AddText(JsonElement item, string? language, string? direction)
    {
        if (item.ValueKind is JsonValueKind.Null)
        {
            return; // 13.7.4.2.1
        }

        expansion.Output.Add(new ValueObject
        {
            Value = item,
            Text = JsonText.Of(item, JsonLdErrorCodes.InvalidLanguageMapValue), // 13.7.4.2.2
            Language = language,
            Direction = direction,
        });
    }

    /// <summary>Steps 13.8.3.1 to 13.8.3.3.</summary>
    private ActiveContext ContextOf(string index)
    {
        if (!term.Has(Container.Id | Container.Type))
        {
            return active;
        }

        var inner = active.Previous ?? active;
        return term.Has(Container.Type) && inner.Find(index) is { LocalContext: not null } type
            ? expansion.Contexts.ProcessScoped(inner, type, isTypeScoped: true)
            : inner;
    }

    /// <summary>Steps 13.8.3.7.2 to 13.8.3.7.5.</summary>
    private ExpandedItem WithIndex(ExpandedItem item, string index, string? expandedIndex, JsonElement value)
    {
        if (item is Name id)
        {
            item = new NodeObject { Id = id };
        }

        if (term is { IndexMapping: { } key } && term.Has(Container.Index))
        {
            AddIndexProperty(item as NodeObject ?? throw NotANode(value), key, index); // 13.8.3.7.2
        }
        else if (term.Has(Container.Index))
        {
            if (item is NodeObject node)
            {
                node.Index ??= index; // 13.8.3.7.3
            }
        }
        else if (term.Has(Container.Id))
        {
            var node = item as NodeObject ?? throw NotANode(value);
            node.Id ??= NameOf(index); // 13.8.3.7.4
        }
        else if (expandedIndex is not null)
        {
            return WithType(item, new(expandedIndex)); // 13.8.3.7.5
        }

        return item;
    }

    private Name NameOf(string index)
    {
        var name = expansion.NameOf(active, index, isDocumentRelative: true);
        if (name.IsRelative)
        {
            expansion.Safety.Lose("relative @id", index);
        }

        return name;
    }

    private ExpandedItem WithType(ExpandedItem item, Name type)
    {
        if (type.IsRelative)
        {
            expansion.Safety.Lose("undefined type", type.Text);
        }

        if (item is NodeObject node)
        {
            node.AddType(type);
        }

        return item is ValueObject { Type: null } value
            ? new ValueObject { Value = value.Value, Text = value.Text, Type = type.Text }
            : item;
    }

    /// <summary>The index as a property of its own.</summary>
    private void AddIndexProperty(NodeObject node, string key, string index)
    {
        var property = expansion.NameOf(active, key, isVocab: true);
        if (property != Name.Nothing)
        {
            node.Add(property, ValueExpansion.ExpandText(expansion, active, active.Find(key), index));
        }
    }

    private static JsonLdException NotANode(JsonElement value) =>
        JsonLdException.At(JsonLdErrorCodes.InvalidValueObject, value);
}

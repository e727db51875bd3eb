using System.Text.Json;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.JsonLd;

/// <summary>Values that are kept in a map by their language, index, type or name. Expansion, steps 13.7 and
/// 13.8.</summary>
internal static class MapsOfValues
{
    /// <summary>Step 13.7.</summary>
    public static void ReadLanguages(
        Expansion expansion, ActiveContext active, TermDefinition definition, JsonElement map,
        List<ExpandedObject> output)
    {
        var direction = definition.HasDirection ? definition.Direction : active.Direction;
        foreach (var (language, value) in JsonText.Members(map))
        {
            var isNone = expansion.Iris.Expand(active, language, isVocab: true) == "@none";
            if (!isNone && !LanguageTag.IsWellFormed(language))
            {
                expansion.Safety.Lose("language tag", language);
            }

            var items = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];
            foreach (var item in items)
            {
                if (item.ValueKind is JsonValueKind.Null)
                {
                    continue;
                }

                if (item.ValueKind is not JsonValueKind.String)
                {
                    throw JsonLdException.At(JsonLdErrorCodes.InvalidLanguageMapValue, item);
                }

                var text = ExpandedObject.OfText(JsonText.Of(item));
                text.Language = isNone ? null : language.ToLowerInvariant();
                text.Direction = direction;
                output.Add(text);
            }
        }
    }

    /// <summary>Step 13.8.</summary>
    public static void ReadIndexes(
        Expansion expansion, ActiveContext active, string term, TermDefinition definition, JsonElement map,
        List<ExpandedObject> output)
    {
        foreach (var (index, value) in JsonText.Members(map))
        {
            var inner = active;
            if (definition.Has(Container.Id | Container.Type))
            {
                inner = active.Previous ?? active;
            }

            if (definition.Has(Container.Type) && inner.Find(index) is { LocalContext: not null } type)
            {
                inner = expansion.Contexts.ProcessScoped(inner, type, isTypeScoped: true);
            }
            else if (!definition.Has(Container.Id | Container.Type))
            {
                inner = active;
            }

            var expandedIndex = expansion.Iris.Expand(active, index, isVocab: true);
            var items = new List<ExpandedObject>();
            expansion.Expand(inner, term, value, items, isFromMap: true);
            foreach (var item in items)
            {
                output.Add(WithIndex(expansion, active, definition, index, expandedIndex, item, value));
            }
        }
    }

    /// <summary>Step 13.8.3.7.</summary>
    private static ExpandedObject WithIndex(
        Expansion expansion, ActiveContext active, TermDefinition definition, string index, string? expandedIndex,
        ExpandedObject item, JsonElement value)
    {
        var indexed = definition.Has(Container.Graph) && !item.IsGraphObject
            ? new ExpandedObject { Graph = [item] }
            : item;
        if (expandedIndex == "@none")
        {
            return indexed;
        }

        if (definition.Has(Container.Index))
        {
            if (definition.IndexMapping is { } key)
            {
                AddIndexProperty(expansion, active, key, index, indexed, value);
            }
            else
            {
                indexed.Index ??= index;
            }
        }
        else if (definition.Has(Container.Id))
        {
            indexed.Id ??= expansion.Iris.Expand(active, index, isVocab: false, isDocumentRelative: true) ?? string.Empty;
            if (!indexed.Id.Contains(':', StringComparison.Ordinal))
            {
                expansion.Safety.Lose("relative @id", index);
            }
        }
        else if (definition.Has(Container.Type) && expandedIndex is not null)
        {
            if (!expandedIndex.Contains(':', StringComparison.Ordinal))
            {
                expansion.Safety.Lose("undefined type", index);
            }

            (indexed.Types ??= []).Insert(0, expandedIndex);
        }

        return indexed;
    }

    /// <summary>The index as a property of its own. Step 13.8.3.7.2.</summary>
    private static void AddIndexProperty(
        Expansion expansion, ActiveContext active, string key, string index, ExpandedObject item, JsonElement value)
    {
        if (item.IsValue)
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidValueObject, value);
        }

        if (expansion.Iris.Expand(active, key, isVocab: true) is { } property)
        {
            item.Add(new Iri(property), ValueExpansion.ExpandIndex(expansion, active, active.Find(key), index));
        }
    }
}

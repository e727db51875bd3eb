using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>Value Expansion. JSON-LD 1.1 API, section 5.3.</summary>
internal static class ValueExpansion
{
    /// <summary>What a scalar stands for as the value of a term.</summary>
    public static ExpandedItem Expand(
        Expansion expansion, ActiveContext active, TermDefinition? definition, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.String)
        {
            return ExpandText(expansion, active, definition, JsonText.Of(value));
        }

        var type = definition?.TypeMapping;
        return new ValueObject { Value = value, Type = type is "@id" or "@vocab" or "@none" ? null : type }; // 3, 4
    }

    /// <summary>The same for a text, which may also be the key of an index map.</summary>
    public static ExpandedItem ExpandText(
        Expansion expansion, ActiveContext active, TermDefinition? definition, string text)
    {
        var type = definition?.TypeMapping;
        if (type is "@id" or "@vocab")
        {
            return ExpandReference(expansion, active, text, isVocab: type == "@vocab"); // 1, 2
        }

        if (type is not (null or "@none"))
        {
            return new ValueObject { Text = text, Type = type }; // 3, 4
        }

        return new ValueObject
        {
            Text = text,
            Language = definition is { HasLanguage: true } ? definition.Language : active.Language, // 5.1
            Direction = definition is { HasDirection: true } ? definition.Direction : active.Direction, // 5.2
        };
    }

    private static Name ExpandReference(Expansion expansion, ActiveContext active, string text, bool isVocab)
    {
        var name = expansion.NameOf(active, text, isVocab, isDocumentRelative: true);
        if (name.IsRelative)
        {
            expansion.Safety.Lose("relative reference", text);
        }

        return name;
    }
}

using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>Value Expansion, JSON-LD 1.1 API, section 5.3, and what a value object may hold.</summary>
internal static class ValueExpansion
{
    /// <summary>What a scalar stands for as the value of a term.</summary>
    public static ExpandedObject Expand(
        Expansion expansion, ActiveContext active, TermDefinition? definition, JsonElement value)
    {
        var text = value.ValueKind is JsonValueKind.String ? JsonText.Of(value) : null;
        if (text is not null && definition?.TypeMapping is "@id" or "@vocab")
        {
            return new() { Id = ExpandReference(expansion, active, text!, definition.TypeMapping == "@vocab") }; // 1, 2
        }

        var result = new ExpandedObject { IsValue = true, Value = value, Text = text }; // 3
        if (definition?.TypeMapping is { } type && type is not ("@id" or "@vocab" or "@none"))
        {
            result.Types = [type]; // 4
        }
        else if (text is not null)
        {
            result.Language = definition is { HasLanguage: true } ? definition.Language : active.Language; // 5
            result.Direction = definition is { HasDirection: true } ? definition.Direction : active.Direction;
        }

        return result;
    }

    /// <summary>The same for a text that is the key of an index map.</summary>
    public static ExpandedObject ExpandIndex(
        Expansion expansion, ActiveContext active, TermDefinition? definition, string index)
    {
        if (definition?.TypeMapping is "@id" or "@vocab")
        {
            return new() { Id = ExpandReference(expansion, active, index, definition.TypeMapping == "@vocab") };
        }

        var result = ExpandedObject.OfText(index);
        if (definition?.TypeMapping is { } type && type != "@none")
        {
            result.Types = [type];
        }
        else
        {
            result.Language = definition is { HasLanguage: true } ? definition.Language : active.Language;
            result.Direction = definition is { HasDirection: true } ? definition.Direction : active.Direction;
        }

        return result;
    }

    /// <summary>Checks a value object. Expansion, step 15.</summary>
    /// <returns>False when it holds nothing.</returns>
    public static bool Check(ExpandedObject result, JsonElement element)
    {
        JsonLdException Error(string code) => JsonLdException.At(code, element);

        if (result is not { Id: null, Graph: null, Included: null, Members: null, Reverse: null, List: null, Set: null }
            || (result.Types is not null && (result.Language is not null || result.Direction is not null)))
        {
            throw Error(JsonLdErrorCodes.InvalidValueObject); // 15.1
        }

        if (result.Types is ["@json"])
        {
            return true; // 15.2
        }

        if (result.Text is null && result.Value.ValueKind is JsonValueKind.Null)
        {
            return false; // 15.3
        }

        if (result.Text is null && result.Language is not null)
        {
            throw Error(JsonLdErrorCodes.InvalidLanguageTaggedValue); // 15.4
        }

        return result.Types switch
        {
            null => true,
            [var type] when IriReference.IsAbsolute(type) && !type.Contains(' ', StringComparison.Ordinal) => true,
            _ => throw Error(JsonLdErrorCodes.InvalidTypedValue), // 15.5
        };
    }

    /// <summary>The name that a reference stands for. One that means nothing is not nameless: it cannot stand in
    /// RDF.</summary>
    private static string ExpandReference(Expansion expansion, ActiveContext active, string text, bool isVocab)
    {
        var expanded = expansion.Iris.Expand(active, text, isVocab, isDocumentRelative: true);
        if (expanded is null || !expanded.Contains(':', StringComparison.Ordinal))
        {
            expansion.Safety.Lose("relative reference", text);
        }

        return expanded ?? string.Empty;
    }
}

using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>Expansion. JSON-LD 1.1 API, section 5.1. Maps are read by <see cref="MapExpansion"/>.</summary>
internal sealed class Expansion(ContextProcessing contexts, SafeMode safety)
{
    private readonly IriExpansion _iris = contexts.Iris;

    public ContextProcessing Contexts => contexts;

    public SafeMode Safety => safety;

    public bool IsVersion10 => contexts.IsVersion10;

    public ReadingBudget Budget => contexts.Budget;

    public IriExpansion Iris => contexts.Iris;

    /// <summary>Adds what an element expands to.</summary>
    /// <param name="property">The active property: a term, a keyword, or null at the top.</param>
    /// <param name="isFromMap">Whether the element is a value of an id, index or type map.</param>
    /// <returns>Whether it expanded to a list of objects, as against one or none.</returns>
    public bool Expand(
        ActiveContext active, string? property, JsonElement element, List<ExpandedObject> output, bool isFromMap = false)
    {
        if (element.ValueKind is JsonValueKind.Null)
        {
            return false; // 1
        }

        var definition = property is null ? null : active.Find(property);
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                ExpandArray(active, property, definition, element, output, isFromMap); // 5
                return true;
            case JsonValueKind.Object:
                Budget.Enter(property);
                var isSet = ExpandMap(active, property, definition, element, output, isFromMap); // 6
                Budget.Leave();
                return isSet;
            default:
                ExpandScalar(active, property, definition, element, output); // 4
                return false;
        }
    }

    private void ExpandScalar(
        ActiveContext active, string? property, TermDefinition? definition, JsonElement element,
        List<ExpandedObject> output)
    {
        if (property is null or "@graph")
        {
            safety.Lose("free-floating scalar", element); // 4.1
            return;
        }

        if (definition?.LocalContext is not null)
        {
            active = contexts.ProcessScoped(active, definition, isTypeScoped: false); // 4.2
            definition = active.Find(property);
        }

        output.Add(ValueExpansion.Expand(this, active, definition, element)); // 4.3
    }

    private void ExpandArray(
        ActiveContext active, string? property, TermDefinition? definition, JsonElement element,
        List<ExpandedObject> output, bool isFromMap)
    {
        Budget.Enter(property);
        var isList = definition is not null && definition.Has(Container.List);
        foreach (var item in element.EnumerateArray())
        {
            if (!isList)
            {
                Expand(active, property, item, output, isFromMap); // 5.2.1, 5.2.3
                continue;
            }

            var items = new List<ExpandedObject>();
            if (Expand(active, property, item, items, isFromMap))
            {
                output.Add(new() { List = items }); // 5.2.2
            }
            else
            {
                output.AddRange(items);
            }
        }

        Budget.Leave();
    }

    private bool ExpandMap(
        ActiveContext active, string? property, TermDefinition? definition, JsonElement element,
        List<ExpandedObject> output, bool isFromMap)
    {
        var members = JsonText.Members(element);
        if (active.Previous is { } previous && !isFromMap && !IsValueOrReference(active, members))
        {
            active = previous; // 7
        }

        if (definition?.LocalContext is not null)
        {
            active = contexts.ProcessScoped(active, definition, isTypeScoped: false); // 8
        }

        if (element.TryGetProperty("@context", out var context))
        {
            active = contexts.Process(active, context); // 9
        }

        var typeScoped = active; // 10
        var (types, inputType) = FindTypes(active, members);
        foreach (var type in types)
        {
            if (typeScoped.Find(type) is { LocalContext: not null } term)
            {
                active = contexts.ProcessScoped(active, term, isTypeScoped: true); // 11.2
            }
        }

        var result = new ExpandedObject(); // 12
        new MapExpansion(this, active, typeScoped, property, inputType, result).Read(members); // 13, 14
        return Conclude(result, property, element, output);
    }

    /// <summary>Whether a map is a value object or a mere reference. Step 7.</summary>
    private bool IsValueOrReference(ActiveContext active, List<(string Name, JsonElement Value)> members)
    {
        if (members.Count == 1 && _iris.Expand(active, members[0].Name, isVocab: true) == "@id")
        {
            return true;
        }

        foreach (var (name, _) in members)
        {
            if (_iris.Expand(active, name, isVocab: true) == "@value")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The types that may have contexts, in order, and the type that the first of the entries ends with. Steps
    /// 11 and 12.</summary>
    private (IReadOnlyList<string> Types, string? Input) FindTypes(
        ActiveContext active, List<(string Name, JsonElement Value)> members)
    {
        List<(string Name, JsonElement Value)>? entries = null;
        foreach (var member in members)
        {
            if (active.IsType(member.Name))
            {
                (entries ??= []).Add(member);
            }
        }

        if (entries is null)
        {
            return ([], null);
        }

        entries.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        var types = new List<string>();
        string? input = null;
        foreach (var (_, value) in entries)
        {
            var first = types.Count;
            var last = AddTypes(value, types);
            input ??= last;
            types.Sort(first, types.Count - first, StringComparer.Ordinal);
        }

        return (types, input is null ? null : _iris.Expand(active, input, isVocab: true));
    }

    private static string? AddTypes(JsonElement value, List<string> types)
    {
        if (value.ValueKind is JsonValueKind.String)
        {
            types.Add(JsonText.Of(value));
        }
        else if (value.ValueKind is JsonValueKind.Array)
        {
            foreach (var each in value.EnumerateArray())
            {
                if (each.ValueKind is JsonValueKind.String)
                {
                    types.Add(JsonText.Of(each));
                }
            }
        }

        return types.Count > 0 ? types[^1] : null;
    }

    /// <summary>Steps 15 to 19.</summary>
    private bool Conclude(ExpandedObject result, string? property, JsonElement element, List<ExpandedObject> output)
    {
        if (result.Set is not null || result.List is not null)
        {
            var isAlone = HasNoNodeEntry(result) && !result.IsValue && result.Language is null
                && result.Direction is null && (result.Set is null || result.List is null);
            if (!isAlone)
            {
                throw JsonLdException.At(JsonLdErrorCodes.InvalidSetOrListObject, element); // 17.1
            }

            if (result.Set is not null)
            {
                output.AddRange(result.Set); // 17.2
                return result.IsSetOfMany;
            }
        }

        if (result.IsValue)
        {
            if (!ValueExpansion.Check(result, element))
            {
                safety.Lose("null value", element);
                return false; // 15.3
            }
        }
        else if (result is { Language: not null } or { Direction: not null })
        {
            safety.Lose("language without value", element);
            if (HasNoNodeEntry(result))
            {
                return false; // 18
            }
        }

        var isFloating = property is null or "@graph"
            && (result.IsBare || result.IsValue || result.List is not null);
        if (isFloating)
        {
            safety.Lose("free-floating", element);
            return false; // 19
        }

        output.Add(result);
        return false;
    }

    /// <summary>Whether it is no node.</summary>
    private static bool HasNoNodeEntry(ExpandedObject result) =>
        result.Id is null && result.Types is null && result.Graph is null && result.Included is null
        && result.Members is null && result.Reverse is null;
}

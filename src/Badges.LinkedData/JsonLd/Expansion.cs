using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>Expansion. JSON-LD 1.1 API, section 5.1. Maps are read by <see cref="MapExpansion"/>.</summary>
internal sealed class Expansion(ContextProcessing contexts, SafeMode safety)
{
    public ContextProcessing Contexts => contexts;

    public IriExpansion Iris => contexts.Iris;

    public ReadingBudget Budget => contexts.Budget;

    public SafeMode Safety => safety;

    public bool IsVersion10 => contexts.IsVersion10;

    /// <summary>How many members nodes were found to have.</summary>
    public int MemberCount { get; set; }

    /// <summary>What was expanded and not yet taken, the newest last.</summary>
    public List<ExpandedItem> Output { get; } = [];

    /// <summary>Adds to the output what an element expands to.</summary>
    /// <param name="property">The active property: a term, a keyword, or null at the top.</param>
    /// <param name="definition">What the active property means, if it is a term.</param>
    /// <param name="isFromMap">Whether the element is a value of an id, index or type map.</param>
    /// <returns>Whether it expanded to a list of objects, as against one or none.</returns>
    public bool Expand(
        ActiveContext active, string? property, TermDefinition? definition, JsonElement element, bool isFromMap = false)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null:
                return false; // 1
            case JsonValueKind.Array:
                Budget.Enter(property);
                ExpandArray(active, property, definition, element, isFromMap); // 5
                Budget.Leave();
                return true;
            case JsonValueKind.Object:
                Budget.Enter(property);
                var isMany = ExpandMap(active, property, definition, element, isFromMap); // 6 to 19
                Budget.Leave();
                return isMany;
            default:
                ExpandScalar(active, property, definition, element); // 4
                return false;
        }
    }

    /// <summary>The name that a word or a reference stands for, <see cref="Name.Nothing"/> when it means
    /// nothing.</summary>
    public Name NameOf(ActiveContext active, string word, bool isVocab = false, bool isDocumentRelative = false) =>
        Iris.Expand(active, word, isVocab, isDocumentRelative) is { } expanded ? new(expanded) : Name.Nothing;

    /// <summary>Takes what was put out since.</summary>
    public ExpandedItem[] Take(int start)
    {
        var taken = Output.GetRange(start, Output.Count - start).ToArray();
        Drop(start);
        return taken;
    }

    /// <summary>Lists within each other are of JSON-LD 1.1.</summary>
    public void RefuseListOfLists(string property, ExpandedItem[] items)
    {
        if (IsVersion10 && Array.Exists(items, item => item is ListObject))
        {
            throw new JsonLdException(JsonLdErrorCodes.ListOfLists, property);
        }
    }

    public void Drop(int start) => Output.RemoveRange(start, Output.Count - start);

    private void ExpandScalar(
        ActiveContext active, string? property, TermDefinition? definition, JsonElement element)
    {
        if (property is null or "@graph")
        {
            safety.Lose("free-floating scalar", element); // 4.1
            return;
        }

        if (definition is { LocalContext: not null })
        {
            active = contexts.ProcessScoped(active, definition, isTypeScoped: false); // 4.2
            definition = active.Find(property);
        }

        Output.Add(ValueExpansion.Expand(this, active, definition, element)); // 4.3
    }

    private void ExpandArray(
        ActiveContext active, string? property, TermDefinition? definition, JsonElement element, bool isFromMap)
    {
        var isList = definition is not null && definition.Has(Container.List);
        foreach (var item in element.EnumerateArray())
        {
            var start = Output.Count;
            if (Expand(active, property, definition, item, isFromMap) && isList) // 5.2.1, 5.2.3
            {
                Output.Add(new ListObject(Take(start))); // 5.2.2
            }
        }
    }

    private bool ExpandMap(
        ActiveContext active, string? property, TermDefinition? definition, JsonElement element, bool isFromMap)
    {
        if (active.Previous is { } previous && !isFromMap && !IsValueOrReference(active, element))
        {
            active = previous; // 7
        }

        if (definition is { LocalContext: not null })
        {
            active = contexts.ProcessScoped(active, definition, isTypeScoped: false); // 8
        }

        if (Words.Find(element, "@context"u8) is { } context)
        {
            active = contexts.Process(active, context); // 9
        }

        var typeScoped = active; // 10
        var types = new TypesOfMap(contexts, typeScoped, element);
        active = types.Apply(); // 11
        var content = new MapContent(this, property); // 12
        new MapExpansion(this, active, typeScoped, property, types.InputType, content).Read(element); // 13, 14
        return content.Conclude(element); // 15 to 19
    }

    /// <summary>Whether a map is a value object or a mere reference. Step 7.</summary>
    private static bool IsValueOrReference(ActiveContext active, JsonElement map)
    {
        var aliases = active.Aliases;
        var isAlone = map.GetPropertyCount() == 1;
        foreach (var member in map.EnumerateObject())
        {
            if (aliases.IsValue(member) || (isAlone && aliases.IsId(member)))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>The entries of a map that are properties. Expansion, steps 13.6 to 13.14. JSON-LD 1.1 API, section
/// 5.1.</summary>
internal readonly struct PropertyEntries(Expansion expansion, ActiveContext active, MapContent content)
{
    /// <param name="word">The property as it is written.</param>
    /// <param name="definition">What it means, if it is a term.</param>
    /// <param name="name">What it expands to.</param>
    /// <param name="siblings">How many entries the map has.</param>
    public void Read(string word, TermDefinition? definition, Name name, JsonElement value, int siblings)
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
            if (definition is not null)
            {
                Contain(definition, start, isMany);
            }
        }

        var node = content.Node;
        node.HasEmptyProperty |= isMany && output.Count == start;
        for (var index = start; index < output.Count; index++)
        {
            if (definition is { IsReverse: true })
            {
                content.AddReverse(name, output[index], value); // 13.13
            }
            else
            {
                node.Add(name, output[index], expected: siblings); // 13.14
            }
        }

        expansion.MemberCount += output.Count - start;
        expansion.Drop(start);
    }

    /// <summary>Steps 13.10 to 13.12.</summary>
    private void Contain(TermDefinition definition, int start, bool isMany)
    {
        var output = expansion.Output;
        var isNothing = !isMany && output.Count == start; // 13.10
        var isList = !isMany && output.Count > start && output[start] is ListObject;
        if (definition.Has(Container.List) && !isNothing && !isList)
        {
            var items = expansion.Take(start);
            expansion.RefuseListOfLists(definition.Term, items);
            output.Add(new ListObject(items)); // 13.11
        }

        if (definition.Has(Container.Graph) && !definition.Has(Container.Id | Container.Index))
        {
            for (var index = start; index < output.Count; index++)
            {
                output[index] = NodeObject.GraphOf(output[index]); // 13.12
            }
        }
    }
}

using System.Globalization;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.JsonLd;

/// <summary>Writes expanded objects as quads. What node map generation would bring together is together in a set of
/// quads anyway. JSON-LD 1.1 API, sections 7.2 and 8.</summary>
internal sealed class RdfEmission(JsonLdOptions options, SafeMode safety, int expected)
{
    /// <summary>The graph whose name cannot stand in RDF: what is said in it is dropped, but not the graphs within
    /// it.</summary>
    private static readonly RdfTerm Nowhere = new Iri(string.Empty);

    private readonly HashSet<Quad> _quads = new(expected);
    private readonly LiteralConversion _literals = new(options.Direction, safety);
    private Dictionary<string, BlankNode>? _blankNodes;
    private Dictionary<(RdfTerm? Graph, string Node), string>? _indexes;
    private int _nextBlankNode;

    /// <summary>Adds what an object says that is no value of anything.</summary>
    public void Add(ExpandedItem item, RdfTerm? graph)
    {
        switch (item)
        {
            case NodeObject node:
                AddNode(node, graph);
                break;
            case ListObject list:
                foreach (var each in list.Items)
                {
                    Add(each, graph);
                }

                break;
        }
    }

    public RdfDataset ToDataset()
    {
        var quads = new Quad[_quads.Count];
        _quads.CopyTo(quads);
        return new(quads);
    }

    /// <summary>Adds what a node says.</summary>
    /// <returns>The name of the node, or null when it cannot stand in RDF.</returns>
    private RdfTerm? AddNode(NodeObject node, RdfTerm? graph)
    {
        var subject = node.Id is { } id ? TermOf(id) : NewBlankNode();
        if (node is { Id: { } named, Index: { } index })
        {
            RefuseOtherIndex(graph, named.Text, index);
        }

        foreach (var (property, value) in node.Members ?? [])
        {
            if (subject is not null && PredicateOf(property) is { } predicate)
            {
                Say(subject, predicate, ObjectOf(value, graph), graph);
            }
            else
            {
                Add(value, graph);
            }
        }

        foreach (var (property, value) in node.Reverse ?? [])
        {
            Say(ObjectOf(value, graph), PredicateOf(property), subject, graph);
        }

        foreach (var item in node.Graph ?? [])
        {
            AddToGraph(item, subject ?? Nowhere);
        }

        foreach (var item in node.Included ?? [])
        {
            Add(item, graph);
        }

        return subject;
    }

    private void AddToGraph(ExpandedItem item, RdfTerm graph)
    {
        if (item is not NodeObject)
        {
            safety.Lose("in a graph", item is Name name ? name.Text : "a value");
        }

        Add(item, graph);
    }

    private void Say(RdfTerm? subject, Iri? predicate, RdfTerm? value, RdfTerm? graph)
    {
        if (subject is not null && predicate is not null && value is not null && !ReferenceEquals(graph, Nowhere))
        {
            _quads.Add(new(subject, predicate, value, graph));
        }
    }

    /// <summary>Node Map Generation, step 6.5.</summary>
    private void RefuseOtherIndex(RdfTerm? graph, string node, string index)
    {
        _indexes ??= [];
        if (!_indexes.TryAdd((graph, node), index) && _indexes[(graph, node)] != index)
        {
            throw new JsonLdException(JsonLdErrorCodes.ConflictingIndexes, node);
        }
    }

    /// <summary>The property as RDF has it: null when it cannot stand there.</summary>
    private Iri? PredicateOf(Name property)
    {
        if (property.IsBlank && options.IsGeneralized)
        {
            return new Iri("_:" + BlankNodeOf(property.Text).Label);
        }

        if (property.Iri is null)
        {
            safety.Lose(property.IsBlank ? "blank node as property" : "property", property.Text);
        }

        return property.Iri;
    }

    /// <summary>Object to RDF Conversion, section 8.2.</summary>
    private RdfTerm? ObjectOf(ExpandedItem item, RdfTerm? graph) => item switch
    {
        Name name => TermOf(name),
        NodeObject node => AddNode(node, graph),
        ListObject list => AddList(list.Items, graph),
        ValueObject { Direction: not null } value when options.Direction is RdfDirection.CompoundLiteral =>
            AddCompound(value, graph),
        ValueObject value => _literals.Convert(value),
        _ => null,
    };

    /// <summary>List to RDF Conversion, section 8.3.</summary>
    private RdfTerm AddList(ExpandedItem[] items, RdfTerm? graph)
    {
        if (items.Length == 0)
        {
            return RdfVocabulary.Nil; // 1
        }

        var cells = Array.ConvertAll(items, _ => NewBlankNode()); // 2
        for (var index = 0; index < items.Length; index++)
        {
            RdfTerm rest = index + 1 < cells.Length ? cells[index + 1] : RdfVocabulary.Nil;
            Say(cells[index], RdfVocabulary.First, ObjectOf(items[index], graph), graph); // 3.2, 3.3
            Say(cells[index], RdfVocabulary.Rest, rest, graph); // 3.4
        }

        return cells[0]; // 4
    }

    /// <summary>Object to RDF Conversion, step 13.2.</summary>
    private BlankNode? AddCompound(ValueObject value, RdfTerm? graph)
    {
        if (value is not { Text: { } text, Direction: { } direction } || !_literals.HasLanguage(value))
        {
            return null;
        }

        var node = NewBlankNode();
        Say(node, RdfVocabulary.Value, new Literal(text, RdfVocabulary.XsdString), graph);
        if (value.Language is { } language)
        {
            Say(node, RdfVocabulary.Language, new Literal(language, RdfVocabulary.XsdString), graph);
        }

        Say(node, RdfVocabulary.Direction, new Literal(direction, RdfVocabulary.XsdString), graph);
        return node;
    }

    private RdfTerm? TermOf(Name name)
    {
        if (name.IsBlank)
        {
            return BlankNodeOf(name.Text);
        }

        if (name.Iri is null)
        {
            safety.Lose("identifier", name.Text);
        }

        return name.Iri;
    }

    /// <summary>Generate Blank Node Identifier, section 7.3.</summary>
    private BlankNode BlankNodeOf(string identifier)
    {
        _blankNodes ??= new(StringComparer.Ordinal);
        if (!_blankNodes.TryGetValue(identifier, out var node))
        {
            node = NewBlankNode();
            _blankNodes.Add(identifier, node);
        }

        return node;
    }

    private BlankNode NewBlankNode() => new(string.Create(CultureInfo.InvariantCulture, $"b{_nextBlankNode++}"));
}

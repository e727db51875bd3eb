using System.Globalization;
using System.Text;
using System.Text.Json;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.JsonLd;

/// <summary>Writes expanded objects as quads. What node map generation would bring together is together in a set of
/// quads anyway. JSON-LD 1.1 API, sections 7.2 and 8.</summary>
internal sealed class RdfEmission(JsonLdOptions options, SafeMode safety)
{
    /// <summary>The graph whose name cannot stand in RDF: what is said in it is dropped, but not the graphs within
    /// it.</summary>
    private static readonly RdfTerm Nowhere = new Iri(string.Empty);

    private readonly Dictionary<string, BlankNode> _blankNodes = new(StringComparer.Ordinal);
    private readonly Dictionary<(RdfTerm? Graph, string Name), string> _indexes = [];
    private int _nextBlankNode;

    public HashSet<Quad> Quads { get; } = [];

    /// <summary>Adds what a node says, and returns its name: null when the name cannot stand in RDF.</summary>
    public RdfTerm? AddNode(ExpandedObject node, RdfTerm? graph)
    {
        var subject = node.Id is { } id ? NameOf(id) : NewBlankNode();
        if (node is { Id: { } named, Index: { } index }
            && !_indexes.TryAdd((graph, named), index) && _indexes[(graph, named)] != index)
        {
            throw new JsonLdException(JsonLdErrorCodes.ConflictingIndexes, named);
        }

        foreach (var type in node.Types ?? [])
        {
            Add(subject, RdfVocabulary.Type, NameOf(type), graph);
        }

        foreach (var (property, value) in node.Members ?? [])
        {
            if (subject is not null && PredicateOf(property) is { } predicate)
            {
                Add(subject, predicate, ObjectOf(value, graph), graph);
            }
            else
            {
                AddNodesWithin(value, graph);
            }
        }

        foreach (var (property, value) in node.Reverse ?? [])
        {
            Add(AddNode(value, graph), PredicateOf(property), subject, graph);
        }

        foreach (var item in node.Graph ?? [])
        {
            AddNode(item, subject ?? Nowhere);
        }

        foreach (var item in node.Included ?? [])
        {
            AddNode(item, graph);
        }

        return subject;
    }

    /// <summary>What a value says of itself, although it is no value of anything.</summary>
    private void AddNodesWithin(ExpandedObject value, RdfTerm? graph)
    {
        if (value.List is { } items)
        {
            items.ForEach(item => AddNodesWithin(item, graph));
        }
        else if (!value.IsValue)
        {
            AddNode(value, graph);
        }
    }

    private void Add(RdfTerm? subject, Iri? predicate, RdfTerm? value, RdfTerm? graph)
    {
        if (subject is not null && predicate is not null && value is not null && !ReferenceEquals(graph, Nowhere))
        {
            Quads.Add(new(subject, predicate, value, graph));
        }
    }

    /// <summary>The property as RDF has it: null when it cannot stand there.</summary>
    private Iri? PredicateOf(Iri property)
    {
        if (property.Value.StartsWith("_:", StringComparison.Ordinal))
        {
            if (options.IsGeneralized)
            {
                return new Iri("_:" + ((BlankNode)NameOf(property.Value)!).Label);
            }

            safety.Lose("blank node as property", property.Value);
            return null;
        }

        if (!IriReference.IsWellFormed(property.Value))
        {
            safety.Lose("property", property.Value);
            return null;
        }

        return property;
    }

    /// <summary>Object to RDF Conversion, section 8.2.</summary>
    private RdfTerm? ObjectOf(ExpandedObject value, RdfTerm? graph) => value switch
    {
        { List: { } items } => AddList(items, graph),
        { IsValue: true } => LiteralOf(value, graph),
        _ => AddNode(value, graph),
    };

    /// <summary>List to RDF Conversion, section 8.3.</summary>
    private RdfTerm AddList(List<ExpandedObject> items, RdfTerm? graph)
    {
        RdfTerm rest = RdfVocabulary.Nil;
        var cells = items.ConvertAll(_ => NewBlankNode());
        for (var index = 0; index < items.Count; index++)
        {
            Add(cells[index], RdfVocabulary.First, ObjectOf(items[index], graph), graph);
            Add(cells[index], RdfVocabulary.Rest, index + 1 < cells.Count ? cells[index + 1] : rest, graph);
        }

        return cells.Count > 0 ? cells[0] : rest;
    }

    private RdfTerm? LiteralOf(ExpandedObject value, RdfTerm? graph)
    {
        var type = value.Types?[0];
        if (type == "@json")
        {
            return new Literal(CanonicalJson(value.Value), RdfVocabulary.Json);
        }

        if (type is not null && !IriReference.IsWellFormed(type))
        {
            safety.Lose("datatype", type);
            return null;
        }

        if (value.Language is not null && !LanguageTag.IsWellFormed(value.Language))
        {
            safety.Lose("language tag", value.Language);
            return null;
        }

        if (value.Text is { } text)
        {
            return value.Direction is null ? TextOf(text, type, value.Language) : Directed(text, value, graph);
        }

        return value.Value.ValueKind switch
        {
            JsonValueKind.True => new Literal("true", type ?? RdfVocabulary.XsdBoolean),
            JsonValueKind.False => new Literal("false", type ?? RdfVocabulary.XsdBoolean),
            _ => NumberOf(value.Value, type),
        };
    }

    private static Literal TextOf(string text, string? type, string? language) => language is null
        ? new(text, type ?? RdfVocabulary.XsdString)
        : new(text, RdfVocabulary.LangString, language);

    private RdfTerm Directed(string text, ExpandedObject value, RdfTerm? graph)
    {
        switch (options.Direction)
        {
            case RdfDirection.I18nDatatype:
                return new Literal(text, $"https://www.w3.org/ns/i18n#{value.Language}_{value.Direction}");
            case RdfDirection.CompoundLiteral:
                var node = NewBlankNode();
                Add(node, RdfVocabulary.Value, new Literal(text, RdfVocabulary.XsdString), graph);
                if (value.Language is { } language)
                {
                    Add(node, RdfVocabulary.Language, new Literal(language, RdfVocabulary.XsdString), graph);
                }

                Add(node, RdfVocabulary.Direction, new Literal(value.Direction!, RdfVocabulary.XsdString), graph);
                return node;
            default:
                safety.Lose("direction", value.Direction!);
                return TextOf(text, null, value.Language);
        }
    }

    /// <summary>Section 8.2.2, steps 10 to 12, and 8.6.</summary>
    private static Literal NumberOf(JsonElement value, string? type)
    {
        var number = value.GetDouble();
        if (!double.IsFinite(number))
        {
            throw JsonLdException.At(JsonLdErrorCodes.NumberOutOfRange, value);
        }

        if (type == RdfVocabulary.XsdDouble || Math.Abs(number) >= 1e21 || number != Math.Truncate(number))
        {
            return new(CanonicalDouble(number), type ?? RdfVocabulary.XsdDouble);
        }

        var integer = new System.Numerics.BigInteger(number).ToString(CultureInfo.InvariantCulture);
        return new(integer, type ?? RdfVocabulary.XsdInteger);
    }

    /// <summary>One digit before the point and at least one after it, an exponent without signs of plus or leading
    /// zeros.</summary>
    private static string CanonicalDouble(double number)
    {
        var text = number.ToString("E15", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var digits = text[..mark].TrimEnd('0');
        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture, $"{(digits.EndsWith('.') ? digits + "0" : digits)}E{exponent}");
    }

    private static string CanonicalJson(JsonElement value)
    {
        var bytes = Encoding.UTF8.GetBytes(value.ValueKind is JsonValueKind.Undefined ? "null" : value.GetRawText());
        return Jcs.JsonCanonicalization.TryCanonicalize(bytes) is { } canonical
            ? Encoding.UTF8.GetString(canonical)
            : throw JsonLdException.At(JsonLdErrorCodes.InvalidJsonLiteral, value);
    }

    private RdfTerm? NameOf(string name)
    {
        if (name.StartsWith("_:", StringComparison.Ordinal))
        {
            if (!_blankNodes.TryGetValue(name, out var known))
            {
                known = NewBlankNode();
                _blankNodes.Add(name, known);
            }

            return known;
        }

        if (!IriReference.IsWellFormed(name))
        {
            safety.Lose("identifier", name);
            return null;
        }

        return new Iri(name);
    }

    private BlankNode NewBlankNode() =>
        new(string.Create(CultureInfo.InvariantCulture, $"b{_nextBlankNode++}"));
}

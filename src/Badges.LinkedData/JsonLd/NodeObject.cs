namespace Badges.LinkedData.JsonLd;

/// <summary>A property of a node, with one of its values.</summary>
internal readonly record struct Member(Name Property, ExpandedItem Value);

/// <summary>A node and what is said of it; the order of properties and the grouping of their values have no meaning and
/// are not kept. JSON-LD 1.1, section 9.3.</summary>
internal sealed class NodeObject : ExpandedItem
{
    public Name? Id { get; set; }

    /// <summary>Its properties, types among them.</summary>
    public List<Member>? Members { get; private set; }

    /// <summary>The nodes that this one is a value of.</summary>
    public List<Member>? Reverse { get; private set; }

    /// <summary>How many of its properties are types; null when nothing is said of types.</summary>
    public int? TypeCount { get; set; }

    public ExpandedItem[]? Graph { get; set; }

    public List<ExpandedItem>? Included { get; set; }

    public string? Index { get; set; }

    /// <summary>Whether it has a property with no value at all, which is written but says nothing.</summary>
    public bool HasEmptyProperty { get; set; }

    /// <summary>Whether nothing is written but, perhaps, its own name and index.</summary>
    public bool IsReference => Members is null && Graph is null && Reverse is null && Included is null
        && TypeCount is null && !HasEmptyProperty;

    /// <summary>Whether it is a graph without anything said of it. JSON-LD 1.1, section 9.4.</summary>
    public bool IsGraphObject => Graph is not null && Members is null && Reverse is null && Included is null
        && TypeCount is null && !HasEmptyProperty;

    /// <summary>A graph without a name that holds one item.</summary>
    public static NodeObject GraphOf(ExpandedItem item) => new() { Graph = [item] };

    /// <param name="expected">How many members there may be.</param>
    public void Add(Name property, ExpandedItem value, int expected = 4) =>
        (Members ??= new(expected)).Add(new(property, value));

    public void AddReverse(Name property, ExpandedItem value) => (Reverse ??= []).Add(new(property, value));

    public void AddType(Name type)
    {
        TypeCount = (TypeCount ?? 0) + 1;
        Add(Name.Type, type);
    }
}

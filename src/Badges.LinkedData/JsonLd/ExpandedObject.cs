using System.Text.Json;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.JsonLd;

/// <summary>A property of a node, with one of its values.</summary>
internal readonly record struct Member(Iri Property, ExpandedObject Value);

/// <summary>
/// An object in expanded form: a node, a value or a list, by the keywords that it has. JSON-LD 1.1, section 9. The order
/// of properties and the grouping of their values have no meaning and are not kept.
/// </summary>
internal sealed class ExpandedObject
{
    public string? Id { get; set; }

    public List<string>? Types { get; set; }

    /// <summary>What <c>@value</c> holds; null is a JSON null.</summary>
    public JsonElement Value { get; set; }

    /// <summary>The value when it is a string.</summary>
    public string? Text { get; set; }

    public bool IsValue { get; set; }

    public string? Language { get; set; }

    public string? Direction { get; set; }

    public string? Index { get; set; }

    /// <summary>The items of a list object.</summary>
    public List<ExpandedObject>? List { get; set; }

    /// <summary>The items of a set object, which take its place.</summary>
    public List<ExpandedObject>? Set { get; set; }

    /// <summary>Whether the set was written as a list.</summary>
    public bool IsSetOfMany { get; set; }

    public List<ExpandedObject>? Graph { get; set; }

    public List<ExpandedObject>? Included { get; set; }

    public List<Member>? Members { get; set; }

    /// <summary>The nodes that this one is a value of.</summary>
    public List<Member>? Reverse { get; set; }

    /// <summary>Whether it has a property with no value at all, which is written but says nothing.</summary>
    public bool HasEmptyProperty { get; set; }

    /// <summary>Whether it holds nothing but, perhaps, its own name.</summary>
    public bool IsBare => Types is null && !IsValue && List is null && Graph is null && Included is null
        && Members is null && Reverse is null && Set is null && Index is null && Language is null && Direction is null
        && !HasEmptyProperty;

    /// <summary>Whether it is a graph without a name of its own and nothing beside. JSON-LD 1.1, section 9.4.</summary>
    public bool IsGraphObject => Graph is not null && Types is null && Included is null && Members is null
        && Reverse is null && !IsValue && List is null && !HasEmptyProperty;

    public static ExpandedObject OfText(string text) => new() { IsValue = true, Text = text };

    public void Add(Iri property, ExpandedObject value) => (Members ??= []).Add(new(property, value));

    public void AddReverse(Iri property, ExpandedObject value) => (Reverse ??= []).Add(new(property, value));
}

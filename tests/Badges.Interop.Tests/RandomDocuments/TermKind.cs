namespace Badges.Interop.Tests.RandomDocuments;

/// <summary>
/// What a term holds. A term's name says its kind and keeps it in every context, so that a value fits its term most of
/// the time however contexts are layered, and so that what one peer gets wrong can be kept out (see
/// <see cref="ValueWriter"/>).
/// </summary>
internal enum TermKind
{
    Text,
    Number,
    Typed,
    Reference,
    List,
    Set,
    Languages,
    Index,
    PropertyIndex,
    Ids,
    Types,
    Graph,
    GraphIndex,
    GraphIds,
    Json,
    Back,
}

/// <summary>The names of the terms that contexts define and nodes use.</summary>
internal static class Terms
{
    public static readonly TermKind[] Kinds = Enum.GetValues<TermKind>();

    public static readonly string[] Classes = ["Class1", "Class2"];

    /// <summary>Keyword aliases: two for a keyword that is often written.</summary>
    public static readonly (string Alias, string Keyword)[] Aliases =
    [
        ("id", "@id"), ("type", "@type"), ("kind", "@type"), ("value", "@value"), ("language", "@language"),
        ("list", "@list"), ("set", "@set"), ("graph", "@graph"), ("none", "@none"), ("nest", "@nest"),
        ("included", "@included"), ("reverse", "@reverse"), ("index", "@index"),
    ];

    public static string Name(TermKind kind, Choices choices) =>
        $"{char.ToLowerInvariant(kind.ToString()[0])}{kind.ToString()[1..]}{choices.Of(1, 2)}";
}

namespace Badges.Interop.Tests.RandomDocuments;

/// <summary>The addresses that random documents are made of: few, so that nodes meet.</summary>
internal static class Iris
{
    public const string Integer = "http://www.w3.org/2001/XMLSchema#integer";
    public const string Double = "http://www.w3.org/2001/XMLSchema#double";
    public const string Float = "http://www.w3.org/2001/XMLSchema#float";
    public const string Date = "http://www.w3.org/2001/XMLSchema#date";

    /// <summary>Of a node: absolute, compact or blank.</summary>
    public static string Node(Choices choices) => choices.Below(8) switch
    {
        7 => "ex:node",
        6 => "urn:uuid:7e0c1b9e-9c5c-4b67-8f5f-6f1c2d3e4a5b",
        5 => "https://e.example/naïve/é",
        4 or 3 or 2 => choices.Of("_:a", "_:b", "_:c", "_:b0"),
        _ => choices.Of("https://e.example/1", "https://e.example/2", "https://e.example/3"),
    };

    /// <summary>The same, or by mistake a relative one. Never an empty or a reserved one: with such a node the peer
    /// drops the nodes within it, which say something of their own, and with such a reference loses it in safe mode
    /// too.</summary>
    public static string Loose(Choices choices) => choices.Mistake(12)
        ? choices.Of("relative", "../up", "/root", "?query", "//host/path")
        : Node(choices);

    public static string Type(Choices choices) => choices.Mistake(20)
        ? choices.Of("", "_:type", "?query")
        : choices.Below(10) switch
        {
            9 => "relative",
            8 => "ex:Type",
            7 or 6 or 5 or 4 => choices.Of(Terms.Classes),
            _ => choices.Of("https://e.example/T1", "https://e.example/T2"),
        };
}

using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>The container mapping of a term. JSON-LD 1.1, section 9.15.1.</summary>
[Flags]
internal enum Container
{
    None = 0,
    Graph = 1,
    Id = 2,
    Index = 4,
    Language = 8,
    List = 16,
    Set = 32,
    Type = 64,
}

/// <summary>What a term means. JSON-LD 1.1 API, section 4.1.</summary>
internal sealed class TermDefinition
{
    private Name? _name;

    /// <summary>The term itself.</summary>
    public required string Term { get; init; }

    /// <summary>The IRI, keyword or blank node; null when the term is mapped to nothing.</summary>
    public string? Iri { get; init; }

    public bool IsReverse { get; init; }

    public bool IsPrefix { get; init; }

    public bool IsProtected { get; init; }

    public string? TypeMapping { get; init; }

    public Container Container { get; init; }

    public string? IndexMapping { get; init; }

    /// <summary>Whether the term says a language, null included, instead of the default one.</summary>
    public bool HasLanguage { get; init; }

    public string? Language { get; init; }

    /// <summary>Whether the term says a direction, null included, instead of the default one.</summary>
    public bool HasDirection { get; init; }

    public string? Direction { get; init; }

    public string? NestValue { get; init; }

    /// <summary>The scoped context, and the address that its references are resolved against.</summary>
    public JsonElement? LocalContext { get; init; }

    public string? BaseAddress { get; init; }

    /// <summary>The IRI as a name, one object for all uses.</summary>
    public Name Name => _name ??= Iri is { } iri ? new(iri) : Name.Nothing;

    public bool Has(Container container) => (Container & container) != 0;

    /// <summary>Whether it means the same, protection aside. Create Term Definition, step 27.1.</summary>
    public bool MeansTheSame(TermDefinition other) =>
        Iri == other.Iri && IsReverse == other.IsReverse && IsPrefix == other.IsPrefix
        && TypeMapping == other.TypeMapping && Container == other.Container && IndexMapping == other.IndexMapping
        && HasLanguage == other.HasLanguage && Language == other.Language
        && HasDirection == other.HasDirection && Direction == other.Direction && NestValue == other.NestValue
        && (LocalContext, other.LocalContext) switch
        {
            (null, null) => true,
            ({ } one, { } two) => JsonElement.DeepEquals(one, two),
            _ => false,
        };
}

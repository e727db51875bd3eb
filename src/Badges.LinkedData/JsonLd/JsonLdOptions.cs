using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>How the base direction of a text is written in RDF. JSON-LD 1.1 API, section 9.3, rdfDirection.</summary>
public enum RdfDirection
{
    /// <summary>It is dropped.</summary>
    None,

    /// <summary>In the datatype, under <c>https://www.w3.org/ns/i18n#</c>.</summary>
    I18nDatatype,

    /// <summary>In a node with <c>rdf:value</c>, <c>rdf:language</c> and <c>rdf:direction</c>.</summary>
    CompoundLiteral,
}

/// <summary>How a document is read. JSON-LD 1.1 API, section 9.3, JsonLdOptions.</summary>
public sealed record JsonLdOptions
{
    /// <summary>Objects and arrays within each other, at most.</summary>
    public const int MaximumDepth = 256;

    /// <summary>As the standard says: what cannot be said in RDF is dropped.</summary>
    public static JsonLdOptions Default { get; } = new();

    /// <summary>Anything dropped is an error that names it.</summary>
    public static JsonLdOptions Safe { get; } = new() { IsSafe = true };

    /// <summary>The address that relative references are resolved against; null resolves none.</summary>
    public string? Base { get; init; }

    /// <summary>Whether anything dropped is an error, <see cref="JsonLdErrorCodes.DataLoss"/>.</summary>
    public bool IsSafe { get; init; }

    /// <summary>A context that holds before the document's own.</summary>
    public JsonElement? ExpandContext { get; init; }

    /// <summary>Whether the rules of JSON-LD 1.0 hold (processingMode).</summary>
    public bool IsVersion10 { get; init; }

    /// <summary>How base directions are written.</summary>
    public RdfDirection Direction { get; init; }

    /// <summary>Whether blank nodes may be properties (produceGeneralizedRdf); they are then written as IRIs that start
    /// with <c>_:</c>.</summary>
    public bool IsGeneralized { get; init; }
}

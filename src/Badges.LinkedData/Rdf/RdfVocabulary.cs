namespace Badges.LinkedData.Rdf;

/// <summary>The words of RDF and XML Schema that every dataset uses.</summary>
internal static class RdfVocabulary
{
    public const string LangString = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
    public const string Json = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";
    public const string XsdString = "http://www.w3.org/2001/XMLSchema#string";
    public const string XsdBoolean = "http://www.w3.org/2001/XMLSchema#boolean";
    public const string XsdInteger = "http://www.w3.org/2001/XMLSchema#integer";
    public const string XsdDouble = "http://www.w3.org/2001/XMLSchema#double";

    public static readonly Iri Type = new("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    public static readonly Iri First = new("http://www.w3.org/1999/02/22-rdf-syntax-ns#first");
    public static readonly Iri Rest = new("http://www.w3.org/1999/02/22-rdf-syntax-ns#rest");
    public static readonly Iri Nil = new("http://www.w3.org/1999/02/22-rdf-syntax-ns#nil");
    public static readonly Iri Value = new("http://www.w3.org/1999/02/22-rdf-syntax-ns#value");
    public static readonly Iri Language = new("http://www.w3.org/1999/02/22-rdf-syntax-ns#language");
    public static readonly Iri Direction = new("http://www.w3.org/1999/02/22-rdf-syntax-ns#direction");
}

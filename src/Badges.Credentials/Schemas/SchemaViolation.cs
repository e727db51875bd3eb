namespace Badges.Credentials.Schemas;

/// <summary>A place in a document that its schema does not allow. JSON Schema 2019-09 (Validation, section
/// 6).</summary>
/// <param name="Path">Where: a JSON Pointer (RFC 6901); empty for the document itself.</param>
/// <param name="Keyword">The keyword that failed.</param>
/// <param name="Expected">What the keyword asks for, in a few words.</param>
public sealed record SchemaViolation(string Path, string Keyword, string Expected);

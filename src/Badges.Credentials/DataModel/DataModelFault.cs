namespace Badges.Credentials.DataModel;

/// <summary>One thing in which a document is not what the data model asks for.</summary>
/// <param name="Pointer">Where: a JSON Pointer (RFC 6901); empty for the whole document.</param>
/// <param name="Rule">What is asked for, in a sentence.</param>
public sealed record DataModelFault(string Pointer, string Rule);

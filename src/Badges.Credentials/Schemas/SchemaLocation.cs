namespace Badges.Credentials.Schemas;

/// <summary>A place in the document being judged, written out as a pointer only when something is wrong
/// there.</summary>
internal sealed record SchemaLocation(SchemaLocation? Parent, string Name)
{
    public static readonly SchemaLocation Root = new(null, string.Empty);

    public SchemaLocation Member(string name) => new(this, name);

    /// <summary>The JSON Pointer of this place (RFC 6901, section 3).</summary>
    public string ToPointer() => Parent is null ? string.Empty : $"{Parent.ToPointer()}/{Escaped}";

    private string Escaped =>
        Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

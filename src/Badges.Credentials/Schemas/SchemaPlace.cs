namespace Badges.Credentials.Schemas;

/// <summary>A place in the document being judged, for those who ask what is wrong and where. Whether all is right is
/// told without one, which costs no memory.</summary>
internal sealed record SchemaPlace(List<SchemaViolation> Found, SchemaPlace? Parent, string Name)
{
    public static SchemaPlace Root() => new([], null, string.Empty);

    public SchemaPlace Member(string name) => new(Found, this, name);

    public SchemaPlace Item(int index) => new(Found, this, $"{index}");

    /// <summary>The same place, with a list of its own for what is wrong.</summary>
    public SchemaPlace Apart() => this with { Found = [] };

    public void Add(string keyword, string expected) => Found.Add(new(ToPointer(), keyword, expected));

    /// <summary>The JSON Pointer of this place (RFC 6901, section 3).</summary>
    private string ToPointer() =>
        Parent is null ? string.Empty : $"{Parent.ToPointer()}/{SchemaFiles.Escape(Name)}";
}

namespace Badges.Credentials.OpenBadges3;

/// <summary>An organisation or a person that issues or creates (Open Badges 3.0, Profile).</summary>
public sealed record Profile
{
    /// <summary>A URI; for an issuer of this service its DID.</summary>
    public required string Id { get; init; }

    public IReadOnlyList<string> Type { get; init; } = ["Profile"];

    public string? Name { get; init; }

    public string? Url { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Description { get; init; }

    public Image? Image { get; init; }

    public Address? Address { get; init; }

    public IReadOnlyList<IdentifierEntry> OtherIdentifier { get; init; } = [];

    public string? Official { get; init; }

    public Profile? ParentOrg { get; init; }

    /// <summary>The profile as a document of its own, contexts first.</summary>
    public string ToJson() => CredentialJson.Document(OpenBadges3Context.All, this);

    /// <summary>The same with a further context, for what is to be added to the document: a proof.</summary>
    public string ToJson(string furtherContext) =>
        CredentialJson.Document([.. OpenBadges3Context.All, furtherContext], this);
}

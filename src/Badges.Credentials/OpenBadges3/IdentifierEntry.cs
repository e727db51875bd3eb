namespace Badges.Credentials.OpenBadges3;

/// <summary>A further identifier of a profile; a closed class (Open Badges 3.0, IdentifierEntry).</summary>
public sealed record IdentifierEntry
{
    public string Type { get; } = "IdentifierEntry";

    public required string Identifier { get; init; }

    /// <summary>A term of the standard's vocabulary, or one with <c>ext:</c>: <c>ext:siret</c>.</summary>
    public required string IdentifierType { get; init; }
}

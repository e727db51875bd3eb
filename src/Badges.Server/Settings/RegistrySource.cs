namespace Badges.Server.Settings;

/// <summary>A registry of another network that this installation believes: one of <c>Badges:Registries</c>.</summary>
public sealed record RegistrySource
{
    /// <summary>What it is called on screen.</summary>
    public required string Name { get; init; }

    public required Uri Url { get; init; }

    /// <summary>The Multikey that its document has to be signed with.</summary>
    public string? PublicKey { get; init; }

    /// <summary>The SHA-256 of its document, in hexadecimal, where it is not signed.</summary>
    public string? Sha256 { get; init; }
}

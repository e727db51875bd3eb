namespace Badges.Credentials.OpenBadges3;

/// <summary>Where the credential's revocation bit stands (Bitstring Status List 1.0, section 2.1).</summary>
public sealed record BitstringStatusListEntry
{
    /// <summary>Differs from the list's address: the list with the index as fragment.</summary>
    public required string Id { get; init; }

    public string Type { get; } = "BitstringStatusListEntry";

    public string StatusPurpose { get; init; } = "revocation";

    /// <summary>The position in base 10; the standard wants text.</summary>
    public required string StatusListIndex { get; init; }

    /// <summary>The list's address.</summary>
    public required string StatusListCredential { get; init; }

    /// <summary>The entry at a position of a list, for revocation.</summary>
    public static BitstringStatusListEntry At(string listAddress, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new()
        {
            Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{listAddress}#{index}"),
            StatusListIndex = index.ToString(System.Globalization.CultureInfo.InvariantCulture),
            StatusListCredential = listAddress,
        };
    }
}

namespace Badges.Credentials.OpenBadges3;

/// <summary>A postal address (Open Badges 3.0, Address).</summary>
public sealed record Address
{
    public IReadOnlyList<string> Type { get; init; } = ["Address"];

    public string? AddressCountry { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? AddressCountryCode { get; init; }

    public string? AddressRegion { get; init; }

    public string? AddressLocality { get; init; }

    public string? StreetAddress { get; init; }

    public string? PostalCode { get; init; }
}

namespace Badges.Server.Features.Recipients;

/// <summary>A person, as one structure knows them. Two structures that know the same person do not know it of each other.</summary>
public sealed record Recipient
{
    public required Guid Id { get; init; }
    public string? GivenName { get; init; }
    public string? FamilyName { get; init; }
    public string? SearchName { get; init; }
    public string? Email { get; init; }
    public Guid? AccountId { get; init; }

    /// <summary>The structure's own reference for the person.</summary>
    public string? OwnReference { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public string DisplayName
    {
        get
        {
            var name = $"{GivenName} {FamilyName}".Trim();
            return name.Length > 0 ? name : OwnReference ?? Email ?? "";
        }
    }
}

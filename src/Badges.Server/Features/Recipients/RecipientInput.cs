namespace Badges.Server.Features.Recipients;

/// <summary>Whom a caller means.</summary>
public sealed record RecipientInput
{
    public Guid? Id { get; init; }
    public string? GivenName { get; init; }
    public string? FamilyName { get; init; }

    /// <summary>In lower case, without blanks around it.</summary>
    public string? Email { get; init; }

    public string? Reference { get; init; }

    public bool IsEmpty =>
        Id is null && GivenName is null && FamilyName is null && Email is null && Reference is null;

    public string SearchName => FoldedText.Of($"{GivenName} {FamilyName}");
}

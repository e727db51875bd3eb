namespace Badges.Server.Features.Recipients;

/// <summary>
/// Who is the same person, within one structure: by id, else by the structure's own reference, else by e-mail, else
/// somebody new. An e-mail may be shared, so it decides only when nothing that is known contradicts it.
/// </summary>
public sealed record RecipientMatch
{
    public static readonly RecipientMatch New = new();
    public static readonly RecipientMatch UnknownId = new() { IsUnknownId = true };

    /// <summary>The one person that is meant; null when it is somebody new, or unclear.</summary>
    public Recipient? Known { get; init; }

    /// <summary>The people that it may be, when it is unclear.</summary>
    public IReadOnlyList<Recipient> Candidates { get; init; } = [];

    /// <summary>The id names nobody of this structure.</summary>
    public bool IsUnknownId { get; init; }

    public bool IsAmbiguous => Candidates.Count > 0;

    public static RecipientMatch Choose(
        RecipientInput input, Recipient? byId, Recipient? byReference, IReadOnlyList<Recipient> byEmail)
    {
        if (input.Id is not null)
        {
            return byId is null ? UnknownId : new RecipientMatch { Known = byId };
        }

        if (byReference is not null)
        {
            return new RecipientMatch { Known = byReference };
        }

        // Two references of one structure are two people, whatever e-mail they share.
        var possible = byEmail
            .Where(each => input.Reference is null || each.OwnReference is null)
            .ToList();
        var sameName = possible.Where(each => HasSameName(each, input)).ToList();
        return (possible.Count, sameName.Count) switch
        {
            (0, _) => New,
            (_, 1) => new RecipientMatch { Known = sameName[0] },
            _ => new RecipientMatch { Candidates = possible },
        };
    }

    private static bool HasSameName(Recipient known, RecipientInput input) =>
        input.SearchName.Length == 0 || string.IsNullOrEmpty(known.SearchName) || known.SearchName == input.SearchName;
}

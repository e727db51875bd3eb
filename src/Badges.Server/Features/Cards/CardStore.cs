using Badges.Server.Storage;

namespace Badges.Server.Features.Cards;

/// <summary>Where the code of a card leads.</summary>
public sealed class CardStore(Database database)
{
    /// <summary>The public id of the award; null for a code that no card carries, or whose card was voided.</summary>
    public async Task<string?> FindAwardAsync(string code, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.ScalarAsync<string>(
            """
            select awards.public_id from cards join awards on awards.id = cards.award_id
            where cards.public_code = @code and cards.voided_at is null
            """,
            new { code },
            cancellationToken);
    }
}

namespace Badges.Server.Web;

/// <summary>
/// One page of a list of the API. <c>nextCursor</c> is what to ask the next one with; null on the last.
/// </summary>
public sealed record PagedList<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    public const int DefaultLimit = 50;
    public const int MostItems = 200;

    /// <summary>How many items to read: one more than asked for tells whether there is another page.</summary>
    public static int Limit(int? asked) => Math.Clamp(asked ?? DefaultLimit, 1, MostItems);

    /// <summary>Cuts the item that was read beyond the limit.</summary>
    public static PagedList<T> Of(IReadOnlyList<T> itemsAndOneMore, int limit, Func<T, string> cursorOf) =>
        itemsAndOneMore.Count > limit
            ? new([.. itemsAndOneMore.Take(limit)], cursorOf(itemsAndOneMore[limit - 1]))
            : new(itemsAndOneMore, null);
}

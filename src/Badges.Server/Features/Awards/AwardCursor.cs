using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Badges.Server.Features.Awards;

/// <summary>Where a page of awards begins: after this one.</summary>
public sealed record AwardCursor(DateTimeOffset AwardedAt, string PublicId)
{
    public static AwardCursor After(AwardView view) => new(view.AwardedAt, view.PublicId);

    public static AwardCursor? TryRead(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 100 || !Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks < DateTimeOffset.MaxValue.UtcTicks && Storage.PublicId.IsWellFormed(parts[1])
                ? new AwardCursor(new DateTimeOffset(ticks, TimeSpan.Zero), parts[1])
                : null;
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{AwardedAt.UtcTicks} {PublicId}")));
}

using Badges.Credentials.Verification;
using Badges.Imaging.Uploads;
using Badges.Server.Web;

namespace Badges.Server.Features.Verification;

/// <summary>
/// The issuer's own picture on the page of a verdict: ours from its address here, a stranger's inside the page, cleaned.
/// Nothing is loaded from elsewhere.
/// </summary>
public static class IssuerPictureView
{
    public static string? UrlOf(IssuerPicture? picture) => picture switch
    {
        null => null,
        { IsOwn: true, Address: { } address } => new Uri(address).AbsolutePath,
        { MediaType: "image/png" } => Inline(picture, ShownPicture.TryCleanPng(picture.Bytes)),
        _ => Inline(picture, ShownPicture.TryCleanSvg(picture.Bytes)),
    };

    /// <summary>What to say of a picture that is not the issuer's; null when nobody can tell that it is not.</summary>
    public static string? NoteOf(VerificationReport report, bool isShown, Language language)
    {
        if (!report.Checks.Any(check => check is { Id: CheckIds.Picture, Outcome: CheckOutcome.Failed }))
        {
            return null;
        }

        var isEnglish = language == Language.English;
        return isShown
            ? isEnglish
                ? "The picture shown here is the organisation's. The one you gave may show something else."
                : "L'image montrée ici est celle de la structure. Celle que vous avez donnée peut montrer autre chose."
            : isEnglish
                ? "Do not rely on the picture that you gave: it may show something else than the badge."
                : "Ne vous fiez pas à l'image que vous avez donnée : elle peut montrer autre chose que le badge.";
    }

    private static string? Inline(IssuerPicture picture, byte[]? clean) =>
        clean is null ? null : $"data:{picture.MediaType};base64,{Convert.ToBase64String(clean)}";
}

using System.Globalization;
using System.Text;
using Badges.Imaging.Svg;
using Badges.Imaging.Uploads;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>Takes a picture drawn elsewhere: judged, cleaned, never drawn again.</summary>
public static class TakePicture
{
    /// <param name="svg">The same drawing; absent, the PNG is put into an SVG of ours, so that both forms
    /// always exist.</param>
    public static PictureRead From(ReadOnlyMemory<byte> png, ReadOnlyMemory<byte>? svg)
    {
        var check = UploadedPng.Check(png);
        if (check.Clean is not { } clean)
        {
            return PictureFaults.Of(check);
        }

        var cleaning = svg is { } file ? SvgSanitizer.Clean(file) : null;
        if (cleaning?.FirstOffence is { } offence)
        {
            return PictureFaults.Of(offence);
        }

        return new PictureRead
        {
            Faults = [],
            Png = clean,
            Svg = cleaning?.Cleaned ?? Wrap(clean, check.Width, check.Height),
            Width = check.Width,
            Height = check.Height,
        };
    }

    private static byte[] Wrap(byte[] png, int width, int height) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"><image
        width="{width}" height="{height}" href="data:image/png;base64,{Convert.ToBase64String(png)}"/></svg>
        """));
}

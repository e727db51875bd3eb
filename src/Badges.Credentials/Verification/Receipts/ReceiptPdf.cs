using System.Security.Cryptography;
using System.Text;
using Badges.Imaging.Pdf;

namespace Badges.Credentials.Verification.Receipts;

/// <summary>
/// A printed receipt: a page as PDF with the signed receipt attached. The receipt holds the digest of the page, so that
/// the file as a whole can be checked without a signature of PDF's own.
/// </summary>
public static class ReceiptPdf
{
    /// <summary>The name of the attached file.</summary>
    public const string FileName = "recu.json";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The page that a receipt has to name before it is signed.</summary>
    public static ReceiptPage PageOf(ReadOnlySpan<byte> page, string language) =>
        new(language, Convert.ToHexStringLower(SHA256.HashData(page)));

    /// <summary>The page with the signed receipt attached.</summary>
    /// <exception cref="ArgumentException">The page is not a PDF file that a file can be attached to.</exception>
    public static byte[] Attach(ReadOnlySpan<byte> page, string signedReceipt)
    {
        ArgumentNullException.ThrowIfNull(signedReceipt);
        return PdfAttachment.TryAttach(page, FileName, Utf8.GetBytes(signedReceipt))
            ?? throw new ArgumentException("Nothing can be attached to this page.", nameof(page));
    }

    /// <summary>Takes the attached receipt out. Nothing of the file is inflated or drawn.</summary>
    internal static UnbakeResult Unbake(ReadOnlyMemory<byte> file)
    {
        if (PdfAttachment.TryRead(file, FileName) is not { } read)
        {
            return new();
        }

        try
        {
            var sha256 = read.IsWhole ? Convert.ToHexStringLower(SHA256.HashData(read.Page.Span)) : null;
            return new() { Text = Utf8.GetString(read.Content.Span), Page = new(sha256) };
        }
        catch (DecoderFallbackException)
        {
            return new();
        }
    }
}

/// <summary>The page around an attached receipt.</summary>
/// <param name="Sha256">Its digest; null when the file is not just that page with that receipt.</param>
internal sealed record PdfPage(string? Sha256);

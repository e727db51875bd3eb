using System.Buffers;

namespace Badges.Credentials.Verification;

/// <summary>What somebody handed in, told by its bytes: names and types are never trusted.</summary>
public sealed record Submission
{
    /// <summary>Larger texts are not read.</summary>
    public const int MaximumTextBytes = 1024 * 1024;

    /// <summary>Larger pictures are not read.</summary>
    public const int MaximumPictureBytes = 5 * 1024 * 1024;

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=");

    /// <summary>What it is.</summary>
    public required SubmissionContainer Container { get; init; }

    /// <summary>The bytes as they came.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The text, without byte order mark and blanks around it; null for a picture.</summary>
    public string? Text { get; init; }

    /// <summary>The address; null for anything else.</summary>
    public string? Address => Container is SubmissionContainer.Url ? Text : null;

    internal bool IsPicture => Container is SubmissionContainer.Png or SubmissionContainer.Svg;

    /// <summary>Tells what the bytes are.</summary>
    /// <param name="bytes">What was handed in or fetched.</param>
    /// <param name="contentType">The type that came with it: only for a text that could be anything, never against the
    /// bytes.</param>
    public static SubmissionRead Read(ReadOnlyMemory<byte> bytes, string? contentType)
    {
        var span = bytes.Span;
        if (span.IsEmpty)
        {
            return SubmissionRead.Refused(CheckCodes.Empty);
        }

        if (span.StartsWith(stackalloc byte[] { 0x89, 0x50, 0x4E, 0x47 }))
        {
            return Picture(SubmissionContainer.Png, bytes);
        }

        if (IsUtf16Markup(span))
        {
            return Picture(SubmissionContainer.Svg, bytes);
        }

        if (span.StartsWith("%PDF-"u8))
        {
            return bytes.Length > MaximumTextBytes
                ? SubmissionRead.Refused(CheckCodes.TooLarge)
                : Of(SubmissionContainer.Pdf, bytes, text: null);
        }

        if (StrictJson.TryDecode(bytes, out var code) is not { } text)
        {
            return SubmissionRead.Refused(LooksLikePicture(span) ? CheckCodes.UnknownPicture : code);
        }

        return text switch
        {
            "" => SubmissionRead.Refused(CheckCodes.Empty),
            ['<', ..] => IsHtml(text, contentType)
                ? Of(SubmissionContainer.Html, bytes, text)
                : Picture(SubmissionContainer.Svg, bytes),
            _ when bytes.Length > MaximumTextBytes => SubmissionRead.Refused(CheckCodes.TooLarge),
            ['{' or '[', ..] => Of(SubmissionContainer.Json, bytes, text),
            _ when IsAddress(text) => Of(SubmissionContainer.Url, bytes, text),
            _ when IsToken(text) => Of(SubmissionContainer.Jwt, bytes, text),
            _ => SubmissionRead.Refused(CheckCodes.NotABadge),
        };
    }

    private static bool IsUtf16Markup(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xFE, 0x3C, 0x00, ..] or [0xFE, 0xFF, 0x00, 0x3C, ..] or [0x3C, 0x00, ..] or [0x00, 0x3C, ..];

    private static SubmissionRead Picture(SubmissionContainer container, ReadOnlyMemory<byte> bytes) =>
        bytes.Length > MaximumPictureBytes
            ? SubmissionRead.Refused(CheckCodes.TooLarge)
            : Of(container, bytes, text: null);

    private static SubmissionRead Of(SubmissionContainer container, ReadOnlyMemory<byte> bytes, string? text) =>
        new() { Submission = new() { Container = container, Bytes = bytes, Text = text } };

    private static bool IsHtml(string text, string? contentType) =>
        text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
        || (contentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true
            && !text.Contains("<svg", StringComparison.Ordinal));

    private static bool IsAddress(string text) =>
        (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        && !text.Any(char.IsWhiteSpace) && text.Length <= 2048
        && Uri.TryCreate(text, UriKind.Absolute, out _);

    private static bool IsToken(string text) =>
        text.StartsWith("eyJ", StringComparison.Ordinal) && text.Contains('.', StringComparison.Ordinal)
        && !text.AsSpan().ContainsAnyExcept(TokenCharacters);

    private static bool LooksLikePicture(ReadOnlySpan<byte> bytes) => bytes is
        [0xFF, 0xD8, 0xFF, ..] or [0x47, 0x49, 0x46, 0x38, ..] or [0x52, 0x49, 0x46, 0x46, ..] or [0x42, 0x4D, ..];
}

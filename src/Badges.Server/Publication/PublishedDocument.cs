using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Badges.Server.Publication;

/// <summary>What stands at a public address, the same for everybody who asks for this form.</summary>
public sealed record PublishedDocument
{
    public int Status { get; init; } = StatusCodes.Status200OK;
    public required string ContentType { get; init; }
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>With its quotation marks; another one for each form.</summary>
    public required string ETag { get; init; }

    public required Freshness Freshness { get; init; }

    public static PublishedDocument Of(string contentType, ReadOnlyMemory<byte> body, Freshness freshness) => new()
    {
        ContentType = contentType,
        Body = body,
        ETag = ETagOf(contentType, body.Span),
        Freshness = freshness,
    };

    public static PublishedDocument Of(string contentType, string text, Freshness freshness) =>
        Of(contentType, Encoding.UTF8.GetBytes(text), freshness);

    /// <summary>The same bytes under another of its media types.</summary>
    public PublishedDocument As(string contentType) =>
        contentType == ContentType
            ? this
            : this with { ContentType = contentType, ETag = ETagOf(contentType, Body.Span) };

    public static long SizeOf(PublishedDocument document) => document.Body.Length;

    /// <summary>Whether both say the same, byte for byte.</summary>
    public static bool AreSame(PublishedDocument one, PublishedDocument other) =>
        one with { Body = default } == other with { Body = default } && one.Body.Span.SequenceEqual(other.Body.Span);

    private static string ETagOf(string contentType, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(contentType));
        hash.AppendData([0]);
        hash.AppendData(body);
        return $"\"{Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, 16))}\"";
    }
}

/// <summary>How long a copy may be used without asking.</summary>
public enum Freshness
{
    /// <summary>Asked for again each time, and answered "unchanged" when it is.</summary>
    Revalidate,

    /// <summary>For who asked alone, and not kept.</summary>
    Private,

    /// <summary>Five minutes.</summary>
    Brief,

    /// <summary>A year: what stands at the address never changes.</summary>
    Immutable,
}

using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Badges.Server.Features.Verification;

/// <summary>
/// The fields of a multipart form, read into memory and no further than a badge can be large. The framework's own
/// reader puts large files on the disk, and gives up on a large body without letting the sender hear why.
/// </summary>
public sealed class MultipartFields
{
    /// <summary>One byte more than the largest picture, so that a larger one is told apart.</summary>
    public const int LargestField = Badges.Credentials.Verification.Submission.MaximumPictureBytes + 1;

    private const int MostFields = 16;

    private const int BufferSize = 32 * 1024;

    /// <summary>No more memory than this is taken before the bytes are there.</summary>
    private const int MostTakenAhead = 256 * 1024;

    private readonly Dictionary<string, ReadOnlyMemory<byte>> _fields = [];

    public bool IsTooLarge { get; private set; }

    /// <summary>Whether a name was given twice: which of the two counts could not be told.</summary>
    public bool HasRepeated { get; private set; }

    public static bool Accepts(HttpRequest request) => BoundaryOf(request) is not null;

    /// <summary>The fields, or null when the form is not well formed.</summary>
    public static async Task<MultipartFields?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = new MultipartFields();
        var reader = new MultipartReader(BoundaryOf(request) ?? "", request.Body, BufferSize);
        var expected = (int)Math.Min(request.ContentLength ?? 0, MostTakenAhead);
        try
        {
            for (var count = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } section; count++)
            {
                if (count == MostFields)
                {
                    return null;
                }

                await fields.AddAsync(section, count == 0 ? expected : 0, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException
            || exception is IOException and not BadHttpRequestException)
        {
            return null;
        }

        return fields;
    }

    public ReadOnlyMemory<byte>? Find(string name) =>
        _fields.TryGetValue(name, out var bytes) ? (ReadOnlyMemory<byte>?)bytes : null;

    public string? FindText(string name) => Find(name) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;

    /// <summary>Copies up to the limit and reads the rest without keeping it; false when there was a rest.</summary>
    public static async Task<bool> CopyAsync(
        Stream source, MemoryStream target, int limit, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var isWhole = true;
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
            {
                var kept = (int)Math.Min(read, limit - target.Length);
                target.Write(buffer, 0, kept);
                isWhole &= kept == read;
            }

            return isWhole;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true); // nobody's badge is left lying about
        }
    }

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 70 } boundary
            ? boundary.ToString()
            : null;

    /// <param name="expected">How long the whole form says it is: as a rule the first field is nearly all of
    /// it.</param>
    private async Task AddAsync(MultipartSection section, int expected, CancellationToken cancellationToken)
    {
        var disposition = section.GetContentDispositionHeader();
        var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).ToString();
        using var bytes = new MemoryStream(expected);
        IsTooLarge |= !await CopyAsync(section.Body, bytes, LargestField, cancellationToken);

        // A browser sends an unnamed, empty file for a field that was left alone.
        var isLeftAlone = bytes.Length == 0
            && HeaderUtilities.RemoveQuotes(disposition?.FileName ?? default).Length == 0;
        if (!isLeftAlone && name.Length > 0)
        {
            HasRepeated |= !_fields.TryAdd(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
        }
    }
}

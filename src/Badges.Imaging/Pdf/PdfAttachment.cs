using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Badges.Imaging.Pdf;

/// <summary>
/// A file attached to a PDF file by an incremental update, and read back. The bytes before it stay as they are, and the
/// attached ones stand there as themselves: reading needs no filter, follows no reference and inflates nothing.
/// ISO 32000-2, sections 7.5.6 and 7.11.4.
/// </summary>
public static partial class PdfAttachment
{
    private const int LongestTail = 1024;
    private const int LongestCatalog = 4096;
    private static readonly SearchValues<char> PlainName =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");

    private static ReadOnlySpan<byte> EndOfFile => "%%EOF\n"u8;

    private static ReadOnlySpan<byte> Mark => "<</Type /EmbeddedFile"u8;

    /// <summary>The file with one more attached; null when it is not made as Skia makes them.</summary>
    /// <param name="pdf">A PDF file with a cross-reference table and no attachment yet.</param>
    /// <param name="name">Letters, digits, dots and dashes.</param>
    /// <param name="content">JSON in UTF-8.</param>
    public static byte[]? TryAttach(ReadOnlySpan<byte> pdf, string name, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.AsSpan().ContainsAnyExcept(PlainName))
        {
            throw new ArgumentException("The name of an attached file is plain.", nameof(name));
        }

        var tail = Encoding.Latin1.GetString(pdf[Math.Max(0, pdf.Length - LongestTail)..]);
        if (Trailer().Match(tail) is not { Success: true } trailer
            || Number(trailer, "size") is not { } size || Number(trailer, "root") is not { } root
            || Number(trailer, "previous") is not { } previous
            || FindCatalog(pdf, root) is not { } catalog)
        {
            return null;
        }

        var update = new Update(pdf);
        update.Add(
            root, $"<<{catalog}\n/Names <</EmbeddedFiles <</Names [({name}) {size} 0 R]>>>>\n/AF [{size} 0 R]>>");
        update.Add(
            size,
            $"<</Type /Filespec\n/F ({name})\n/UF ({name})\n/AFRelationship /Data\n"
            + $"/EF <</F {size + 1} 0 R /UF {size + 1} 0 R>>>>");
        update.AddFile(size + 1, content);
        return update.End(size + 2, root, trailer.Groups["info"].Value, previous);
    }

    /// <summary>The attached file; null when there is none of that name, or more than one, or not made as
    /// <see cref="TryAttach"/> does.</summary>
    public static AttachedFile? TryRead(ReadOnlyMemory<byte> pdf, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bytes = pdf.Span;
        var at = bytes.IndexOf(Mark);
        if (at < 0 || bytes[(at + 1)..].IndexOf(Mark) >= 0
            || bytes[..at].LastIndexOf(EndOfFile) is not (>= 0 and var end))
        {
            return null;
        }

        var head = Encoding.Latin1.GetString(bytes.Slice(at, Math.Min(200, bytes.Length - at)));
        if (StreamHead().Match(head) is not { Success: true } stream || Number(stream, "length") is not { } length
            || length > bytes.Length - at - stream.Length)
        {
            return null;
        }

        var page = pdf[..(end + EndOfFile.Length)];
        var content = pdf.Slice(at + stream.Length, length);
        return new AttachedFile
        {
            Content = content,
            Page = page,
            IsWhole = TryAttach(page.Span, name, content.Span) is { } made && bytes.SequenceEqual(made),
        };
    }

    /// <summary>The catalog's members, without its brackets.</summary>
    private static string? FindCatalog(ReadOnlySpan<byte> pdf, int root)
    {
        var start = Encoding.ASCII.GetBytes($"\n{root} 0 obj\n<</Type /Catalog\n");
        var at = pdf.LastIndexOf(start);
        if (at < 0)
        {
            return null;
        }

        var from = pdf[(at + start.Length)..];
        var length = from[..Math.Min(from.Length, LongestCatalog)].IndexOf(">>\nendobj\n"u8);
        return length < 0 ? null : "/Type /Catalog\n" + Encoding.Latin1.GetString(from[..length]);
    }

    private static int? Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < int.MaxValue - 2 ? number : null;

    [GeneratedRegex(
        @"\ntrailer\n<</Size (?<size>[0-9]{1,9})\n/Root (?<root>[0-9]{1,9}) 0 R(?<info>(\n/Info [0-9]{1,9} 0 R)?)>>\n"
        + @"startxref\n(?<previous>[0-9]{1,10})\n%%EOF\n\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Trailer();

    [GeneratedRegex(
        @"\A<</Type /EmbeddedFile\n/Subtype /application#2Fjson\n/Length (?<length>[0-9]{1,9})>> stream\n",
        RegexOptions.ExplicitCapture)]
    private static partial Regex StreamHead();

    /// <summary>The objects behind the end of a file, and where each stands.</summary>
    private ref struct Update(ReadOnlySpan<byte> pdf)
    {
        private readonly MemoryStream _bytes = Start(pdf);
        private readonly List<(int Number, long Position)> _objects = [];

        public readonly void Add(int number, string value)
        {
            Begin(number);
            Write($"{value}\nendobj\n");
        }

        public readonly void AddFile(int number, ReadOnlySpan<byte> content)
        {
            Begin(number);
            Write($"<</Type /EmbeddedFile\n/Subtype /application#2Fjson\n/Length {content.Length}>> stream\n");
            _bytes.Write(content);
            Write("\nendstream\nendobj\n");
        }

        public readonly byte[] End(int size, int root, string info, int previous)
        {
            var position = _bytes.Position;
            Write("xref\n");
            foreach (var (number, at) in _objects)
            {
                Write($"{number} 1\n{at:D10} 00000 n \n");
            }

            Write($"trailer\n<</Size {size}\n/Root {root} 0 R{info}\n/Prev {previous}>>\nstartxref\n{position}\n%%EOF\n");
            return _bytes.ToArray();
        }

        private readonly void Begin(int number)
        {
            _objects.Add((number, _bytes.Position));
            Write($"{number} 0 obj\n");
        }

        private readonly void Write(string text) => _bytes.Write(Encoding.Latin1.GetBytes(text));

        private static MemoryStream Start(ReadOnlySpan<byte> pdf)
        {
            var bytes = new MemoryStream(pdf.Length + 16 * 1024);
            bytes.Write(pdf);
            return bytes;
        }
    }
}

/// <summary>A file that is attached to a PDF file.</summary>
public sealed record AttachedFile
{
    /// <summary>The attached file.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The PDF file before it was attached.</summary>
    public required ReadOnlyMemory<byte> Page { get; init; }

    /// <summary>Whether there is nothing else: the file is exactly <see cref="Page"/> with <see cref="Content"/>
    /// attached.</summary>
    public required bool IsWhole { get; init; }
}

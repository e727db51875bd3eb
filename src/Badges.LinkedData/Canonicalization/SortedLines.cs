using System.Buffers;

namespace Badges.LinkedData.Canonicalization;

/// <summary>Lines of UTF-8 put into the order of their code points, which is that of their bytes.</summary>
internal sealed class SortedLines(int lines)
{
    private const int UsualLength = 200;

    private readonly List<Range> _lines = new(lines);

    /// <summary>Where the next line is written.</summary>
    public ArrayBufferWriter<byte> Output { get; } = new(Math.Max(1, lines) * UsualLength);

    /// <summary>Says that a line was written since <paramref name="start"/>.</summary>
    public void Add(int start) => _lines.Add(start..Output.WrittenCount);

    public void Clear()
    {
        Output.ResetWrittenCount();
        _lines.Clear();
    }

    /// <summary>The lines one after the other.</summary>
    public byte[] ToArray()
    {
        var written = Output.WrittenMemory;
        _lines.Sort((one, other) => written.Span[one].SequenceCompareTo(written.Span[other]));
        var result = new byte[written.Length];
        var rest = result.AsSpan();
        foreach (var line in _lines)
        {
            written.Span[line].CopyTo(rest);
            rest = rest[written.Span[line].Length..];
        }

        return result;
    }
}

namespace Badges.LinkedData.Rdf;

/// <summary>Where an N-Quads document is wrong, and what was expected there.</summary>
/// <param name="Line">Counted from one.</param>
/// <param name="Column">Counted from one, in UTF-16 units.</param>
public sealed record NQuadsFault(int Line, int Column, string Expected);

/// <summary>Reads N-Quads, strictly by the grammar. RDF 1.1 N-Quads, section 4.</summary>
public static class NQuadsReader
{
    /// <summary>The dataset, each statement once, or null and where the document is wrong.</summary>
    public static RdfDataset? TryRead(string nquads, out NQuadsFault? fault)
    {
        ArgumentNullException.ThrowIfNull(nquads);
        var quads = new List<Quad>();
        var seen = new HashSet<Quad>();
        var number = 1;
        for (var rest = nquads.AsSpan(); !rest.IsEmpty; number++)
        {
            var line = new NQuadsLine(TakeLine(ref rest));
            if (line.IsBlankOrComment())
            {
                continue;
            }

            if (line.TryReadQuad() is not { } quad)
            {
                fault = new(number, line.Position + 1, line.Expected);
                return null;
            }

            if (seen.Add(quad))
            {
                quads.Add(quad);
            }
        }

        fault = null;
        return new(quads);
    }

    /// <summary>The text up to the end of its first line, which is cut off: LF, CR or both.</summary>
    private static ReadOnlySpan<char> TakeLine(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny('\n', '\r');
        if (end < 0)
        {
            var last = rest;
            rest = [];
            return last;
        }

        var line = rest[..end];
        rest = rest[(rest[end..].StartsWith("\r\n") ? end + 2 : end + 1)..];
        return line;
    }
}

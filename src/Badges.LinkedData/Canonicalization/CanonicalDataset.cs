using System.Text;

namespace Badges.LinkedData.Canonicalization;

/// <summary>A dataset in its canonical form.</summary>
public sealed record CanonicalDataset
{
    /// <summary>The canonical N-Quads document, UTF-8, a line feed after every statement.</summary>
    public required ReadOnlyMemory<byte> NQuads { get; init; }

    /// <summary>The canonical label of every blank node, both without <c>_:</c>.</summary>
    public required IReadOnlyDictionary<string, string> IssuedIdentifiers { get; init; }

    /// <summary>The statements in their order, each with its line feed.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            var lines = new List<string>();
            foreach (var range in NQuads.Span.Split((byte)'\n'))
            {
                if (!NQuads.Span[range].IsEmpty)
                {
                    lines.Add(Encoding.UTF8.GetString(NQuads.Span[range]) + "\n");
                }
            }

            return lines;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(NQuads.Span);
}

namespace Badges.Imaging.Rendering;

/// <summary>The title on one to three lines, as large as the ribbon allows.</summary>
internal sealed record TitleLayout
{
    /// <summary>Nine hundredths of the picture's height: smaller text is not readable on a phone.</summary>
    public const float MinimumSize = BadgeDrawing.Side * 0.09f;

    public const float MaximumWidth = 484;

    private const int MaximumLines = 3;
    private const int LongestTitle = 120;
    private const float NarrowestStretch = 0.88f;
    private const float PenaltyOfALine = 0.8f;
    private static readonly float[] LargestSizes = [78, 66, 56];

    public required IReadOnlyList<string> Lines { get; init; }

    public required float Size { get; init; }

    /// <summary>1, or less when the letters are drawn narrower to keep their height.</summary>
    public required float Stretch { get; init; }

    public required float Width { get; init; }

    public float LineHeight => Size * 1.04f;

    /// <summary>Null when the title does not fit on three lines.</summary>
    public static TitleLayout? TryFit(string title)
    {
        if (title.Length > LongestTitle)
        {
            return null;
        }

        var words = Words(title);
        return Enumerable.Range(1, Math.Min(MaximumLines, words.Count))
            .SelectMany(count => Splits(words, count))
            .Select(TryFitLines)
            .OfType<TitleLayout>()
            .MaxBy(layout => layout.Size * layout.Stretch * MathF.Pow(PenaltyOfALine, layout.Lines.Count));
    }

    private static TitleLayout? TryFitLines(IReadOnlyList<string> lines)
    {
        var widest = lines.Max(TitleFont.Measure);
        var size = Math.Min(LargestSizes[lines.Count - 1], MaximumWidth / widest);
        if (size >= MinimumSize)
        {
            return new TitleLayout { Lines = lines, Size = size, Stretch = 1, Width = widest * size };
        }

        var stretch = size / MinimumSize;
        return stretch >= NarrowestStretch
            ? new TitleLayout { Lines = lines, Size = MinimumSize, Stretch = stretch, Width = MaximumWidth }
            : null;
    }

    /// <summary>French punctuation that stands after a blank stays with the word before it.</summary>
    private static List<string> Words(string title)
    {
        var words = new List<string>();
        foreach (var word in title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count > 0 && (word is ":" or ";" or "!" or "?" or "»" or "–" or "-" || words[^1] is "«"))
            {
                words[^1] += $" {word}";
            }
            else
            {
                words.Add(word);
            }
        }

        return words;
    }

    private static IEnumerable<IReadOnlyList<string>> Splits(List<string> words, int count)
    {
        if (count == 1)
        {
            yield return [string.Join(' ', words)];
            yield break;
        }

        for (var first = 1; first <= words.Count - count + 1; first++)
        {
            foreach (var rest in Splits(words.Skip(first).ToList(), count - 1))
            {
                yield return [string.Join(' ', words.Take(first)), .. rest];
            }
        }
    }
}

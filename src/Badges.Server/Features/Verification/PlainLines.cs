using System.Text;

namespace Badges.Server.Features.Verification;

/// <summary>
/// A Markdown text as plain lines, without marks: what others wrote is shown as text and as nothing else.
/// </summary>
public static class PlainLines
{
    private const int MostLines = 24;
    private const int LongestLine = 400;

    public static IReadOnlyList<string> Of(string? markdown) =>
    [
        .. (markdown ?? "").Split('\n', StringSplitOptions.TrimEntries)
            .Select(line => Unescape(line.TrimStart('-', '*', '#', '>', ' ')))
            .Where(line => line.Length > 0)
            .Take(MostLines),
    ];

    private static string Unescape(string line)
    {
        var plain = new StringBuilder();
        for (var position = 0; position < line.Length && plain.Length < LongestLine; position++)
        {
            if (line[position] == '\\' && position + 1 < line.Length && char.IsPunctuation(line[position + 1]))
            {
                position++;
            }

            plain.Append(char.IsControl(line[position]) ? ' ' : line[position]);
        }

        return plain.Length == LongestLine ? plain.Append('…').ToString() : plain.ToString();
    }
}

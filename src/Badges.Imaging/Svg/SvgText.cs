using System.Text;
using System.Text.RegularExpressions;

namespace Badges.Imaging.Svg;

/// <summary>
/// Finds the characters of an XML file. Extensible Markup Language 1.0, section 4.3.3 and appendix F.
/// </summary>
internal static partial class SvgText
{
    private const int DeclarationLength = 200;

    /// <summary>Null when the bytes are not text in UTF-8, UTF-16 or Latin-1, as mark or declaration say.</summary>
    public static string? TryDecode(ReadOnlySpan<byte> file)
    {
        try
        {
            return file switch
            {
                [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(false, true).GetString(file[3..]),
                [0xFF, 0xFE, ..] => new UnicodeEncoding(false, true, true).GetString(file[2..]),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(true, true, true).GetString(file[2..]),
                [0x3C, 0x00, ..] => new UnicodeEncoding(false, false, true).GetString(file),
                [0x00, 0x3C, ..] => new UnicodeEncoding(true, false, true).GetString(file),
                _ => DecodeAsDeclared(file),
            };
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>
    /// True when the document type, if there is one, declares an entity. The parser never expands one, whatever
    /// this says: it only lets a file with such a declaration be refused by name.
    /// </summary>
    public static bool DeclaresEntity(string text)
    {
        var start = text.IndexOf("<!DOCTYPE", StringComparison.Ordinal);
        if (start < 0)
        {
            return false;
        }

        var end = EndOfDoctype(text, start);
        return text.AsSpan(start, end - start).Contains("<!ENTITY", StringComparison.Ordinal);
    }

    /// <summary>
    /// The internal subset of the document type of a well-formed document, with what stands before it; null when there
    /// is none. Extensible Markup Language 1.0, section 2.8.
    /// </summary>
    public static string? InternalSubset(string text)
    {
        var position = 0;
        while (position < text.Length)
        {
            var rest = text.AsSpan(position);
            if (rest.StartsWith("<?", StringComparison.Ordinal))
            {
                position = After(text, "?>", position);
            }
            else if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                position = After(text, "-->", position);
            }
            else if (rest.StartsWith("<!DOCTYPE", StringComparison.Ordinal))
            {
                var type = text[position..EndOfDoctype(text, position)];
                return OpensSubset(type) ? type : null;
            }
            else if (rest[0] == '<')
            {
                return null;
            }
            else
            {
                position++;
            }
        }

        return null;
    }

    private static int After(string text, string end, int start) =>
        text.IndexOf(end, start, StringComparison.Ordinal) is >= 0 and var found ? found + end.Length : text.Length;

    /// <summary>Whether a bracket stands outside the quotation marks of the identifiers.</summary>
    private static bool OpensSubset(string type)
    {
        var quote = '\0';
        foreach (var character in type)
        {
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '"' or '\'')
            {
                quote = character;
            }
            else if (character == '[')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a tag may have more attributes than <paramref name="limit"/>: the parser compares each with all others,
    /// before it says how many there are. No <c>&lt;</c> stands in a tag, so that what is counted between two of them
    /// is never less than a tag has.
    /// </summary>
    public static bool MayHaveMoreAttributesThan(int limit, ReadOnlySpan<char> text)
    {
        var count = 0;
        int at;
        while ((at = text.IndexOfAny('<', '=')) >= 0)
        {
            var rest = text[(at + 1)..];
            count = text[at] == '<' ? 0 : rest.TrimStart(" \t\r\n") is ['"' or '\'', ..] ? count + 1 : count;
            if (count > limit)
            {
                return true;
            }

            text = rest;
        }

        return false;
    }

    private static string? DecodeAsDeclared(ReadOnlySpan<byte> file)
    {
        var head = Encoding.Latin1.GetString(file[..Math.Min(file.Length, DeclarationLength)]);
        var declared = DeclaredEncoding().Match(head).Groups["name"].Value.ToUpperInvariant();
        return declared switch
        {
            "" or "UTF-8" or "US-ASCII" => new UTF8Encoding(false, true).GetString(file),
            "ISO-8859-1" => Encoding.Latin1.GetString(file),
            _ => null,
        };
    }

    /// <summary>
    /// The first <c>&gt;</c> outside the internal subset, comments and quotes, or the end of the text.
    /// </summary>
    private static int EndOfDoctype(string text, int start)
    {
        var isInSubset = false;
        var quote = '\0';
        for (var i = start; i < text.Length; i++)
        {
            var character = text[i];
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (text.AsSpan(i).StartsWith("<!--", StringComparison.Ordinal))
            {
                var close = text.IndexOf("-->", i, StringComparison.Ordinal);
                i = close < 0 ? text.Length : close + 2;
            }
            else if (character is '"' or '\'')
            {
                quote = character;
            }
            else if (character == '[')
            {
                isInSubset = true;
            }
            else if (character == ']')
            {
                isInSubset = false;
            }
            else if (character == '>' && !isInSubset)
            {
                return i;
            }
        }

        return text.Length;
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*\sencoding\s*=\s*["'](?<name>[A-Za-z0-9._-]+)["']""")]
    private static partial Regex DeclaredEncoding();
}

using System.Buffers;
using System.Globalization;
using System.Text;
using Badges.LinkedData.JsonLd;

namespace Badges.LinkedData.Rdf;

/// <summary>Reads one line. RDF 1.1 N-Quads, section 4: each method is a production of the grammar, and leaves the
/// position where it failed.</summary>
internal ref struct NQuadsLine(ReadOnlySpan<char> line)
{
    private static readonly SearchValues<char> EndOfIri = SearchValues.Create('>', '\\');
    private static readonly SearchValues<char> EndOfString = SearchValues.Create('"', '\\');

    private readonly ReadOnlySpan<char> _line = line;

    public int Position { get; private set; }

    /// <summary>What should have stood at the position.</summary>
    public string Expected { get; private set; } = string.Empty;

    private readonly ReadOnlySpan<char> Rest => _line[Position..];

    /// <summary>Skips white space, and says whether nothing else follows but a comment.</summary>
    public bool IsBlankOrComment()
    {
        SkipSpace();
        return Position == _line.Length || _line[Position] == '#';
    }

    /// <summary><c>statement</c></summary>
    public Quad? TryReadQuad()
    {
        if (TryReadResource("a subject") is not { } subject || TryReadIri("a predicate") is not { } predicate
            || TryReadObject() is not { } value)
        {
            return null;
        }

        SkipSpace();
        RdfTerm? graph = null;
        if (!StartsWith('.') && (graph = TryReadResource("a graph name or a full stop")) is null)
        {
            return null;
        }

        SkipSpace();
        if (!StartsWith('.'))
        {
            Expected = "a full stop";
            return null;
        }

        Position++;
        Expected = "the end of the line";
        return IsBlankOrComment() ? new Quad(subject, predicate, value, graph) : null;
    }

    /// <summary><c>subject</c>, <c>graphLabel</c></summary>
    private RdfTerm? TryReadResource(string expected)
    {
        SkipSpace();
        return StartsWith('_') ? TryReadBlankNode() : TryReadIri(expected);
    }

    /// <summary><c>object</c></summary>
    private RdfTerm? TryReadObject()
    {
        SkipSpace();
        return StartsWith('"') ? TryReadLiteral() : TryReadResource("an object");
    }

    /// <summary><c>IRIREF</c>, absolute (section 2.1)</summary>
    private Iri? TryReadIri(string expected)
    {
        SkipSpace();
        Expected = expected;
        if (!StartsWith('<'))
        {
            return null;
        }

        var start = Position++;
        if (TryReadUntil(EndOfIri, mayEscapeCharacters: false, "the end of an IRI") is not { } iri)
        {
            return null;
        }

        if (IriReference.IsAbsolute(iri) && !IriReference.HasForbiddenCharacter(iri))
        {
            return new(iri);
        }

        Position = start;
        Expected = "an absolute IRI";
        return null;
    }

    /// <summary><c>BLANK_NODE_LABEL</c></summary>
    private BlankNode? TryReadBlankNode()
    {
        Expected = "a blank node label";
        if (!Rest.StartsWith("_:"))
        {
            return null;
        }

        var label = Rest[2..];
        var length = 0;
        while (Rune.DecodeFromUtf16(label[length..], out var rune, out var units) == OperationStatus.Done
            && (length == 0 ? BlankNodeLabel.MayStartWith(rune) : BlankNodeLabel.MayContain(rune) || rune.Value == '.'))
        {
            length += units;
        }

        label = label[..length].TrimEnd('.'); // a full stop may stand within, and the last one ends the statement
        Position += 2 + label.Length;
        return label.IsEmpty ? null : new(label.ToString());
    }

    /// <summary><c>literal</c></summary>
    private Literal? TryReadLiteral()
    {
        Position++;
        if (TryReadUntil(EndOfString, mayEscapeCharacters: true, "the end of a literal") is not { } text)
        {
            return null;
        }

        if (StartsWith('@'))
        {
            return TryReadLanguage() is { } language ? new(text, RdfVocabulary.LangString, language) : null;
        }

        if (!Rest.StartsWith("^^"))
        {
            return new(text, RdfVocabulary.XsdString);
        }

        Position += 2;
        return TryReadIri("a datatype") is { } datatype ? new(text, datatype.Value) : null;
    }

    /// <summary><c>LANGTAG</c>, well-formed (RDF 1.1 Concepts, section 3.3)</summary>
    private string? TryReadLanguage()
    {
        Expected = "a language tag";
        var start = ++Position;
        while (Position < _line.Length && (char.IsAsciiLetterOrDigit(_line[Position]) || _line[Position] == '-'))
        {
            Position++;
        }

        var tag = _line[start..Position].ToString();
        return LanguageTag.IsWellFormed(tag) ? tag : null;
    }

    /// <summary>The text before the closing mark, which is passed over, with what is escaped in it.</summary>
    private string? TryReadUntil(SearchValues<char> end, bool mayEscapeCharacters, string expected)
    {
        StringBuilder? text = null;
        while (true)
        {
            var next = Rest.IndexOfAny(end);
            var part = next < 0 ? Rest : Rest[..next];
            if (FindHalfOfPair(part) is >= 0 and var half)
            {
                Position += half;
                Expected = "Unicode text";
                return null;
            }

            Position += part.Length;
            if (next < 0)
            {
                Expected = expected;
                return null;
            }

            if (_line[Position] != '\\')
            {
                Position++;
                return text is null ? part.ToString() : text.Append(part).ToString();
            }

            text = (text ?? new()).Append(part);
            if (TryReadEscape(mayEscapeCharacters) is not { } escaped)
            {
                Expected = "an escape sequence";
                return null;
            }

            text.Append(escaped);
        }
    }

    /// <summary><c>ECHAR</c>, <c>UCHAR</c></summary>
    private string? TryReadEscape(bool mayEscapeCharacters)
    {
        var letter = Rest.Length > 1 ? Rest[1] : '\0';
        if (letter is 'u' or 'U')
        {
            return TryReadCodePoint(letter == 'u' ? 4 : 8);
        }

        var character = letter switch
        {
            't' => "\t",
            'b' => "\b",
            'n' => "\n",
            'r' => "\r",
            'f' => "\f",
            '"' => "\"",
            '\'' => "'",
            '\\' => "\\",
            _ => null,
        };
        if (!mayEscapeCharacters || character is null)
        {
            return null;
        }

        Position += 2;
        return character;
    }

    private string? TryReadCodePoint(int digits)
    {
        if (Rest.Length < 2 + digits
            || !uint.TryParse(
                Rest.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || !Rune.TryCreate(code, out var rune))
        {
            return null;
        }

        Position += 2 + digits;
        return rune.ToString();
    }

    /// <summary>Where half of a surrogate pair stands alone, or -1.</summary>
    private static int FindHalfOfPair(ReadOnlySpan<char> text)
    {
        var index = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        while (index >= 0 && index < text.Length)
        {
            if (Rune.DecodeFromUtf16(text[index..], out _, out var units) != OperationStatus.Done)
            {
                return index;
            }

            index += units;
        }

        return -1;
    }

    private readonly bool StartsWith(char character) => Position < _line.Length && _line[Position] == character;

    private void SkipSpace()
    {
        while (Position < _line.Length && _line[Position] is ' ' or '\t')
        {
            Position++;
        }
    }
}

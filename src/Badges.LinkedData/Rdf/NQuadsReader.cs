using System.Globalization;
using System.Text;

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
        var number = 0;
        foreach (var range in nquads.AsSpan().SplitAny('\n', '\r'))
        {
            number++;
            var cursor = new Cursor(nquads.AsSpan()[range]);
            if (cursor.IsBlankOrComment())
            {
                continue;
            }

            if (cursor.TryReadQuad() is not { } quad)
            {
                fault = new(number, cursor.Position + 1, cursor.Expected);
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

    private ref struct Cursor(ReadOnlySpan<char> line)
    {
        private readonly ReadOnlySpan<char> _line = line;

        public int Position { get; private set; }

        public string Expected { get; private set; } = string.Empty;

        private readonly char Current => Position < _line.Length ? _line[Position] : '\0';

        public bool IsBlankOrComment()
        {
            SkipSpace();
            return Position == _line.Length || Current == '#';
        }

        public Quad? TryReadQuad()
        {
            if (TryReadResource("a subject") is not { } subject || TryReadIri("a predicate") is not { } predicate
                || TryReadObject() is not { } value)
            {
                return null;
            }

            SkipSpace();
            RdfTerm? graph = null;
            if (Current is '<' or '_')
            {
                graph = TryReadResource("a graph name");
                if (graph is null)
                {
                    return null;
                }

                SkipSpace();
            }

            if (Current != '.')
            {
                Expected = "a full stop";
                return null;
            }

            Position++;
            if (!IsBlankOrComment())
            {
                Expected = "the end of the line";
                return null;
            }

            return new Quad(subject, predicate, value, graph);
        }

        private RdfTerm? TryReadResource(string expected)
        {
            SkipSpace();
            return Current == '_' ? TryReadBlankNode() : TryReadIri(expected);
        }

        private RdfTerm? TryReadObject()
        {
            SkipSpace();
            return Current switch
            {
                '"' => TryReadLiteral(),
                '_' => TryReadBlankNode(),
                _ => TryReadIri("an object"),
            };
        }

        private Iri? TryReadIri(string expected)
        {
            SkipSpace();
            Expected = expected;
            if (Current != '<')
            {
                return null;
            }

            Position++;
            var text = new StringBuilder();
            while (Current != '>')
            {
                Expected = "a character of an IRI";
                if (Current == '\\')
                {
                    if (TryReadCodePoint() is not { } escaped)
                    {
                        return null;
                    }

                    text.Append(escaped);
                }
                else if (Position >= _line.Length || Current <= ' ' || "<\"{}|^`".Contains(Current, StringComparison.Ordinal))
                {
                    return null;
                }
                else
                {
                    text.Append(Current);
                    Position++;
                }
            }

            Position++;
            var iri = text.ToString();
            Expected = "an absolute IRI";
            return JsonLd.IriReference.IsAbsolute(iri) ? new Iri(iri) : null;
        }

        private BlankNode? TryReadBlankNode()
        {
            Expected = "a blank node label";
            if (!_line[Position..].StartsWith("_:"))
            {
                return null;
            }

            var start = Position + 2;
            var end = start;
            while (end < _line.Length && Rune.DecodeFromUtf16(_line[end..], out var rune, out var length) == 0
                && (BlankNodeLabel.MayContain(rune) || (end > start && rune.Value == '.')))
            {
                end += length;
            }

            while (end > start && _line[end - 1] == '.')
            {
                end--;
            }

            if (end == start || Rune.DecodeFromUtf16(_line[start..], out var first, out _) != 0
                || !BlankNodeLabel.MayStartWith(first))
            {
                return null;
            }

            Position = end;
            return new BlankNode(_line[start..end].ToString());
        }

        private Literal? TryReadLiteral()
        {
            Position++;
            var text = new StringBuilder();
            while (Current != '"')
            {
                Expected = "a character of a literal";
                if (Position >= _line.Length || (Current == '\0'))
                {
                    return null;
                }

                if (Current != '\\')
                {
                    text.Append(Current);
                    Position++;
                }
                else if (TryReadEscape() is { } escaped)
                {
                    text.Append(escaped);
                }
                else
                {
                    return null;
                }
            }

            Position++;
            if (Current == '@')
            {
                return TryReadLanguage() is { } language
                    ? new Literal(text.ToString(), RdfVocabulary.LangString, language)
                    : null;
            }

            if (!_line[Position..].StartsWith("^^"))
            {
                return new Literal(text.ToString(), RdfVocabulary.XsdString);
            }

            Position += 2;
            return TryReadIri("a datatype") is { } datatype ? new Literal(text.ToString(), datatype.Value) : null;
        }

        private string? TryReadLanguage()
        {
            Expected = "a language tag";
            var start = ++Position;
            while (char.IsAsciiLetterOrDigit(Current) || Current == '-')
            {
                Position++;
            }

            var tag = _line[start..Position].ToString();
            return JsonLd.LanguageTag.IsWellFormed(tag) ? tag : null;
        }

        private string? TryReadEscape()
        {
            Expected = "an escape sequence";
            var next = Position + 1 < _line.Length ? _line[Position + 1] : '\0';
            var plain = next switch
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
            if (plain is null)
            {
                return TryReadCodePoint();
            }

            Position += 2;
            return plain;
        }

        private string? TryReadCodePoint()
        {
            var length = (Position + 1 < _line.Length ? _line[Position + 1] : '\0') switch
            {
                'u' => 4,
                'U' => 8,
                _ => 0,
            };
            if (length == 0 || Position + 2 + length > _line.Length
                || !uint.TryParse(
                    _line.Slice(Position + 2, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
                    out var code)
                || !Rune.TryCreate(code, out var rune))
            {
                return null;
            }

            Position += 2 + length;
            return rune.ToString();
        }

        private void SkipSpace()
        {
            while (Current is ' ' or '\t')
            {
                Position++;
            }
        }
    }
}

using System.Buffers;

namespace Badges.LinkedData.Rdf;

/// <summary>Terms in the canonical form of N-Quads, as UTF-8. RDF Dataset Canonicalization 1.0, section 5; RDF 1.2
/// N-Quads, canonical form.</summary>
internal static class NQuadsText
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\', '\u007F']);

    public static void WriteIri(ByteBuffer output, string iri)
    {
        output.Append((byte)'<');
        output.Append(iri);
        output.Append((byte)'>');
    }

    public static void WriteLiteral(ByteBuffer output, Literal literal)
    {
        output.Append((byte)'"');
        WriteEscaped(output, literal.Value);
        output.Append((byte)'"');
        if (literal.Language is { } language)
        {
            output.Append((byte)'@');
            output.Append(language);
        }
        else if (literal.Datatype != RdfVocabulary.XsdString)
        {
            output.Append("^^"u8);
            WriteIri(output, literal.Datatype);
        }
    }

    private static void WriteEscaped(ByteBuffer output, ReadOnlySpan<char> text)
    {
        int next;
        while ((next = text.IndexOfAny(Escaped)) >= 0)
        {
            output.Append(text[..next]);
            WriteEscape(output, text[next]);
            text = text[(next + 1)..];
        }

        output.Append(text);
    }

    private static void WriteEscape(ByteBuffer output, char character)
    {
        const string Hexadecimal = "0123456789ABCDEF";
        switch (character)
        {
            case '\b':
                output.Append("\\b"u8);
                break;
            case '\t':
                output.Append("\\t"u8);
                break;
            case '\n':
                output.Append("\\n"u8);
                break;
            case '\f':
                output.Append("\\f"u8);
                break;
            case '\r':
                output.Append("\\r"u8);
                break;
            case '"':
                output.Append("\\\""u8);
                break;
            case '\\':
                output.Append("\\\\"u8);
                break;
            default: // the other control characters
                output.Append("\\u00"u8);
                output.Append((byte)Hexadecimal[character >> 4]);
                output.Append((byte)Hexadecimal[character & 15]);
                break;
        }
    }
}

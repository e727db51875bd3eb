using System.Buffers;
using System.Text;

namespace Badges.LinkedData.Rdf;

/// <summary>Terms in the canonical form of N-Quads, as UTF-8. RDF Dataset Canonicalization 1.0, section 5; RDF 1.2
/// N-Quads, canonical form.</summary>
internal static class NQuadsText
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\', '\u007F']);

    public static void WriteIri(ArrayBufferWriter<byte> output, string iri)
    {
        output.Write("<"u8);
        Encoding.UTF8.GetBytes(iri, output);
        output.Write(">"u8);
    }

    public static void WriteLiteral(ArrayBufferWriter<byte> output, Literal literal)
    {
        output.Write("\""u8);
        WriteEscaped(output, literal.Value);
        output.Write("\""u8);
        if (literal.Language is { } language)
        {
            output.Write("@"u8);
            Encoding.UTF8.GetBytes(language, output);
        }
        else if (literal.Datatype != RdfVocabulary.XsdString)
        {
            output.Write("^^"u8);
            WriteIri(output, literal.Datatype);
        }
    }

    private static void WriteEscaped(ArrayBufferWriter<byte> output, string value)
    {
        var rest = value.AsSpan();
        int next;
        while ((next = rest.IndexOfAny(Escaped)) >= 0)
        {
            Encoding.UTF8.GetBytes(rest[..next], output);
            WriteEscape(output, rest[next]);
            rest = rest[(next + 1)..];
        }

        Encoding.UTF8.GetBytes(rest, output);
    }

    private static void WriteEscape(ArrayBufferWriter<byte> output, char character)
    {
        switch (character)
        {
            case '\b':
                output.Write("\\b"u8);
                break;
            case '\t':
                output.Write("\\t"u8);
                break;
            case '\n':
                output.Write("\\n"u8);
                break;
            case '\f':
                output.Write("\\f"u8);
                break;
            case '\r':
                output.Write("\\r"u8);
                break;
            case '"':
                output.Write("\\\""u8);
                break;
            case '\\':
                output.Write("\\\\"u8);
                break;
            default:
                Encoding.UTF8.GetBytes($"\\u{(int)character:X4}", output);
                break;
        }
    }
}

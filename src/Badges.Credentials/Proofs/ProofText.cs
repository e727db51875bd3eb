using System.Text;
using System.Text.Json;

namespace Badges.Credentials.Proofs;

/// <summary>A proof put into a document's text, of which every byte stays (Data Integrity 1.0, section 4.2).</summary>
internal static class ProofText
{
    /// <summary>The text with one more proof: behind those that it has, or in an array as its last member.</summary>
    /// <param name="document">An object in JSON with members; its proof, if any, is an object or an array.</param>
    public static string Append(string document, string proof)
    {
        var text = Encoding.UTF8.GetBytes(document);
        var reader = new Utf8JsonReader(text);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isProof = reader.ValueTextEquals("proof"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isProof)
            {
                return Extend(text, start, (int)reader.BytesConsumed, proof);
            }
        }

        return Insert(text, (int)reader.TokenStartIndex, $",\"proof\":[{proof}]");
    }

    private static string Extend(byte[] text, int start, int end, string proof)
    {
        if (text[start] is (byte)'{')
        {
            return Insert(text, end, $",{proof}]").Insert(Encoding.UTF8.GetCharCount(text, 0, start), "[");
        }

        var isEmpty = text.AsSpan(start + 1, end - start - 2).Trim(" \t\r\n"u8).IsEmpty;
        return Insert(text, end - 1, isEmpty ? proof : "," + proof);
    }

    private static string Insert(byte[] text, int at, string inserted) =>
        Encoding.UTF8.GetString(text, 0, at) + inserted + Encoding.UTF8.GetString(text, at, text.Length - at);
}

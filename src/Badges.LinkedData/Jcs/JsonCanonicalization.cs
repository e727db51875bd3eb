using System.Text.Json;
using System.Text.Unicode;

namespace Badges.LinkedData.Jcs;

/// <summary>JSON Canonicalization Scheme, RFC 8785: UTF-8 bytes in, canonical UTF-8 bytes out. What is not I-JSON
/// (RFC 7493) is refused: duplicate members, lone surrogates, invalid UTF-8, numbers that a double cannot hold,
/// nesting deeper than 64.</summary>
public static class JsonCanonicalization
{
    /// <summary>How deep arrays and objects may nest.</summary>
    public const int MaximumDepth = 64;

    /// <summary>The canonical form.</summary>
    /// <exception cref="FormatException">The bytes are not I-JSON.</exception>
    public static byte[] Canonicalize(ReadOnlySpan<byte> json) =>
        TryCanonicalize(json) ?? throw new FormatException("The bytes are not I-JSON (RFC 7493).");

    /// <summary>The canonical form, or null when the bytes are not I-JSON.</summary>
    public static byte[]? TryCanonicalize(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaximumDepth });
            var writer = new CanonicalWriter(json.Length);
            return reader.Read() && writer.TryWriteValue(ref reader) && !reader.Read() ? writer.ToArray() : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null; // an escape that is half of a surrogate pair
        }
    }
}

using System.Text;
using System.Text.Json;

namespace Badges.Credentials.Verification;

/// <summary>
/// JSON that everybody reads the same way: UTF-8, no duplicate member, no lone surrogate, no number that only some can
/// hold, bounded depth. RFC 7493 (I-JSON), section 2. A byte order mark and blanks around it are skipped.
/// </summary>
internal static class StrictJson
{
    /// <summary>How deep arrays and objects may be nested.</summary>
    public const int MaximumDepth = 64;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions Strict =
        new() { MaxDepth = MaximumDepth, AllowDuplicateProperties = false };

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = MaximumDepth };

    /// <summary>The text without byte order mark and blanks around it, or null when the bytes are not UTF-8.</summary>
    public static string? TryDecode(ReadOnlyMemory<byte> bytes, out string code)
    {
        code = CheckCodes.NotUtf8;
        try
        {
            return Trim(Utf8.GetString(bytes.Span));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The text without byte order mark and blanks around it.</summary>
    public static string Trim(string text) => text.Trim().TrimStart('\uFEFF').Trim();

    /// <summary>The value, or null with the code that says why it is refused.</summary>
    public static JsonElement? TryParse(ReadOnlyMemory<byte> bytes, out string code) =>
        TryDecode(bytes, out code) is { } text ? TryParse(text, out code) : null;

    /// <summary>The value, or null with the code that says why it is refused.</summary>
    public static JsonElement? TryParse(string text, out string code)
    {
        var trimmed = Trim(text);
        try
        {
            var value = JsonElement.Parse(trimmed, Strict);
            code = FindFault(value) ?? string.Empty;
            return code.Length == 0 ? value : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            code = Explain(trimmed);
            return null;
        }
    }

    private static string Explain(string text)
    {
        if (IsTooDeep(text))
        {
            return CheckCodes.TooDeep;
        }

        try
        {
            return FindFault(JsonElement.Parse(text, Lenient)) ?? CheckCodes.DuplicateMember;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            return CheckCodes.NotJson;
        }
    }

    private static bool IsTooDeep(string text)
    {
        var depth = 0;
        var isInString = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when isInString:
                    i++;
                    break;
                case '"':
                    isInString = !isInString;
                    break;
                case '{' or '[' when !isInString:
                    if (++depth > MaximumDepth)
                    {
                        return true;
                    }

                    break;
                case '}' or ']' when !isInString:
                    depth--;
                    break;
                default:
                    break;
            }
        }

        return false;
    }

    private static string? FindFault(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return JsonStrings.TryGet(value) is null ? CheckCodes.BrokenCharacter : null;
            case JsonValueKind.Number:
                return value.TryGetDouble(out var number) && double.IsFinite(number)
                    ? null
                    : CheckCodes.NumberOutOfRange;
            case JsonValueKind.Array:
                return value.EnumerateArray().Select(FindFault).FirstOrDefault(fault => fault is not null);
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    if (FindFaultInName(member) is { } fault || (fault = FindFault(member.Value)) is not null)
                    {
                        return fault;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    private static string? FindFaultInName(JsonProperty member)
    {
        try
        {
            _ = member.Name;
            return null;
        }
        catch (InvalidOperationException)
        {
            return CheckCodes.BrokenCharacter;
        }
    }
}

using System.Text.Json;

namespace Badges.Credentials.Schemas;

/// <summary>The keywords for strings. JSON Schema 2019-09 (Validation, sections 6.3 and 7).</summary>
internal static class TextRules
{
    /// <summary>Runs in time that grows with the text alone, whatever the pattern.</summary>
    public static SchemaRule Pattern(string pattern)
    {
        var regex = EcmaPattern.ToRegex(pattern);
        return (value, at) =>
        {
            if (value.ValueKind is not JsonValueKind.String)
            {
                return true;
            }

            Span<char> buffer = stackalloc char[JsonChars.Lent];
            return regex.IsMatch(JsonChars.Of(value, buffer)) || SchemaRules.Fail(at, "pattern", pattern);
        };
    }

    /// <summary>The length is counted in code points (RFC 8259).</summary>
    public static SchemaRule MinLength(int length) => (value, at) =>
    {
        if (value.ValueKind is not JsonValueKind.String)
        {
            return true;
        }

        Span<char> buffer = stackalloc char[JsonChars.Lent];
        var count = 0;
        foreach (var _ in JsonChars.Of(value, buffer).EnumerateRunes())
        {
            count++;
        }

        return count >= length || SchemaRules.Fail(at, "minLength", $"{length}");
    };

    public static SchemaRule Format(string name)
    {
        Func<string, bool> isInFormat = name switch
        {
            "date-time" => text => Timestamp.TryRead(text) is not null,
            "date" => Timestamp.IsDate,
            _ => throw new FormatException($"The schema asserts the format '{name}', which is not known here."),
        };
        return (value, at) => value.ValueKind is not JsonValueKind.String
            || (JsonStrings.TryGet(value) is { } text && isInFormat(text)) || SchemaRules.Fail(at, "format", name);
    }
}

using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Badges.LinkedData.Jcs;
using Badges.LinkedData.Rdf;

namespace Badges.LinkedData.JsonLd;

/// <summary>Value objects as literals: Object to RDF Conversion, steps 3 to 15. JSON-LD 1.1 API, section 8.2.</summary>
internal sealed class LiteralConversion(RdfDirection direction, SafeMode safety)
{
    private const double TooLargeForInteger = 1e21;

    /// <summary>The literal, or null when there is none in RDF.</summary>
    public Literal? Convert(ValueObject value)
    {
        if (value.Type == "@json")
        {
            return new(CanonicalJson(value), RdfVocabulary.Json); // 8
        }

        if (value.Type is { } type && !IriReference.IsWellFormed(type))
        {
            safety.Lose("datatype", type);
            return null; // 5
        }

        if (!HasLanguage(value))
        {
            return null; // 6
        }

        if (value.Text is { } text)
        {
            return ConvertText(text, value);
        }

        return value.Value.ValueKind switch
        {
            JsonValueKind.True => new("true", value.Type ?? RdfVocabulary.XsdBoolean), // 9
            JsonValueKind.False => new("false", value.Type ?? RdfVocabulary.XsdBoolean),
            _ => ConvertNumber(value.Value, value.Type),
        };
    }

    /// <summary>Whether the language of a value, if it has one, can stand in RDF.</summary>
    public bool HasLanguage(ValueObject value)
    {
        if (value.Language is not { } language || LanguageTag.IsWellFormed(language))
        {
            return true;
        }

        safety.Lose("language tag", language);
        return false;
    }

    private Literal ConvertText(string text, ValueObject value)
    {
        if (value.Direction is not null && direction is RdfDirection.I18nDatatype)
        {
            return new(text, $"https://www.w3.org/ns/i18n#{value.Language}_{value.Direction}"); // 13.1
        }

        if (value.Direction is not null)
        {
            safety.Lose("direction", value.Direction);
        }

        return value.Language is { } language
            ? new(text, RdfVocabulary.LangString, language) // 15
            : new(text, value.Type ?? RdfVocabulary.XsdString); // 12, 14
    }

    /// <summary>Steps 10 and 11.</summary>
    private static Literal ConvertNumber(JsonElement value, string? type)
    {
        var number = value.GetDouble();
        if (!double.IsFinite(number))
        {
            throw JsonLdException.At(JsonLdErrorCodes.NumberOutOfRange, value);
        }

        var isInteger = Math.Abs(number) < TooLargeForInteger && number == Math.Truncate(number);
        if (type == RdfVocabulary.XsdDouble || !isInteger)
        {
            return new(CanonicalDouble(number), type ?? RdfVocabulary.XsdDouble); // 10
        }

        var integer = Math.Abs(number) < long.MaxValue
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : new BigInteger(number).ToString(CultureInfo.InvariantCulture);
        return new(integer, type ?? RdfVocabulary.XsdInteger); // 11
    }

    /// <summary>Data Round Tripping, section 8.6: one digit before the point and one to fifteen after it, an exponent
    /// without a plus or leading zeros. Halves are rounded away from zero, as ECMAScript does.</summary>
    private static string CanonicalDouble(double number)
    {
        var text = AwayFromHalf(number).ToString("E15", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var digits = text.AsSpan(0, mark).TrimEnd('0');
        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture, $"{digits}{(digits[^1] == '.' ? "0" : string.Empty)}E{exponent}");
    }

    /// <summary>The number, or the next larger one when it lies exactly between two of sixteen digits.</summary>
    private static double AwayFromHalf(double number)
    {
        var digits = Math.Abs(number).ToString("E30", CultureInfo.InvariantCulture).AsSpan(17, 15);
        return digits[0] != '5' || digits[1..].ContainsAnyExcept('0') ? number
            : number > 0 ? Math.BitIncrement(number)
            : Math.BitDecrement(number);
    }

    private static string CanonicalJson(ValueObject value)
    {
        var json = value.Value.ValueKind is JsonValueKind.Undefined
            ? JsonSerializer.SerializeToUtf8Bytes(value.Text)
            : JsonMarshal.GetRawUtf8Value(value.Value);
        return JsonCanonicalization.TryCanonicalize(json) is { } canonical
            ? Encoding.UTF8.GetString(canonical)
            : throw JsonLdException.At(JsonLdErrorCodes.InvalidJsonLiteral, value.Value);
    }
}

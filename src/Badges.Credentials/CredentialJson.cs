using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Badges.Credentials.Schemas;

namespace Badges.Credentials;

/// <summary>Writes the records of both standards in their strict form: members in the order of the record, no null, no
/// empty array, readable UTF-8, whole-second UTC instants (Open Badges 3.0, appendix A).</summary>
internal static partial class CredentialJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new WholeSecondConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OmitEmptyLists } },
    };

    /// <summary>One document: its contexts first, as an array.</summary>
    public static string Document<T>(IReadOnlyList<string> contexts, T record) =>
        WithContext(Serialize(contexts), record);

    /// <summary>One document: its only context first, as a string.</summary>
    public static string Document<T>(string context, T record) =>
        WithContext(Serialize(context), record);

    /// <summary>One string as JSON, quotation marks included.</summary>
    public static string Quote(string text) => Serialize(text);

    /// <summary>One more member of an object, comma first; nothing when there is no value.</summary>
    public static string Member(string name, string? value) =>
        value is null ? string.Empty : $",\"{name}\":{Quote(value)}";

    private static string WithContext<T>(string context, T record)
    {
        var members = Serialize(record);
        return new StringBuilder("{\"@context\":", members.Length + context.Length + 16)
            .Append(context).Append(',').Append(members, 1, members.Length - 1).ToString();
    }

    // The serializer escapes emoji and no-break spaces even when told to be relaxed: those are written as themselves.
    private static string Serialize<T>(T value) => Escape().Replace(JsonSerializer.Serialize(value, Options), Readable);

    private static string Readable(Match escape) =>
        escape.Value is ['\\', 'u', .. var code]
        && (char)ushort.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) is var character
        && !char.IsControl(character)
            ? character.ToString()
            : escape.Value;

    [GeneratedRegex(@"\\(u[0-9A-F]{4}|.)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    private static void OmitEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
            {
                property.ShouldSerialize = static (_, value) =>
                    value is IEnumerable list && list.GetEnumerator().MoveNext();
            }
        }
    }

    private sealed class WholeSecondConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Timestamp.Write(value));
    }
}

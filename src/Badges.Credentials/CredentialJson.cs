using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Badges.Credentials;

/// <summary>Writes the records of both standards in their strict form: members in the order of the record, no null, no
/// empty array, readable UTF-8, whole-second UTC instants (Open Badges 3.0, appendix A).</summary>
internal static class CredentialJson
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
        WithContext(JsonSerializer.Serialize(contexts, Options), record);

    /// <summary>One document: its only context first, as a string.</summary>
    public static string Document<T>(string context, T record) =>
        WithContext(JsonSerializer.Serialize(context, Options), record);

    /// <summary>One string as JSON, quotation marks included.</summary>
    public static string Quote(string text) => JsonSerializer.Serialize(text, Options);

    private static string WithContext<T>(string context, T record)
    {
        var members = JsonSerializer.Serialize(record, Options);
        return new StringBuilder("{\"@context\":", members.Length + context.Length + 16)
            .Append(context).Append(',').Append(members, 1, members.Length - 1).ToString();
    }

    private static void OmitEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
            {
                property.ShouldSerialize = static (_, value) => value is IEnumerable list && list.GetEnumerator().MoveNext();
            }
        }
    }

    private sealed class WholeSecondConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(
                value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }
}

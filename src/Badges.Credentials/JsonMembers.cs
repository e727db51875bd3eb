using System.Text.Json;

namespace Badges.Credentials;

/// <summary>Objects with members left out or put in. What stays is copied as it is written.</summary>
internal static class JsonMembers
{
    /// <summary>The object without the members named.</summary>
    public static JsonElement Without(JsonElement json, params ReadOnlySpan<string> names) =>
        Rewrite(json, default, null, names);

    /// <summary>The object with one more member at its beginning, and without those named.</summary>
    public static JsonElement WithFirst(
        JsonElement json, string name, JsonElement? value, params ReadOnlySpan<string> without) =>
        Rewrite(json, value ?? default, name, without);

    private static JsonElement Rewrite(JsonElement json, JsonElement first, string? name, ReadOnlySpan<string> without)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new() { SkipValidation = true }))
        {
            writer.WriteStartObject();
            if (name is not null && first.ValueKind is not JsonValueKind.Undefined)
            {
                writer.WritePropertyName(name);
                first.WriteTo(writer);
            }

            foreach (var member in json.EnumerateObject())
            {
                if (!IsOneOf(member, without))
                {
                    member.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static bool IsOneOf(JsonProperty member, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (member.NameEquals(name))
            {
                return true;
            }
        }

        return false;
    }
}

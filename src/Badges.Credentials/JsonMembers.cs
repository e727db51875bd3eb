using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Badges.Credentials;

/// <summary>Objects with members left out or put in. What stays is copied byte for byte.</summary>
internal static class JsonMembers
{
    /// <summary>The object without the members named.</summary>
    public static JsonElement Without(JsonElement json, params ReadOnlySpan<string> names) =>
        Rewrite(json, null, default, names);

    /// <summary>The object with one more member at its beginning, unless that is undefined, and without those
    /// named.</summary>
    public static JsonElement WithFirst(
        JsonElement json, string name, JsonElement? value, params ReadOnlySpan<string> without) =>
        Rewrite(json, value is null ? null : name, value ?? default, without);

    /// <summary>The object with one more member at its end.</summary>
    public static JsonElement WithLast(JsonElement json, string name, JsonElement value) =>
        Rewrite(json, null, default, [], name, value);

    private static JsonElement Rewrite(
        JsonElement json, string? first, JsonElement firstValue, ReadOnlySpan<string> without,
        string? last = null, JsonElement lastValue = default)
    {
        var output = new ArrayBufferWriter<byte>(JsonMarshal.GetRawUtf8Value(json).Length + 64);
        output.Write("{"u8);
        if (first is not null)
        {
            WriteMember(output, Encoding.UTF8.GetBytes(first), firstValue);
        }

        foreach (var member in json.EnumerateObject())
        {
            if (!IsOneOf(member, without))
            {
                WriteMember(output, JsonMarshal.GetRawUtf8PropertyName(member), member.Value);
            }
        }

        if (last is not null)
        {
            WriteMember(output, Encoding.UTF8.GetBytes(last), lastValue);
        }

        output.Write("}"u8);
        return JsonElement.Parse(output.WrittenSpan);
    }

    private static void WriteMember(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> name, JsonElement value)
    {
        output.Write(output.WrittenCount > 1 ? ",\""u8 : "\""u8);
        output.Write(name);
        output.Write("\":"u8);
        output.Write(JsonMarshal.GetRawUtf8Value(value));
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

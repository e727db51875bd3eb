using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>Strings out of JSON that may hold half of a surrogate pair.</summary>
internal static class JsonText
{
    /// <exception cref="JsonLdException">The string is not Unicode.</exception>
    public static string Of(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonLdException(JsonLdErrorCodes.InvalidText, value.GetRawText());
        }
    }

    /// <summary>The string; an error of this code at the value when it is none.</summary>
    /// <exception cref="JsonLdException">The value is no string, or not Unicode.</exception>
    public static string Of(JsonElement value, string code) =>
        value.ValueKind is JsonValueKind.String ? Of(value) : throw JsonLdException.At(code, value);

    /// <summary>The value when it is a boolean, else null.</summary>
    public static bool? TryBoolean(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The name of a member.</summary>
    /// <exception cref="JsonLdException">It is not Unicode.</exception>
    public static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw new JsonLdException(JsonLdErrorCodes.InvalidText, "member name");
        }
    }

    /// <summary>The members of an object by name; of two members with one name the last.</summary>
    /// <exception cref="JsonLdException">A name is not Unicode.</exception>
    public static Dictionary<string, JsonElement> Map(JsonElement map)
    {
        var members = new Dictionary<string, JsonElement>(map.GetPropertyCount(), StringComparer.Ordinal);
        foreach (var member in map.EnumerateObject())
        {
            members[NameOf(member)] = member.Value;
        }

        return members;
    }
}

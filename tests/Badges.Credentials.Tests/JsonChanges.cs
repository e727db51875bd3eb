using System.Text.Json.Nodes;

namespace Badges.Credentials.Tests;

/// <summary>JSON with something changed, to see what becomes of it.</summary>
internal static class JsonChanges
{
    /// <summary>The same text but for the change.</summary>
    public static string Changed(this string json, Action<JsonObject> change)
    {
        var changed = JsonNode.Parse(json)!.AsObject();
        change(changed);
        return changed.ToJsonString();
    }

    /// <summary>Gives a member this value, written as JSON; without one, takes the member away.</summary>
    public static void Put(this JsonObject json, string member, string? value)
    {
        json.Remove(member);
        if (value is not null)
        {
            json[member] = JsonNode.Parse(value);
        }
    }
}

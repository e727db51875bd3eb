using System.Globalization;
using System.Text.Json;

namespace Badges.Credentials.Schemas;

/// <summary>The files that a schema is made of, each read once. JSON Pointer, RFC 6901.</summary>
internal sealed class SchemaFiles(Func<string, string?> siblings)
{
    private readonly Dictionary<string, JsonElement> _roots = [];

    /// <summary>A name as a step of a pointer (section 3).</summary>
    public static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <exception cref="FormatException">The text is not JSON.</exception>
    public JsonElement Add(string file, string json)
    {
        try
        {
            return _roots[file] = JsonElement.Parse(json);
        }
        catch (JsonException fault)
        {
            throw new FormatException("The schema is not JSON.", fault);
        }
    }

    /// <summary>Whether it is the whole of a file.</summary>
    public bool IsRoot(JsonElement schema, string file) => _roots[file].Equals(schema);

    /// <summary>The value that a pointer leads to (section 4).</summary>
    /// <exception cref="FormatException">The file or the place is not there.</exception>
    public JsonElement Find(string file, string pointer)
    {
        var place = Root(file);
        foreach (var step in pointer.Split('/').Skip(1).Select(Unescape))
        {
            var found = place.ValueKind switch
            {
                JsonValueKind.Object => place.TryGetProperty(step, out place),
                JsonValueKind.Array => TryGetItem(step, ref place),
                _ => false,
            };
            if (!found)
            {
                throw new FormatException($"The schema refers to '{pointer}', which is not there.");
            }
        }

        return pointer is "" or ['/', ..]
            ? place
            : throw new FormatException($"The schema refers to '{pointer}', which is no pointer.");
    }

    private JsonElement Root(string file) => _roots.TryGetValue(file, out var root)
        ? root
        : Add(file, siblings(file) ?? throw new FormatException($"The schema refers to '{file}', which is not there."));

    private static bool TryGetItem(string step, ref JsonElement place)
    {
        var isThere = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < place.GetArrayLength();
        place = isThere ? place[index] : place;
        return isThere;
    }

    private static string Unescape(string step) =>
        step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}

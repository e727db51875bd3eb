using System.Text.Json;
using Badges.Credentials.Schemas;

namespace Badges.Credentials.DataModel;

/// <summary>Collects the faults of one document, with the forms of values that its members share.</summary>
internal sealed class ModelFaults
{
    /// <summary>More are not told: the first explain the rest.</summary>
    private const int Maximum = 32;

    private readonly List<DataModelFault> _found = [];

    public IReadOnlyList<DataModelFault> Found => _found;

    public void Add(string pointer, string rule)
    {
        if (_found.Count < Maximum)
        {
            _found.Add(new(pointer, rule));
        }
    }

    /// <summary>A member that, when it is there, is one URL (section 4.4).</summary>
    public void CheckUrl(JsonElement holder, string pointer, string member, bool isRequired = false)
    {
        if (holder.TryGetProperty(member, out var value) ? !ModelUrl.Is(value) : isRequired)
        {
            Add($"{pointer}/{member}", $"{member} is one URL.");
        }
    }

    /// <summary>The types of an object: one or more names (section 4.5).</summary>
    public void CheckType(JsonElement holder, string pointer, string? required = null)
    {
        holder.TryGetProperty("type", out var value);
        var types = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        var names = types.ConvertAll(JsonStrings.TryGet);
        if (names.Count == 0 || names.Exists(name => name is null or "" || name.Any(char.IsWhiteSpace)))
        {
            Add($"{pointer}/type", "type is one or more terms or absolute URLs.");
        }
        else if (required is not null && !names.Contains(required))
        {
            Add($"{pointer}/type", $"type contains {required}.");
        }
    }

    /// <summary>The objects of a member, each with its types.</summary>
    public void CheckTyped(JsonElement holder, string member)
    {
        foreach (var (part, pointer) in Objects(holder, "", member))
        {
            CheckType(part, pointer);
        }
    }

    /// <summary>A member that, when it is there, is an instant with its zone; the instant when it can be read (section
    /// 4.9).</summary>
    public DateTimeOffset? CheckInstant(JsonElement holder, string pointer, string member, bool isRequired = false)
    {
        if (!holder.TryGetProperty(member, out var value))
        {
            if (isRequired)
            {
                Add($"{pointer}/{member}", $"{member} is required.");
            }

            return null;
        }

        var instant = JsonStrings.TryGet(value) is { } text ? Timestamp.TryRead(text) : null;
        if (instant is null)
        {
            Add($"{pointer}/{member}", $"{member} is a dateTimeStamp: a date, a time with seconds and a zone.");
        }

        return instant;
    }

    /// <summary>A member that, when it is there, is a text, a text in a language, or several of these (section
    /// 4.6).</summary>
    public void CheckText(JsonElement holder, string pointer, string member)
    {
        if (!holder.TryGetProperty(member, out var value))
        {
            return;
        }

        var texts = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        if (texts.Count == 0 || !texts.TrueForAll(IsText))
        {
            Add($"{pointer}/{member}", $"{member} is a string or a language value object.");
        }
    }

    /// <summary>The objects of a member, each with its pointer. What is no object is a fault.</summary>
    public IReadOnlyList<(JsonElement Json, string Pointer)> Objects(JsonElement holder, string pointer, string member)
    {
        if (!holder.TryGetProperty(member, out var value))
        {
            return [];
        }

        var items = value.ValueKind is JsonValueKind.Array
            ? value.EnumerateArray()
                .Select((each, index) => (Json: each, Pointer: $"{pointer}/{member}/{index}")).ToList()
            : [(value, $"{pointer}/{member}")];
        if (items.Count == 0 || items.Exists(item => item.Json.ValueKind is not JsonValueKind.Object))
        {
            Add($"{pointer}/{member}", $"{member} is one object or more.");
        }

        return items.FindAll(item => item.Json.ValueKind is JsonValueKind.Object);
    }

    /// <summary>A string, or a language value object (section 11.1).</summary>
    private static bool IsText(JsonElement value) =>
        JsonStrings.TryGet(value) is not null
        || (value.ValueKind is JsonValueKind.Object
            && JsonStrings.TryGet(value, "@value") is not null
            && value.EnumerateObject().All(member => member.Name switch
            {
                "@value" => true,
                "@language" => JsonStrings.TryGet(member.Value) is { Length: > 0 },
                "@direction" => JsonStrings.TryGet(member.Value) is "ltr" or "rtl",
                _ => false,
            }));
}

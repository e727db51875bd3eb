using System.Text;
using System.Text.Json;

namespace Badges.Credentials.Schemas;

/// <summary>Whether a value is allowed. With a place, everything that is not is added to its list; without, the first
/// fault ends.</summary>
internal delegate bool SchemaRule(JsonElement value, SchemaPlace? at);

/// <summary>The keywords for values of any type, and those that join rules. JSON Schema 2019-09 (Validation, section
/// 6.1; Core, section 9.2).</summary>
internal static class SchemaRules
{
    private static readonly HashSet<string> Types =
        ["object", "array", "string", "number", "integer", "boolean", "null"];

    public static readonly SchemaRule Anything = (_, _) => true;

    public static readonly SchemaRule Nothing = (_, at) => Fail(at, "false", "no such member");

    public static bool Fail(SchemaPlace? at, string keyword, string expected)
    {
        at?.Add(keyword, expected);
        return false;
    }

    public static SchemaRule All(SchemaRule[] rules) => rules.Length == 1 ? rules[0] : (value, at) =>
    {
        var holds = true;
        foreach (var rule in rules)
        {
            holds &= rule(value, at);
            if (!holds && at is null)
            {
                return false;
            }
        }

        return holds;
    };

    public static SchemaRule AnyOf(SchemaRule[] branches) => (value, at) =>
    {
        foreach (var branch in branches)
        {
            if (branch(value, null))
            {
                return true;
            }
        }

        return FailAsNearest(branches, value, at);
    };

    public static SchemaRule OneOf(SchemaRule[] branches) => (value, at) =>
    {
        var holding = 0;
        foreach (var branch in branches)
        {
            holding += branch(value, null) ? 1 : 0;
        }

        return holding switch
        {
            1 => true,
            0 => FailAsNearest(branches, value, at),
            _ => Fail(at, "oneOf", "one form only"),
        };
    };

    public static SchemaRule Type(string[] names)
    {
        if (Array.Find(names, name => !Types.Contains(name)) is { } unknown)
        {
            throw new FormatException($"'{unknown}' is not a type.");
        }

        var kinds = names.SelectMany(KindsOf).ToHashSet();
        var isInteger = names.Contains("integer") && !names.Contains("number");
        var expected = string.Join(", ", names);
        return (value, at) =>
            (kinds.Contains(value.ValueKind)
                && (!isInteger || value.ValueKind is not JsonValueKind.Number || IsInteger(value)))
            || Fail(at, "type", expected);
    }

    public static SchemaRule Enum(JsonElement[] values)
    {
        var expected = string.Join(", ", values.Select(value => value.ToString()));
        byte[][] words = [.. values.Where(IsString).Select(value => Encoding.UTF8.GetBytes(value.GetString()!))];
        JsonElement[] others = [.. values.Where(value => !IsString(value))];
        return (value, at) =>
            (IsString(value)
                ? IsOneOf(value, words)
                : Array.Exists(others, each => JsonElement.DeepEquals(each, value)))
            || Fail(at, "enum", expected);
    }

    private static bool IsString(JsonElement value) => value.ValueKind is JsonValueKind.String;

    private static bool IsOneOf(JsonElement value, byte[][] words)
    {
        foreach (var word in words)
        {
            if (value.ValueEquals(word))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<JsonValueKind> KindsOf(string type) => type switch
    {
        "object" => [JsonValueKind.Object],
        "array" => [JsonValueKind.Array],
        "string" => [JsonValueKind.String],
        "number" or "integer" => [JsonValueKind.Number],
        "boolean" => [JsonValueKind.True, JsonValueKind.False],
        _ => [JsonValueKind.Null],
    };

    private static bool IsInteger(JsonElement value) =>
        value.TryGetDouble(out var number) && double.IsInteger(number);

    /// <summary>Says what is wrong in the form that the value comes nearest to: the one whose first fault lies
    /// deepest.</summary>
    private static bool FailAsNearest(SchemaRule[] branches, JsonElement value, SchemaPlace? at)
    {
        if (at is null)
        {
            return false;
        }

        List<SchemaViolation> nearest = [];
        foreach (var branch in branches)
        {
            var apart = at.Apart();
            branch(value, apart);
            nearest = nearest.Count == 0 || Depth(apart.Found) > Depth(nearest) ? apart.Found : nearest;
        }

        at.Found.AddRange(nearest);
        return false;
    }

    private static int Depth(List<SchemaViolation> faults) =>
        faults.Count == 0 ? 0 : faults.Max(fault => fault.Path.Count(character => character == '/'));
}

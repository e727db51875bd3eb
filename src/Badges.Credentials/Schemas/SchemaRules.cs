using System.Text.Json;
using System.Text.RegularExpressions;

namespace Badges.Credentials.Schemas;

/// <summary>Whether a value is allowed. With a list, what is not allowed is added to it; without, the first fault
/// ends.</summary>
internal delegate bool SchemaRule(JsonElement value, SchemaLocation at, List<SchemaViolation>? found);

/// <summary>The asserting keywords. JSON Schema 2019-09 (Validation, section 6; Core, section 9).</summary>
internal static class SchemaRules
{
    private static readonly HashSet<string> Types =
        ["object", "array", "string", "number", "integer", "boolean", "null"];

    public static readonly SchemaRule Anything = (_, _, _) => true;

    public static readonly SchemaRule Nothing = (_, at, found) => Fail(at, found, "false", "no such member");

    public static SchemaRule All(SchemaRule[] rules) => rules.Length == 1 ? rules[0] : (value, at, found) =>
    {
        var holds = true;
        foreach (var rule in rules)
        {
            if (!rule(value, at, found))
            {
                if (found is null)
                {
                    return false;
                }

                holds = false;
            }
        }

        return holds;
    };

    public static SchemaRule AnyOf(SchemaRule[] branches) => (value, at, found) =>
        Array.Exists(branches, branch => branch(value, at, null)) || FailAsNearest(branches, value, at, found, "anyOf");

    public static SchemaRule OneOf(SchemaRule[] branches) => (value, at, found) =>
        branches.Count(branch => branch(value, at, null)) switch
        {
            1 => true,
            0 => FailAsNearest(branches, value, at, found, "oneOf"),
            _ => Fail(at, found, "oneOf", "one form only"),
        };

    public static SchemaRule Type(string[] names)
    {
        if (Array.Find(names, name => !Types.Contains(name)) is { } unknown)
        {
            throw new FormatException($"'{unknown}' is not a type.");
        }

        var expected = string.Join(", ", names);
        return (value, at, found) =>
            Array.Exists(names, name => IsOfType(value, name)) || Fail(at, found, "type", expected);
    }

    public static SchemaRule Enum(JsonElement[] values)
    {
        var expected = string.Join(", ", values.Select(value => value.ToString()));
        return (value, at, found) =>
            Array.Exists(values, each => JsonElement.DeepEquals(each, value)) || Fail(at, found, "enum", expected);
    }

    public static SchemaRule Pattern(string pattern)
    {
        // JSON Schema's $ is the end of the text; .NET's also stands before a last line break.
        var ended = pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal)
            ? $"{pattern[..^1]}\\z"
            : pattern;
        var regex = new Regex(ended, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return (value, at, found) => value.ValueKind is not JsonValueKind.String
            || regex.IsMatch(value.GetString()!) || Fail(at, found, "pattern", pattern);
    }

    public static SchemaRule MinLength(int length) => (value, at, found) => value.ValueKind is not JsonValueKind.String
        || value.GetString()!.Length >= length || Fail(at, found, "minLength", $"{length}");

    public static SchemaRule Format(string name)
    {
        Func<string, bool> isInFormat = name switch
        {
            "date-time" => text => Timestamp.TryRead(text) is not null,
            "date" => Timestamp.IsDate,
            _ => throw new FormatException($"The schema asserts the format '{name}', which is not known here."),
        };
        return (value, at, found) => value.ValueKind is not JsonValueKind.String
            || isInFormat(value.GetString()!) || Fail(at, found, "format", name);
    }

    public static SchemaRule Required(string[] names) => (value, at, found) =>
        value.ValueKind is not JsonValueKind.Object
        || Array.TrueForAll(names, name => value.TryGetProperty(name, out _)
            || Fail(at.Member(name), found, "required", "a member"));

    public static SchemaRule Properties(Dictionary<string, SchemaRule> rules) => (value, at, found) =>
        EveryMember(value, found, member => !rules.TryGetValue(member.Name, out var rule)
            || rule(member.Value, at.Member(member.Name), found));

    public static SchemaRule AdditionalProperties(HashSet<string> declared, SchemaRule rule) => (value, at, found) =>
        EveryMember(value, found, member => declared.Contains(member.Name)
            || rule(member.Value, at.Member(member.Name), found));

    public static SchemaRule PropertyNames(SchemaRule rule) => (value, at, found) =>
        EveryMember(value, found, member => rule(JsonSerializer.SerializeToElement(member.Name), at, found));

    public static SchemaRule Items(int start, SchemaRule rule) => (value, at, found) =>
        EveryItem(value, found, (item, index) => index < start || rule(item, at.Member($"{index}"), found));

    public static SchemaRule Tuple(SchemaRule[] rules) => (value, at, found) =>
        EveryItem(
            value, found, (item, index) => index >= rules.Length || rules[index](item, at.Member($"{index}"), found));

    public static SchemaRule MinItems(int count) => (value, at, found) => value.ValueKind is not JsonValueKind.Array
        || value.GetArrayLength() >= count || Fail(at, found, "minItems", $"{count}");

    public static SchemaRule Contains(SchemaRule rule, string expected) => (value, at, found) =>
        value.ValueKind is not JsonValueKind.Array
        || value.EnumerateArray().Any(item => rule(item, at, null)) || Fail(at, found, "contains", expected);

    /// <summary>Says what is wrong in the form that the value comes nearest to: the one whose first fault lies
    /// deepest.</summary>
    private static bool FailAsNearest(
        SchemaRule[] branches, JsonElement value, SchemaLocation at, List<SchemaViolation>? found, string keyword)
    {
        if (found is null)
        {
            return false;
        }

        List<SchemaViolation> nearest = [];
        foreach (var branch in branches)
        {
            var faults = new List<SchemaViolation>();
            branch(value, at, faults);
            if (nearest.Count == 0 || Depth(faults) > Depth(nearest))
            {
                nearest = faults;
            }
        }

        return nearest.Count == 0 ? Fail(at, found, keyword, "one of the forms") : Add(found, nearest);
    }

    private static bool Add(List<SchemaViolation> found, List<SchemaViolation> more)
    {
        found.AddRange(more);
        return false;
    }

    private static int Depth(List<SchemaViolation> faults) =>
        faults.Count == 0 ? 0 : faults.Max(fault => fault.Path.Count(character => character == '/'));

    private static bool Fail(SchemaLocation at, List<SchemaViolation>? found, string keyword, string expected)
    {
        found?.Add(new SchemaViolation(at.ToPointer(), keyword, expected));
        return false;
    }

    private static bool EveryMember(JsonElement value, List<SchemaViolation>? found, Func<JsonProperty, bool> holds)
    {
        var all = true;
        if (value.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                all &= holds(member);
                if (!all && found is null)
                {
                    return false;
                }
            }
        }

        return all;
    }

    private static bool EveryItem(JsonElement value, List<SchemaViolation>? found, Func<JsonElement, int, bool> holds)
    {
        var all = true;
        if (value.ValueKind is JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                all &= holds(item, index++);
                if (!all && found is null)
                {
                    return false;
                }
            }
        }

        return all;
    }

    private static bool IsOfType(JsonElement value, string name) => (name, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String)
            or ("number", JsonValueKind.Number) or ("boolean", JsonValueKind.True or JsonValueKind.False)
            or ("null", JsonValueKind.Null) => true,
        ("integer", JsonValueKind.Number) => value.TryGetDouble(out var number) && double.IsInteger(number),
        _ => false,
    };
}

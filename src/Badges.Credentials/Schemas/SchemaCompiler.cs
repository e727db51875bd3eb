using System.Text.Json;

namespace Badges.Credentials.Schemas;

/// <summary>Turns a schema and the files it refers to into rules, once. JSON Schema 2019-09 (Core, sections 8 and
/// 9).</summary>
internal sealed class SchemaCompiler(Func<string, string?> siblings)
{
    private static readonly HashSet<string> Annotations =
        ["$schema", "$comment", "title", "description", "default", "examples"];

    private readonly SchemaFiles _files = new(siblings);
    private readonly Dictionary<string, SchemaReference> _references = [];

    /// <summary>The reference whose rules are being made.</summary>
    private SchemaReference? _current;

    public SchemaRule Compile(string json)
    {
        try
        {
            _files.Add(string.Empty, json);
            var root = Refer(string.Empty, string.Empty);
            CompileReferences();
            return (value, at) => root.Rule!(value, at);
        }
        catch (InvalidOperationException fault)
        {
            throw new FormatException("A keyword of the schema has a value of the wrong type.", fault);
        }
    }

    /// <summary>References may be recursive: each is compiled once, after the rules that use it.</summary>
    private void CompileReferences()
    {
        while (_references.Values.FirstOrDefault(each => each.Rule is null) is { } waiting)
        {
            _current = waiting;
            waiting.Rule = Compile(waiting.Schema, waiting.File, isInPlace: true);
        }

        foreach (var reference in _references.Values)
        {
            reference.RefuseCircle();
        }
    }

    /// <param name="isInPlace">Whether it judges the very value that the reference being compiled is given.</param>
    private SchemaRule Compile(JsonElement schema, string file, bool isInPlace)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return schema.GetBoolean() ? SchemaRules.Anything : SchemaRules.Nothing;
        }

        if (schema.ValueKind is not JsonValueKind.Object)
        {
            throw new FormatException("A schema is an object or a boolean.");
        }

        var rules = new List<SchemaRule>();
        foreach (var keyword in schema.EnumerateObject())
        {
            if (CompileKeyword(keyword.Name, keyword.Value, schema, file, isInPlace) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return SchemaRules.All([.. rules]);
    }

    private SchemaRule? CompileKeyword(
        string name, JsonElement value, JsonElement schema, string file, bool isInPlace)
    {
        SchemaRule Below(JsonElement each) => Compile(each, file, isInPlace: false);
        SchemaRule[] Branches() => [.. value.EnumerateArray().Select(each => Compile(each, file, isInPlace))];

        switch (name)
        {
            case "$ref":
                return Follow(file, value.GetString() ?? string.Empty, isInPlace);
            case "$defs":
                foreach (var definition in value.EnumerateObject())
                {
                    Refer(file, $"/$defs/{SchemaFiles.Escape(definition.Name)}");
                }

                return null;
            case "$id" when _files.IsRoot(schema, file):
                return null;
            case "type":
                return SchemaRules.Type(value.ValueKind is JsonValueKind.Array ? Strings(value) : [value.GetString()!]);
            case "enum":
                return SchemaRules.Enum([.. value.EnumerateArray()]);
            case "const":
                return SchemaRules.Enum([value]);
            case "pattern":
                return TextRules.Pattern(value.GetString()!);
            case "minLength":
                return TextRules.MinLength(Count(value));
            case "format":
                return TextRules.Format(value.GetString()!);
            case "required":
                return ObjectRules.Required(Strings(value));
            case "properties":
                return ObjectRules.Properties(value.EnumerateObject().ToDictionary(
                    each => each.Name, each => Below(each.Value), StringComparer.Ordinal));
            case "additionalProperties":
                return ObjectRules.AdditionalProperties(DeclaredProperties(schema), Below(value));
            case "propertyNames":
                return ObjectRules.PropertyNames(Below(value));
            case "items":
                return value.ValueKind is not JsonValueKind.Array ? ArrayRules.Items([], Below(value))
                    : ArrayRules.Items([.. value.EnumerateArray().Select(Below)], SchemaRules.Anything);
            case "additionalItems":
                return Additional(schema, Below(value));
            case "minItems":
                return ArrayRules.MinItems(Count(value));
            case "contains":
                return ArrayRules.Contains(Below(value), value.ToString());
            case "allOf":
                return SchemaRules.All(Branches());
            case "anyOf":
                return SchemaRules.AnyOf(Branches());
            case "oneOf":
                return SchemaRules.OneOf(Branches());
            default:
                return Annotations.Contains(name)
                    ? null
                    : throw new FormatException($"The schema asserts '{name}', which is not known here.");
        }
    }

    /// <summary>Without a list of items before it, <c>additionalItems</c> asserts nothing.</summary>
    private static SchemaRule? Additional(JsonElement schema, SchemaRule rule) =>
        schema.TryGetProperty("items", out var items) && items.ValueKind is JsonValueKind.Array
            ? ArrayRules.Items(
                [.. Enumerable.Repeat(SchemaRules.Anything, items.GetArrayLength())], rule)
            : null;

    private SchemaRule Follow(string fromFile, string reference, bool isInPlace)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var file = hash < 0 ? reference : reference[..hash];
        var target = Refer(
            file.Length == 0 ? fromFile : file,
            hash < 0 ? string.Empty : Uri.UnescapeDataString(reference[(hash + 1)..]));
        if (isInPlace)
        {
            _current!.InPlace.Add(target);
        }

        return (value, at) => target.Rule!(value, at);
    }

    private SchemaReference Refer(string file, string pointer)
    {
        if (!_references.TryGetValue($"{file}#{pointer}", out var target))
        {
            target = new SchemaReference(_files.Find(file, pointer), file);
            _references.Add($"{file}#{pointer}", target);
        }

        return target;
    }

    private static IEnumerable<string> DeclaredProperties(JsonElement schema) =>
        schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Select(each => each.Name).Distinct()
            : [];

    /// <summary>A number of things, which may be written as 2.0.</summary>
    private static int Count(JsonElement number) =>
        number.TryGetDecimal(out var count) && count is >= 0 and <= int.MaxValue && decimal.IsInteger(count)
            ? (int)count
            : throw new FormatException($"'{number}' is no number of things.");

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(each => each.GetString()!)];
}

using System.Text.Json;

namespace Badges.Credentials.Schemas;

/// <summary>Turns a schema and the files it refers to into rules, once. JSON Schema 2019-09 (Core, sections 8 and
/// 9).</summary>
internal sealed class SchemaCompiler(Func<string, string?> siblings)
{
    private static readonly HashSet<string> Annotations =
        ["$schema", "$id", "$comment", "title", "description", "default", "examples"];

    private readonly Dictionary<string, JsonElement> _files = [];
    private readonly Dictionary<string, SchemaReference> _references = [];

    public SchemaRule Compile(string json)
    {
        _files[string.Empty] = Parse(json);
        var root = Reference(string.Empty, "#");
        CompileReferences();
        return root;
    }

    private static JsonElement Parse(string json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException fault)
        {
            throw new FormatException("The schema is not JSON.", fault);
        }
    }

    /// <summary>References may be recursive: each is compiled once, after the rules that use it.</summary>
    private void CompileReferences()
    {
        while (_references.Values.FirstOrDefault(each => each.Rule is null) is { } waiting)
        {
            waiting.Rule = Compile(waiting.Schema, waiting.File);
        }
    }

    private SchemaRule Compile(JsonElement schema, string file)
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
            if (CompileKeyword(keyword.Name, keyword.Value, schema, file) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return SchemaRules.All([.. rules]);
    }

    private SchemaRule? CompileKeyword(string name, JsonElement value, JsonElement schema, string file)
    {
        SchemaRule Sub(JsonElement each) => Compile(each, file);
        SchemaRule[] Each() => [.. value.EnumerateArray().Select(Sub)];

        switch (name)
        {
            case "$ref":
                return Reference(file, value.GetString() ?? string.Empty);
            case "$defs":
                foreach (var definition in value.EnumerateObject())
                {
                    Reference(file, $"#/$defs/{definition.Name}");
                }

                return null;
            case "type":
                return SchemaRules.Type(value.ValueKind is JsonValueKind.Array ? Strings(value) : [value.GetString()!]);
            case "enum":
                return SchemaRules.Enum([.. value.EnumerateArray()]);
            case "const":
                return SchemaRules.Enum([value]);
            case "pattern":
                return SchemaRules.Pattern(value.GetString()!);
            case "minLength":
                return SchemaRules.MinLength(value.GetInt32());
            case "format":
                return SchemaRules.Format(value.GetString()!);
            case "required":
                return SchemaRules.Required(Strings(value));
            case "properties":
                return SchemaRules.Properties(
                    value.EnumerateObject().ToDictionary(
                        each => each.Name, each => Sub(each.Value), StringComparer.Ordinal));
            case "additionalProperties":
                return SchemaRules.AdditionalProperties(DeclaredProperties(schema), Sub(value));
            case "propertyNames":
                return SchemaRules.PropertyNames(Sub(value));
            case "items":
                return value.ValueKind is JsonValueKind.Array
                    ? SchemaRules.Tuple(Each())
                    : SchemaRules.Items(0, Sub(value));
            case "additionalItems":
                return schema.TryGetProperty("items", out var items) && items.ValueKind is JsonValueKind.Array
                    ? SchemaRules.Items(items.GetArrayLength(), Sub(value))
                    : null;
            case "minItems":
                return SchemaRules.MinItems(value.GetInt32());
            case "contains":
                return SchemaRules.Contains(Sub(value), value.ToString());
            case "allOf":
                return SchemaRules.All(Each());
            case "anyOf":
                return SchemaRules.AnyOf(Each());
            case "oneOf":
                return SchemaRules.OneOf(Each());
            default:
                return Annotations.Contains(name)
                    ? null
                    : throw new FormatException($"The schema asserts '{name}', which is not known here.");
        }
    }

    private SchemaRule Reference(string fromFile, string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var name = hash < 0 ? reference : reference[..hash];
        var file = name.Length == 0 ? fromFile : name;
        var pointer = hash < 0 ? string.Empty : reference[(hash + 1)..];
        if (!_references.TryGetValue($"{file}#{pointer}", out var target))
        {
            target = new SchemaReference(Find(Root(file), pointer), file);
            _references.Add($"{file}#{pointer}", target);
        }

        return (value, at, found) => target.Rule!(value, at, found);
    }

    private JsonElement Root(string file)
    {
        if (!_files.TryGetValue(file, out var root))
        {
            root = Parse(
                siblings(file) ?? throw new FormatException($"The schema refers to '{file}', which is not there."));
            _files.Add(file, root);
        }

        return root;
    }

    private static JsonElement Find(JsonElement root, string pointer)
    {
        var place = root;
        foreach (var step in pointer.Split('/').Skip(1))
        {
            if (place.ValueKind is not JsonValueKind.Object || !place.TryGetProperty(step, out place))
            {
                throw new FormatException($"The schema refers to '{pointer}', which is not there.");
            }
        }

        return place;
    }

    private static HashSet<string> DeclaredProperties(JsonElement schema) =>
        schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Select(each => each.Name).ToHashSet(StringComparer.Ordinal)
            : [];

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(each => each.GetString()!)];

    private sealed class SchemaReference(JsonElement schema, string file)
    {
        public JsonElement Schema { get; } = schema;

        public string File { get; } = file;

        public SchemaRule? Rule { get; set; }
    }
}

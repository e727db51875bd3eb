using System.Text.Json;
using Badges.Credentials.Schemas;

namespace Badges.Credentials.Tests.Schemas;

public class JsonSchemaTests
{
    [Theory]
    [InlineData("""{"minimum": 1}""")]
    [InlineData("""{"properties": {"a": {"patternProperties": {}}}}""")]
    [InlineData("""{"$defs": {"Unused": {"if": true}}}""")]
    [InlineData("""{"anyOf": [true, {"not": {}}]}""")]
    [InlineData("""{"contains": true, "minContains": 2}""")]
    [InlineData("""{"additionalItems": {"uniqueItems": true}}""")]
    [InlineData("""{"$recursiveRef": "#"}""")]
    [InlineData("""{"$anchor": "a"}""")]
    [InlineData("""{"properties": {"a": {"$id": "other.json"}}}""")]
    [InlineData("""{"format": "uri"}""")]
    [InlineData("""{"type": "text"}""")]
    [InlineData("""{"type": 1}""")]
    [InlineData("""{"required": "a"}""")]
    [InlineData("""{"minItems": 1.5}""")]
    [InlineData("""{"minItems": -1}""")]
    [InlineData("""{"properties": {"a": 1}}""")]
    [InlineData("""{"pattern": "("}""")]
    [InlineData("""{"pattern": "(a)\\1"}""")]
    [InlineData("""{"pattern": "a(?=b)"}""")]
    [InlineData("""{"pattern": "(?i)a"}""")]
    [InlineData("""{"pattern": "a\\Z"}""")]
    [InlineData("""{"pattern": "[a"}""")]
    [InlineData("""{"$ref": "#/$defs/Nowhere"}""")]
    [InlineData("""{"$ref": "#nowhere"}""")]
    [InlineData("""{"$ref": "#/allOf/1", "allOf": [true]}""")]
    [InlineData("""{"$ref": "nowhere.schema.json"}""")]
    [InlineData("""{"$ref": "#"}""")]
    [InlineData("""{"$ref": "#/$defs/A", "$defs": {"A": {"allOf": [{"$ref": "#/$defs/B"}]}, "B": {"$ref": "#/$defs/A"}}}""")]
    [InlineData("""[]""")]
    [InlineData("""not json""")]
    public void Load_SchemaThatIsNotUnderstoodWhole_Throws(string schema) =>
        Assert.Throws<FormatException>(() => JsonSchema.Load(schema));

    [Theory]
    [InlineData("""{"type": "object"}""", "{}", "[]", "null", "\"{}\"")]
    [InlineData("""{"type": "array"}""", "[]", "{}", "1")]
    [InlineData("""{"type": "string"}""", "\"\"", "1", "null", "[\"a\"]")]
    [InlineData("""{"type": "number"}""", "1.5", "\"1\"", "true")]
    [InlineData("""{"type": "integer"}""", "1.0", "1.5", "\"1\"")]
    [InlineData("""{"type": "integer"}""", "12345678901234567890123", "0.1")]
    [InlineData("""{"type": "boolean"}""", "false", "0", "\"false\"", "null")]
    [InlineData("""{"type": "null"}""", "null", "0", "false", "\"\"")]
    [InlineData("""{"type": ["string", "null"]}""", "null", "1", "[]")]
    [InlineData("""{"type": ["integer", "number"]}""", "1.5", "\"1.5\"")]
    [InlineData("""{"enum": [1, "a", null]}""", "1.0", "\"b\"", "true", "\"1\"")]
    [InlineData("""{"enum": [[false]]}""", "[false]", "[0]", "false")]
    [InlineData("""{"enum": ["\u00e9"]}""", "\"\\u00E9\"", "\"e\"")]
    [InlineData("""{"const": {"a": [1], "b": 2}}""", """{"b": 2, "a": [1]}""", """{"a": [1]}""", """{"a": 1, "b": 2}""")]
    [InlineData("""{"const": 1e1}""", "10", "1")]
    [InlineData("true", "1")]
    [InlineData("{}", "1")]
    [InlineData("""{"title": "t", "description": "d", "default": 1, "examples": [2], "$comment": "c"}""", "\"a\"")]
    public void Accepts_KeywordForAnyType_HoldsAsSpecified(string schema, string right, params string[] wrong) =>
        Judge(schema, [right], wrong);

    [Theory]
    [InlineData("""{"pattern": "^a$"}""", new[] { "\"a\"", "1", "[]" }, new[] { "\"a\\n\"", "\"ba\"" })]
    [InlineData("""{"pattern": "b"}""", new[] { "\"abc\"", "null" }, new[] { "\"ac\"", "\"\"" })]
    [InlineData("""{"pattern": "^a|b$"}""", new[] { "\"ac\"", "\"cb\"" }, new[] { "\"bc\"" })]
    [InlineData("""{"pattern": "^\\d+$"}""", new[] { "\"2026\"" }, new[] { "\"\\u0662\"" })]
    [InlineData("""{"pattern": "^\\D$"}""", new[] { "\"\\u0662\"" }, new[] { "\"2\"" })]
    [InlineData("""{"pattern": "^\\w+$"}""", new[] { "\"a_1\"" }, new[] { "\"\\u00e9\"" })]
    [InlineData("""{"pattern": "^\\W$"}""", new[] { "\"\\u00e9\"" }, new[] { "\"e\"" })]
    [InlineData("""{"pattern": "^\\s$"}""", new[] { "\"\\ufeff\"", "\"\\u2028\"", "\" \"" }, new[] { "\"\\u0085\"" })]
    [InlineData("""{"pattern": "^\\S$"}""", new[] { "\"\\u0085\"", "\"\\ud83d\\ude00\"" }, new[] { "\"\\u00a0\"" })]
    [InlineData("""{"pattern": "^.$"}""", new[] { "\"a\"", "\"\\ud83d\\ude00\"", "\"\\u0085\"" }, new[] { "\"\\n\"", "\"\\u2028\"" })]
    [InlineData("""{"pattern": "^[^a]$"}""", new[] { "\"b\"", "\"\\ud83d\\ude00\"" }, new[] { "\"a\"", "\"bb\"" })]
    [InlineData("""{"pattern": "^😀*$"}""", new[] { "\"\"", "\"😀😀\"" }, new[] { "\"😀a\"" })]
    [InlineData("""{"pattern": "^[\\d.\\s-]+$"}""", new[] { "\"1. -\"" }, new[] { "\"a\"" })]
    [InlineData("""{"pattern": "^[a-z-[aeiou]]$"}""", new[] { "\"a]\"", "\"[]\"" }, new[] { "\"b\"" })]
    [InlineData("""{"pattern": "^https:\\/\\/a\\.b$"}""", new[] { "\"https://a.b\"" }, new[] { "\"https://acb\"" })]
    [InlineData("""{"pattern": "^\\p{Lu}\\u0061\\x62$"}""", new[] { "\"\\u00c9ab\"" }, new[] { "\"eab\"" })]
    [InlineData("""{"pattern": "^(?:ab)+$"}""", new[] { "\"abab\"" }, new[] { "\"aba\"" })]
    [InlineData("""{"minLength": 2}""", new[] { "\"ab\"", "\"😀😀\"", "1", "[]" }, new[] { "\"a\"", "\"😀\"", "\"\\n\"" })]
    [InlineData("""{"minLength": 2.0}""", new[] { "\"ab\"" }, new[] { "\"a\"" })]
    [InlineData("""{"format": "date-time"}""", new[] { "\"2026-01-15T09:30:00Z\"", "1", "null" }, new[] { "\"2026-01-15T09:30:00\"", "\"\"" })]
    [InlineData("""{"format": "date"}""", new[] { "\"2024-02-29\"", "{}" }, new[] { "\"2026-02-29\"", "\"2026-2-9\"", "\"2026-02-09T00:00:00Z\"" })]
    public void Accepts_KeywordForStrings_HoldsAsSpecified(string schema, string[] right, string[] wrong) =>
        Judge(schema, right, wrong);

    [Theory]
    [InlineData("""{"required": ["a"]}""", new[] { """{"a": null}""", "[]", "1" }, new[] { "{}", """{"A": 1}""" })]
    [InlineData("""{"required": []}""", new[] { "{}" }, new string[0])]
    [InlineData("""{"required": ["__proto__", "a\"b"]}""", new[] { """{"__proto__": 1, "a\"b": 2}""" }, new[] { """{"a\"b": 2}""" })]
    [InlineData("""{"properties": {"a": {"type": "string"}, "b": false}}""", new[] { "{}", """{"a": "x", "c": 1}""", "[]" }, new[] { """{"a": 1}""", """{"b": 1}""" })]
    [InlineData("""{"properties": {"a\nb": {"type": "null"}}}""", new[] { """{"a\nb": null}""" }, new[] { """{"a\nb": 1}""" })]
    [InlineData("""{"properties": {"\u00e9": {"type": "null"}}}""", new[] { """{"\u00e9": null}""" }, new[] { """{"é": 1}""", """{"\u00E9": 1}""" })]
    [InlineData("""{"properties": {"a": true}, "additionalProperties": false}""", new[] { """{"a": 1}""", "1" }, new[] { """{"b": 1}""", """{"a": 1, "A": 1}""" })]
    [InlineData("""{"additionalProperties": {"type": "string"}}""", new[] { """{"b": "x"}""", "{}" }, new[] { """{"b": 1}""" })]
    [InlineData("""{"allOf": [{"properties": {"a": true}}], "additionalProperties": false}""", new[] { "{}" }, new[] { """{"a": 1}""" })]
    [InlineData("""{"propertyNames": {"pattern": "^[a-z]+$"}}""", new[] { """{"b": 1}""", "{}", "[]" }, new[] { """{"B": 1}""", """{"": 1}""" })]
    [InlineData("""{"propertyNames": false}""", new[] { "{}" }, new[] { """{"a": 1}""" })]
    public void Accepts_KeywordForObjects_HoldsAsSpecified(string schema, string[] right, string[] wrong) =>
        Judge(schema, right, wrong);

    [Theory]
    [InlineData("""{"items": {"type": "string"}}""", new[] { """["a"]""", "[]", "{}", """{"0": 1}""" }, new[] { """["a", 1]""" })]
    [InlineData("""{"items": false}""", new[] { "[]" }, new[] { "[null]" })]
    [InlineData("""{"items": [{"const": 1}, {"type": "string"}]}""", new[] { "[]", "[1]", """[1, "a", null]""" }, new[] { """["a", 1]""" })]
    [InlineData("""{"items": [{"const": 1}], "additionalItems": {"type": "string"}}""", new[] { """[1, "a"]""", "[1]" }, new[] { "[1, 2]" })]
    [InlineData("""{"items": [true], "additionalItems": false}""", new[] { "[1]", "1" }, new[] { "[1, 2]" })]
    [InlineData("""{"items": {}, "additionalItems": false}""", new[] { "[1, 2]" }, new string[0])]
    [InlineData("""{"additionalItems": false}""", new[] { "[1, 2]" }, new string[0])]
    [InlineData("""{"allOf": [{"items": [{"const": 1}]}], "additionalItems": false}""", new[] { "[1, 2]" }, new[] { "[2]" })]
    [InlineData("""{"items": {"items": {"type": "null"}}}""", new[] { "[[null], []]" }, new[] { "[[1]]" })]
    [InlineData("""{"minItems": 1}""", new[] { "[1]", "\"\"", "{}" }, new[] { "[]" })]
    [InlineData("""{"minItems": 1.0}""", new[] { "[1]" }, new[] { "[]" })]
    [InlineData("""{"contains": {"const": "a"}}""", new[] { """["b", "a"]""", "{}" }, new[] { """["b"]""", "[]" })]
    [InlineData("""{"contains": true}""", new[] { "[null]" }, new[] { "[]" })]
    [InlineData("""{"contains": false}""", new[] { "\"a\"" }, new[] { "[1]", "[]" })]
    [InlineData("""{"items": {"type": "string"}, "contains": {"const": "a"}}""", new[] { """["a", "b"]""" }, new[] { """["a", 1]""", """["b"]""" })]
    public void Accepts_KeywordForArrays_HoldsAsSpecified(string schema, string[] right, string[] wrong) =>
        Judge(schema, right, wrong);

    [Theory]
    [InlineData("""{"allOf": [{"type": "string"}, {"minLength": 2}]}""", new[] { "\"ab\"" }, new[] { "\"a\"", "1" })]
    [InlineData("""{"allOf": [true, false]}""", new string[0], new[] { "1" })]
    [InlineData("""{"allOf": [{}], "type": "string"}""", new[] { "\"a\"" }, new[] { "1" })]
    [InlineData("""{"anyOf": [{"type": "string"}, {"type": "null"}]}""", new[] { "null", "\"\"" }, new[] { "1" })]
    [InlineData("""{"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}""", new[] { """{"a": 1, "b": 1}""", "1" }, new[] { "{}" })]
    [InlineData("""{"anyOf": [false, false]}""", new string[0], new[] { "1" })]
    [InlineData("""{"oneOf": [{"type": "string"}, {"minLength": 2}]}""", new[] { "\"a\"", "1" }, new[] { "\"ab\"" })]
    [InlineData("""{"oneOf": [{"type": "string"}, {"type": "null"}]}""", new[] { "null" }, new[] { "1" })]
    [InlineData("""{"oneOf": [true, true, false]}""", new string[0], new[] { "1" })]
    [InlineData("""{"$ref": "#/$defs/A", "minLength": 2, "$defs": {"A": {"type": "string"}}}""", new[] { "\"ab\"" }, new[] { "\"a\"", "1" })]
    [InlineData("""{"$ref": "#/$defs/a~1b~0%25", "$defs": {"a/b~%": {"type": "null"}}}""", new[] { "null" }, new[] { "1" })]
    [InlineData("""{"$ref": "#/allOf/1", "allOf": [true, {"type": "null"}]}""", new[] { "null" }, new[] { "1" })]
    [InlineData("""{"$id": "https://a.example/s.json", "properties": {"a": {"$ref": "#"}}, "type": "object"}""", new[] { """{"a": {"a": {}}}""" }, new[] { """{"a": {"a": 1}}""" })]
    [InlineData("""{"properties": {"$ref": {"type": "string"}}}""", new[] { """{"$ref": "a"}""" }, new[] { """{"$ref": 1}""" })]
    [InlineData("""{"enum": [{"$ref": "#/nowhere"}]}""", new[] { """{"$ref": "#/nowhere"}""" }, new[] { "1" })]
    [InlineData("""{"$defs": {"A": {"type": "null"}}, "allOf": [{"properties": {"n": {"$ref": "#/$defs/A"}}}, {"additionalProperties": {"$ref": "#/$defs/A"}}]}""", new[] { """{"n": null}""" }, new[] { """{"n": 1}""" })]
    [InlineData("false", new string[0], new[] { "1", "null", "{}" })]
    public void Accepts_RulesTogether_HoldAsSpecified(string schema, string[] right, string[] wrong) =>
        Judge(schema, right, wrong);

    [Fact]
    public void Validate_RecursiveReference_FollowsTheDocument()
    {
        var schema = JsonSchema.Load("""
            {
              "$ref": "#/$defs/N",
              "$defs": {"N": {"properties": {"n": {"$ref": "#/$defs/N"}}, "required": ["k"]}}
            }
            """);

        var violations = schema.Validate(JsonElement.Parse("""{"k": 1, "n": {"k": 1, "n": {}}}"""));

        Assert.Equal([new SchemaViolation("/n/n/k", "required", "a member")], violations);
    }

    [Fact]
    public void Validate_SeveralFaults_NamesEach()
    {
        var schema = JsonSchema.Load(
            """{"required": ["a", "b", "c"], "properties": {"d": {"type": "null"}, "e": {"items": {"enum": [1, 2]}}}}""");

        var violations = schema.Validate(JsonElement.Parse("""{"b": 1, "d": 2, "e": [1, 3, 4]}"""));

        Assert.Equal(["/a", "/c", "/d", "/e/1", "/e/2"], violations.Select(each => each.Path));
    }

    [Fact]
    public void Validate_NoFormFits_NamesTheFaultOfTheNearest()
    {
        var schema = JsonSchema.Load(
            """{"anyOf": [{"type": "string"}, {"properties": {"a": {"properties": {"b": {"type": "null"}}}}}]}""");

        Assert.Equal("/a/b", Assert.Single(schema.Validate(JsonElement.Parse("""{"a": {"b": 1}}"""))).Path);
    }

    [Fact]
    public void Validate_SiblingFile_IsFollowed()
    {
        var schema = JsonSchema.Load(
            """{"$ref": "b.schema.json#/$defs/B"}""",
            file => file == "b.schema.json" ? """{"$defs": {"B": {"type": "string"}}}""" : null);

        Assert.True(schema.Accepts(JsonElement.Parse("\"a\"")));
        Assert.False(schema.Accepts(JsonElement.Parse("1")));
    }

    [Fact]
    public void Validate_MemberNameWithSlash_IsEscapedInThePath()
    {
        var schema = JsonSchema.Load("""{"additionalProperties": false}""");

        Assert.Equal("/a~1b~0c", Assert.Single(schema.Validate(JsonElement.Parse("""{"a/b~c": 1}"""))).Path);
    }

    [Fact]
    public void Accepts_PatternThatInvitesBacktracking_EndsAtOnce()
    {
        var schema = JsonSchema.Load("""{"pattern": "^(a+)+$"}""");

        Assert.False(schema.Accepts(JsonSerializer.SerializeToElement(new string('a', 100_000) + "!")));
    }

    [Fact]
    public void Accepts_TextWithALoneSurrogate_IsNoFault()
    {
        var schema = JsonSchema.Load("""{"properties": {"a": {"pattern": "^x", "minLength": 1, "format": "date"}}}""");

        Assert.NotEmpty(schema.Validate(JsonElement.Parse("""{"a": "\ud800"}""")));
    }

    private static void Judge(string schema, string[] right, string[] wrong)
    {
        var loaded = JsonSchema.Load(schema);

        Assert.All(right, text => Assert.Empty(loaded.Validate(JsonElement.Parse(text))));
        Assert.All(wrong, text => Assert.NotEmpty(loaded.Validate(JsonElement.Parse(text))));
        Assert.All(wrong, text => Assert.False(loaded.Accepts(JsonElement.Parse(text))));
    }
}

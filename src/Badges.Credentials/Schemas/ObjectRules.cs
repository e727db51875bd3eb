using System.Text.Json;

namespace Badges.Credentials.Schemas;

/// <summary>The keywords for objects. JSON Schema 2019-09 (Validation, section 6.5; Core, section 9.3.2).</summary>
internal static class ObjectRules
{
    public static SchemaRule Required(string[] names) => (value, at) =>
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            return true;
        }

        var holds = true;
        foreach (var name in names)
        {
            if (!value.TryGetProperty(name, out _))
            {
                holds = SchemaRules.Fail(at?.Member(name), "required", "a member");
                if (at is null)
                {
                    return false;
                }
            }
        }

        return holds;
    };

    /// <summary><c>properties</c>: the rule of each member that has one.</summary>
    public static SchemaRule Properties(Dictionary<string, SchemaRule> rules) =>
        EveryMember(rules, SchemaRules.Anything);

    /// <summary><c>additionalProperties</c>: the rule of all members but the declared.</summary>
    public static SchemaRule AdditionalProperties(IEnumerable<string> declared, SchemaRule rule) =>
        EveryMember(declared.ToDictionary(name => name, _ => SchemaRules.Anything, StringComparer.Ordinal), rule);

    public static SchemaRule PropertyNames(SchemaRule rule) => (value, at) =>
    {
        var holds = true;
        if (value.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                holds &= rule(JsonSerializer.SerializeToElement(member.Name), at);
            }
        }

        return holds;
    };

    private static SchemaRule EveryMember(Dictionary<string, SchemaRule> rules, SchemaRule other)
    {
        var byName = rules.GetAlternateLookup<ReadOnlySpan<char>>();
        return (value, at) =>
        {
            if (value.ValueKind is not JsonValueKind.Object)
            {
                return true;
            }

            var holds = true;
            Span<char> buffer = stackalloc char[JsonChars.Lent];
            foreach (var member in value.EnumerateObject())
            {
                var rule = byName.TryGetValue(JsonChars.NameOf(member, buffer), out var own) ? own : other;
                holds &= rule(member.Value, at?.Member(member.Name));
                if (!holds && at is null)
                {
                    return false;
                }
            }

            return holds;
        };
    }
}

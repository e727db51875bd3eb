using System.Text.Json;

namespace Badges.Credentials.Schemas;

/// <summary>The keywords for arrays. JSON Schema 2019-09 (Validation, section 6.4; Core, section 9.3.1).</summary>
internal static class ArrayRules
{
    /// <summary><c>items</c> and <c>additionalItems</c>: each of the first items has a rule of its own, all others have
    /// one in common.</summary>
    public static SchemaRule Items(SchemaRule[] first, SchemaRule others) => (value, at) =>
    {
        if (value.ValueKind is not JsonValueKind.Array)
        {
            return true;
        }

        var holds = true;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var rule = index < first.Length ? first[index] : others;
            holds &= rule(item, at?.Item(index));
            if (!holds && at is null)
            {
                return false;
            }

            index++;
        }

        return holds;
    };

    public static SchemaRule MinItems(int count) => (value, at) => value.ValueKind is not JsonValueKind.Array
        || value.GetArrayLength() >= count || SchemaRules.Fail(at, "minItems", $"{count}");

    public static SchemaRule Contains(SchemaRule rule, string expected) => (value, at) =>
    {
        if (value.ValueKind is not JsonValueKind.Array)
        {
            return true;
        }

        foreach (var item in value.EnumerateArray())
        {
            if (rule(item, null))
            {
                return true;
            }
        }

        return SchemaRules.Fail(at, "contains", expected);
    };
}

using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>The entries of one map: keywords are read by <see cref="KeywordEntries"/>, properties by
/// <see cref="PropertyEntries"/>. Expansion, steps 13 and 14. JSON-LD 1.1 API, section 5.1.</summary>
/// <param name="typeScoped">The context before those of its types, in which types are read.</param>
/// <param name="property">The active property of the map itself.</param>
/// <param name="inputType">The type that says how <c>@value</c> is read.</param>
/// <param name="content">Takes what the entries say.</param>
internal sealed class MapExpansion(
    Expansion expansion,
    ActiveContext active,
    ActiveContext typeScoped,
    string? property,
    JsonElement? inputType,
    MapContent content)
{
    private readonly KeywordEntries _keywords = new(expansion, active, typeScoped, property, inputType, content);
    private readonly PropertyEntries _properties = new(expansion, active, content);

    public void Read(JsonElement map)
    {
        List<(string Name, JsonElement Value)>? nests = null;
        foreach (var member in map.EnumerateObject())
        {
            if (Words.Is(member, "@context"u8))
            {
                continue; // 13.1
            }

            var definition = Words.Find(active, member, out var word);
            var name = definition?.Name ?? expansion.NameOf(active, word, isVocab: true); // 13.2
            if (name.IsKeyword && name.Text == "@nest")
            {
                (nests ??= []).Add((word, member.Value)); // 13.4.14
            }
            else if (name.IsKeyword)
            {
                _keywords.Read(name.Text, member.Value); // 13.4
            }
            else if (name.IsRelative)
            {
                expansion.Safety.Lose("undefined", word); // 13.3
            }
            else
            {
                _properties.Read(word, definition, name, member.Value, map.GetPropertyCount()); // 13.5 to 13.14
            }
        }

        foreach (var (name, value) in nests ?? [])
        {
            expansion.Budget.Enter(name);
            ReadNest(name, value); // 14
            expansion.Budget.Leave();
        }
    }

    private void ReadNest(string name, JsonElement value)
    {
        var nest = active.Find(name) is { LocalContext: not null } term
            ? new MapExpansion(
                expansion, expansion.Contexts.ProcessScoped(active, term, isTypeScoped: false), typeScoped, property,
                inputType, content)
            : this;
        if (value.ValueKind is not JsonValueKind.Array)
        {
            nest.ReadNested(value);
            return;
        }

        foreach (var each in value.EnumerateArray())
        {
            nest.ReadNested(each);
        }
    }

    private void ReadNested(JsonElement nested)
    {
        if (nested.ValueKind is not JsonValueKind.Object || HasValue(nested))
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidNestValue, nested); // 14.2.1
        }

        Read(nested); // 14.2.2
    }

    private bool HasValue(JsonElement map)
    {
        foreach (var member in map.EnumerateObject())
        {
            if (active.Aliases.IsValue(member))
            {
                return true;
            }
        }

        return false;
    }
}

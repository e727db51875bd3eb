using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>The types of a map, looked at before the map is read: those that are terms may have contexts of their own.
/// Expansion, steps 11 and 12. JSON-LD 1.1 API, section 5.1.</summary>
internal readonly struct TypesOfMap
{
    private readonly ContextProcessing _contexts;
    private readonly ActiveContext _typeScoped;
    private readonly List<JsonProperty>? _entries;

    public TypesOfMap(ContextProcessing contexts, ActiveContext typeScoped, JsonElement map)
    {
        _contexts = contexts;
        _typeScoped = typeScoped;
        var aliases = typeScoped.Aliases;
        foreach (var member in map.EnumerateObject())
        {
            if (aliases.IsType(member))
            {
                (_entries ??= new(1)).Add(member);
            }
        }

        if (_entries is { Count: > 1 })
        {
            _entries.Sort((one, other) => string.CompareOrdinal(JsonText.NameOf(one), JsonText.NameOf(other)));
        }
    }

    /// <summary>The last type of the first entry: it says how <c>@value</c> is read. Step 12.</summary>
    public JsonElement? InputType => _entries?[0].Value switch
    {
        { ValueKind: JsonValueKind.String } text => text,
        { ValueKind: JsonValueKind.Array } types when types.GetArrayLength() is > 0 and var count
            && types[count - 1].ValueKind is JsonValueKind.String => types[count - 1],
        _ => null,
    };

    /// <summary>The context within the types. Step 11.</summary>
    public ActiveContext Apply()
    {
        if (_entries is null)
        {
            return _typeScoped;
        }

        var active = _typeScoped;
        foreach (var entry in _entries)
        {
            foreach (var type in FindScoped(entry.Value))
            {
                active = _contexts.ProcessScoped(active, type, isTypeScoped: true); // 11.2
            }
        }

        return active;
    }

    /// <summary>The types that have contexts, in order.</summary>
    private List<TermDefinition> FindScoped(JsonElement types)
    {
        var scoped = new List<TermDefinition>(1);
        if (types.ValueKind is JsonValueKind.Array)
        {
            foreach (var type in types.EnumerateArray())
            {
                AddIfScoped(type, scoped);
            }
        }
        else
        {
            AddIfScoped(types, scoped);
        }

        if (scoped.Count > 1)
        {
            scoped.Sort((one, other) => string.CompareOrdinal(one.Term, other.Term));
        }

        return scoped;
    }

    private void AddIfScoped(JsonElement type, List<TermDefinition> scoped)
    {
        if (type.ValueKind is JsonValueKind.String
            && Words.Find(_typeScoped, type) is { LocalContext: not null } definition)
        {
            scoped.Add(definition);
        }
    }
}

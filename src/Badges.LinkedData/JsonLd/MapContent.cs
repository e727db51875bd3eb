using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>What the entries of a map have said so far, and what the map stands for in the end: a node, the name of
/// one, a value, a list, a set, or nothing. Expansion, steps 12 and 15 to 19. JSON-LD 1.1 API, section 5.1.</summary>
internal sealed class MapContent(Expansion expansion, string? property)
{
    private SeenKeywords _seen;
    private bool _isJson;
    private JsonElement? _value;
    private string? _language;
    private string? _direction;

    public NodeObject Node { get; } = new();

    public ExpandedItem[]? List { get; set; }

    /// <summary>The items of a set, which take its place.</summary>
    public ExpandedItem[]? Set { get; set; }

    /// <summary>Whether the set is written as a list.</summary>
    public bool IsSetOfMany { get; set; }

    /// <summary>Step 13.4.2.</summary>
    public void RefuseAgain(string keyword)
    {
        var flag = FlagOf(keyword);
        if ((_seen & flag) != 0)
        {
            throw new JsonLdException(JsonLdErrorCodes.CollidingKeywords, keyword);
        }

        _seen |= flag;
    }

    /// <summary>Adds a node that this one is a value of.</summary>
    /// <param name="value">Where it was read.</param>
    public void AddReverse(Name property, ExpandedItem item, JsonElement value)
    {
        if (item is ValueObject or ListObject)
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidReversePropertyValue, value);
        }

        Node.AddReverse(property, item);
    }

    /// <summary>Step 13.4.7.</summary>
    public void ReadValue(JsonElement value, bool isJson)
    {
        if (isJson ? expansion.IsVersion10 : value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidValueObjectValue, value);
        }

        _value = value;
        _isJson = isJson;
    }

    /// <summary>Step 13.4.8.</summary>
    public void ReadLanguage(JsonElement value)
    {
        var language = JsonText.Of(value, JsonLdErrorCodes.InvalidLanguageTaggedString);
        if (!LanguageTag.IsWellFormed(language))
        {
            expansion.Safety.Lose("language tag", language);
        }

        _language = language.ToLowerInvariant();
    }

    /// <summary>Step 13.4.9.</summary>
    public void ReadDirection(JsonElement value) => _direction = TermEntries.ReadDirection(value)
        ?? throw JsonLdException.At(JsonLdErrorCodes.InvalidBaseDirection, value);

    /// <summary>Adds to the output what the map stands for. Steps 15 to 19.</summary>
    /// <returns>Whether that is a set written as a list.</returns>
    public bool Conclude(JsonElement map)
    {
        if (Set is not null || List is not null)
        {
            RefuseCompany(map); // 17.1
        }

        if (Set is not null)
        {
            foreach (var item in Set)
            {
                expansion.Output.Add(item); // 17.2
            }

            return IsSetOfMany;
        }

        if (List is not null)
        {
            Put(new ListObject(List), map);
        }
        else if (_value is { } value)
        {
            ConcludeValue(value, map); // 15
        }
        else if (_language is not null || _direction is not null)
        {
            expansion.Safety.Lose("language without value", map);
            if (!Node.IsReference || Node.Id is not null)
            {
                Put(Node, map);
            }
        }
        else
        {
            Put(Node is { IsReference: true, Index: null, Id: { } id } ? id : Node, map);
        }

        return false;
    }

    /// <summary>Step 17.1.</summary>
    private void RefuseCompany(JsonElement map)
    {
        var isAlone = Node is { Id: null, IsReference: true } && _value is null && _language is null
            && _direction is null && (Set is null || List is null);
        if (!isAlone)
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidSetOrListObject, map);
        }
    }

    /// <summary>Step 15.</summary>
    private void ConcludeValue(JsonElement value, JsonElement map)
    {
        var isNode = Node.Id is not null || Node.Graph is not null || Node.Included is not null
            || Node.Reverse is not null || Node.HasEmptyProperty
            || (Node.Members?.Count ?? 0) != (Node.TypeCount ?? 0);
        if (isNode || (Node.TypeCount is not null && (_language is not null || _direction is not null)))
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidValueObject, map); // 15.1
        }

        var type = Node.Members is [{ Value: Name only }] ? only.Text : null;
        if (type != "@json")
        {
            if (value.ValueKind is JsonValueKind.Null)
            {
                expansion.Safety.Lose("null value", map);
                return; // 15.3
            }

            if (_language is not null && value.ValueKind is not JsonValueKind.String)
            {
                throw JsonLdException.At(JsonLdErrorCodes.InvalidLanguageTaggedValue, map); // 15.4
            }

            if (Node.TypeCount is not null && (type is null || !IsDatatype(type)))
            {
                throw JsonLdException.At(JsonLdErrorCodes.InvalidTypedValue, map); // 15.5
            }
        }

        Put(
            new ValueObject
            {
                Value = value,
                Text = value.ValueKind is JsonValueKind.String && !_isJson ? JsonText.Of(value) : null,
                Type = type,
                Language = _language,
                Direction = _direction,
            },
            map);
    }

    /// <summary>Step 19.</summary>
    private void Put(ExpandedItem item, JsonElement map)
    {
        var isFloating = item is Name or ValueObject or ListObject or NodeObject { IsReference: true, Index: null };
        if (isFloating && property is null or "@graph")
        {
            expansion.Safety.Lose("free-floating", map);
            return;
        }

        expansion.Output.Add(item);
    }

    private static bool IsDatatype(string type) =>
        IriReference.IsAbsolute(type) && !type.Contains(' ', StringComparison.Ordinal);

    private static SeenKeywords FlagOf(string keyword) => keyword switch
    {
        "@id" => SeenKeywords.Id,
        "@graph" => SeenKeywords.Graph,
        "@value" => SeenKeywords.Value,
        "@language" => SeenKeywords.Language,
        "@direction" => SeenKeywords.Direction,
        "@index" => SeenKeywords.Index,
        "@list" => SeenKeywords.List,
        "@set" => SeenKeywords.Set,
        "@reverse" => SeenKeywords.Reverse,
        _ => SeenKeywords.None, // @type and @included may come again
    };

    [Flags]
    private enum SeenKeywords
    {
        None = 0,
        Id = 1,
        Graph = 2,
        Value = 4,
        Language = 8,
        Direction = 16,
        Index = 32,
        List = 64,
        Set = 128,
        Reverse = 256,
    }
}

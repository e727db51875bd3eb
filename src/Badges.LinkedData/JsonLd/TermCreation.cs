using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>Create Term Definition, for all terms of one context definition. JSON-LD 1.1 API, section 4.2.</summary>
internal sealed class TermCreation(
    ContextProcessing processing,
    ActiveContext active,
    Dictionary<string, JsonElement> local,
    bool areProtected,
    bool isVersion10,
    ContextProcessing.Settings settings)
{
    private readonly Dictionary<string, bool> _defined = new(StringComparer.Ordinal);

    /// <summary>Defines every term. Context Processing, step 5.13.</summary>
    public void DefineAll()
    {
        foreach (var term in local.Keys)
        {
            if (term is not ("@base" or "@direction" or "@import" or "@language" or "@propagate" or "@protected"
                or "@version" or "@vocab"))
            {
                Define(term);
            }
        }
    }

    /// <summary>Defines a term that another one is built on, if it is one of this context.</summary>
    public void DefineFirst(string term)
    {
        if (local.ContainsKey(term) && _defined.GetValueOrDefault(term) is false
            && term is not ("@base" or "@direction" or "@import" or "@language" or "@propagate" or "@protected"
                or "@version" or "@vocab"))
        {
            Define(term);
        }
    }

    /// <summary>Says that a term is defined well enough for others to be built on it.</summary>
    public void MarkDefined(string term) => _defined[term] = true;

    private void Define(string term)
    {
        if (_defined.TryGetValue(term, out var isDone))
        {
            if (isDone)
            {
                return;
            }

            throw new JsonLdException(JsonLdErrorCodes.CyclicIriMapping, term); // 1
        }

        if (term.Length == 0)
        {
            throw new JsonLdException(JsonLdErrorCodes.InvalidTermDefinition, "\"\""); // 2
        }

        _defined[term] = false;
        var value = local[term]; // 3
        if (term == "@type")
        {
            CheckTypeKeyword(value); // 4
        }
        else if (Keywords.Contains(term))
        {
            throw new JsonLdException(JsonLdErrorCodes.KeywordRedefinition, term); // 5
        }
        else if (Keywords.HasForm(term))
        {
            return;
        }

        var previous = active.Remove(term); // 6
        if (Read(term, value) is { } definition)
        {
            Keep(term, definition, previous); // 27, 28
        }

        _defined[term] = true;
    }

    private void Keep(string term, TermDefinition definition, TermDefinition? previous)
    {
        if (previous is { IsProtected: true } && !settings.OverridesProtected)
        {
            if (!definition.MeansTheSame(previous))
            {
                throw new JsonLdException(JsonLdErrorCodes.ProtectedTermRedefinition, term); // 27.1
            }

            definition = previous; // 27.2
        }

        active.Define(term, definition);
    }

    private void CheckTypeKeyword(JsonElement value)
    {
        var isAllowed = !isVersion10 && value.ValueKind is JsonValueKind.Object
            && JsonText.Map(value) is { Count: > 0 } members
            && members.All(member => member.Key switch
            {
                "@container" => member.Value.ValueKind is JsonValueKind.String && JsonText.Of(member.Value) == "@set",
                "@protected" => true,
                _ => false,
            });
        if (!isAllowed)
        {
            throw new JsonLdException(JsonLdErrorCodes.KeywordRedefinition, "@type");
        }
    }

    /// <summary>The definition, or null when the term is ignored.</summary>
    private TermDefinition? Read(string term, JsonElement value)
    {
        var isSimple = value.ValueKind is JsonValueKind.String; // 8
        var members = value.ValueKind switch
        {
            JsonValueKind.Null => new(StringComparer.Ordinal) { ["@id"] = value }, // 7
            JsonValueKind.String => new(StringComparer.Ordinal) { ["@id"] = value },
            JsonValueKind.Object => JsonText.Map(value),
            _ => throw ContextProcessing.Error(JsonLdErrorCodes.InvalidTermDefinition, value), // 9
        };

        var isProtected = ReadProtected(members); // 11
        var type = ReadType(members); // 12
        var isReverse = members.ContainsKey("@reverse");
        if (!new TermIri(active, this, isVersion10).TryRead(term, members, out var iri))
        {
            return null;
        }

        var container = ReadContainer(members, isReverse); // 13.5, 19
        if ((container & Container.Type) != 0)
        {
            type ??= "@id"; // 19.4
            if (type is not ("@id" or "@vocab"))
            {
                throw new JsonLdException(JsonLdErrorCodes.InvalidTypeMapping, term);
            }
        }

        var isPrefix = isSimple && !term.Contains(':', StringComparison.Ordinal)
            && !term.Contains('/', StringComparison.Ordinal)
            && iri is not null && (":/?#[]@".Contains(iri[^1], StringComparison.Ordinal)
                || iri.StartsWith("_:", StringComparison.Ordinal)); // 14.2.5
        var hasType = members.ContainsKey("@type");
        var definition = new TermDefinition
        {
            Iri = iri,
            IsReverse = isReverse,
            IsProtected = isProtected,
            TypeMapping = type,
            Container = container,
            IndexMapping = isReverse ? null : ReadIndex(members, container), // 20
            LocalContext = isReverse ? null : ReadContext(members), // 21
            BaseAddress = settings.BaseAddress,
            HasLanguage = !isReverse && !hasType && members.ContainsKey("@language"),
            Language = isReverse || hasType ? null : ReadLanguage(members), // 22
            HasDirection = !isReverse && !hasType && members.ContainsKey("@direction"),
            Direction = isReverse || hasType || !members.TryGetValue("@direction", out var direction)
                ? null
                : ContextProcessing.ReadDirection(direction), // 23
            NestValue = isReverse ? null : ReadNest(members), // 24
            IsPrefix = isReverse ? isPrefix : ReadPrefix(term, members, isPrefix, iri), // 25
        };
        return members.Keys.FirstOrDefault(IsUnknownEntry) is { } unknown
            ? throw new JsonLdException(JsonLdErrorCodes.InvalidTermDefinition, $"{term}: {unknown}") // 26
            : definition;
    }

    private bool ReadProtected(Dictionary<string, JsonElement> members)
    {
        if (!members.TryGetValue("@protected", out var value))
        {
            return areProtected;
        }

        if (isVersion10)
        {
            throw ContextProcessing.Error(JsonLdErrorCodes.InvalidTermDefinition, value);
        }

        return ContextProcessing.IsBoolean(value)
            ?? throw ContextProcessing.Error(JsonLdErrorCodes.InvalidProtectedValue, value);
    }

    private string? ReadType(Dictionary<string, JsonElement> members)
    {
        if (!members.TryGetValue("@type", out var value))
        {
            return null;
        }

        if (value.ValueKind is not JsonValueKind.String)
        {
            throw ContextProcessing.Error(JsonLdErrorCodes.InvalidTypeMapping, value); // 12.1
        }

        var type = IriExpansion.Expand(active, JsonText.Of(value), isVocab: true, terms: this); // 12.2
        var isAllowed = type switch
        {
            "@json" or "@none" => !isVersion10, // 12.3
            "@id" or "@vocab" => true,
            null => false,
            _ => IriReference.IsAbsolute(type),
        };
        return isAllowed ? type : throw ContextProcessing.Error(JsonLdErrorCodes.InvalidTypeMapping, value); // 12.4
    }

    private Container ReadContainer(Dictionary<string, JsonElement> members, bool isReverse)
    {
        if (!members.TryGetValue("@container", out var value))
        {
            return Container.None;
        }

        if (isReverse)
        {
            return value.ValueKind switch
            {
                JsonValueKind.Null => Container.None,
                JsonValueKind.String when JsonText.Of(value) == "@set" => Container.Set,
                JsonValueKind.String when JsonText.Of(value) == "@index" => Container.Index,
                _ => throw ContextProcessing.Error(JsonLdErrorCodes.InvalidReverseProperty, value), // 13.5
            };
        }

        return ContainerMapping.TryRead(value, isVersion10)
            ?? throw ContextProcessing.Error(JsonLdErrorCodes.InvalidContainerMapping, value); // 19.1, 19.2
    }

    private string? ReadIndex(Dictionary<string, JsonElement> members, Container container)
    {
        if (!members.TryGetValue("@index", out var value))
        {
            return null;
        }

        if (isVersion10 || (container & Container.Index) == 0 || value.ValueKind is not JsonValueKind.String)
        {
            throw ContextProcessing.Error(JsonLdErrorCodes.InvalidTermDefinition, value); // 20.1
        }

        var index = JsonText.Of(value);
        return IriExpansion.Expand(active, index, isVocab: true, terms: this) is { } iri && IriReference.IsAbsolute(iri)
            ? index
            : throw ContextProcessing.Error(JsonLdErrorCodes.InvalidTermDefinition, value); // 20.2
    }

    private JsonElement? ReadContext(Dictionary<string, JsonElement> members)
    {
        if (!members.TryGetValue("@context", out var value))
        {
            return null;
        }

        if (isVersion10)
        {
            throw ContextProcessing.Error(JsonLdErrorCodes.InvalidTermDefinition, value); // 21.1
        }

        processing.Validate(active, value, settings); // 21.3
        return value; // 21.4
    }

    private static string? ReadLanguage(Dictionary<string, JsonElement> members)
    {
        if (!members.TryGetValue("@language", out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => JsonText.Of(value).ToLowerInvariant(),
            _ => throw ContextProcessing.Error(JsonLdErrorCodes.InvalidLanguageMapping, value),
        };
    }

    private string? ReadNest(Dictionary<string, JsonElement> members)
    {
        if (!members.TryGetValue("@nest", out var value))
        {
            return null;
        }

        if (isVersion10)
        {
            throw ContextProcessing.Error(JsonLdErrorCodes.InvalidTermDefinition, value);
        }

        return value.ValueKind is JsonValueKind.String && JsonText.Of(value) is var nest
            && (nest == "@nest" || !Keywords.Contains(nest))
                ? nest
                : throw ContextProcessing.Error(JsonLdErrorCodes.InvalidNestValue, value);
    }

    private bool ReadPrefix(string term, Dictionary<string, JsonElement> members, bool isPrefix, string? iri)
    {
        if (!members.TryGetValue("@prefix", out var value))
        {
            return isPrefix;
        }

        if (isVersion10 || term.AsSpan().ContainsAny(':', '/'))
        {
            throw new JsonLdException(JsonLdErrorCodes.InvalidTermDefinition, term); // 25.1
        }

        var says = ContextProcessing.IsBoolean(value)
            ?? throw ContextProcessing.Error(JsonLdErrorCodes.InvalidPrefixValue, value); // 25.2
        return says && iri is not null && Keywords.Contains(iri)
            ? throw new JsonLdException(JsonLdErrorCodes.InvalidTermDefinition, term) // 25.3
            : says;
    }

    private static bool IsUnknownEntry(string entry) => entry is not ("@id" or "@reverse" or "@container"
        or "@context" or "@direction" or "@index" or "@language" or "@nest" or "@prefix" or "@protected" or "@type");
}

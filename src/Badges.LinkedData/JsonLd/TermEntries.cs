using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>The entries of an expanded term definition, beside its IRI. Create Term Definition, steps 11, 12 and 19 to
/// 26. JSON-LD 1.1 API, section 4.2.</summary>
internal sealed class TermEntries(TermCreation terms, string term, Dictionary<string, JsonElement> members)
{
    private readonly bool _isVersion10 = terms.Processing.IsVersion10;

    /// <summary>Reads the definition of a term that is no reverse property.</summary>
    /// <param name="isSimple">Whether it is written as a string.</param>
    public TermDefinition Read(string? iri, bool isSimple, bool isProtected, string? type)
    {
        var container = ReadContainer(); // 19
        if ((container & Container.Type) != 0)
        {
            type ??= "@id"; // 19.4
            if (type is not ("@id" or "@vocab"))
            {
                throw new JsonLdException(JsonLdErrorCodes.InvalidTypeMapping, term); // 19.4.2
            }
        }

        var isTyped = members.ContainsKey("@type");
        return new()
        {
            Term = term,
            Iri = iri,
            IsProtected = isProtected,
            TypeMapping = type,
            Container = container,
            IndexMapping = ReadIndex(container), // 20
            LocalContext = ReadContext(), // 21
            BaseAddress = terms.Settings.BaseAddress,
            HasLanguage = !isTyped && members.ContainsKey("@language"),
            Language = isTyped ? null : ReadLanguage(), // 22
            HasDirection = !isTyped && members.ContainsKey("@direction"),
            Direction = !isTyped && members.TryGetValue("@direction", out var direction)
                ? ReadDirection(direction) // 23
                : null,
            NestValue = ReadNest(), // 24
            IsPrefix = ReadPrefix(iri) ?? (isSimple && CanBePrefix(iri)), // 25, 14.2.5
        };
    }

    /// <summary>Step 11.</summary>
    public bool? ReadProtected()
    {
        if (!members.TryGetValue("@protected", out var value))
        {
            return null;
        }

        return Is11(value)
            ? JsonText.TryBoolean(value) ?? throw JsonLdException.At(JsonLdErrorCodes.InvalidProtectedValue, value)
            : null;
    }

    /// <summary>Step 12.</summary>
    public string? ReadType()
    {
        if (!members.TryGetValue("@type", out var value))
        {
            return null;
        }

        if (value.ValueKind is not JsonValueKind.String)
        {
            throw JsonLdException.At(JsonLdErrorCodes.InvalidTypeMapping, value); // 12.1
        }

        var type = terms.Processing.Iris.Expand(terms.Active, JsonText.Of(value), isVocab: true, terms: terms); // 12.2
        var isAllowed = type switch
        {
            "@json" or "@none" => !_isVersion10, // 12.3
            "@id" or "@vocab" => true,
            null => false,
            _ => IriReference.IsAbsolute(type),
        };
        return isAllowed ? type : throw JsonLdException.At(JsonLdErrorCodes.InvalidTypeMapping, value); // 12.4
    }

    /// <summary>Step 13.5.</summary>
    public Container ReadContainerOfReverse()
    {
        if (!members.TryGetValue("@container", out var value))
        {
            return Container.None;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null => Container.None,
            JsonValueKind.String when JsonText.Of(value) == "@set" => Container.Set,
            JsonValueKind.String when JsonText.Of(value) == "@index" => Container.Index,
            _ => throw JsonLdException.At(JsonLdErrorCodes.InvalidReverseProperty, value),
        };
    }

    /// <summary>Step 26.</summary>
    public void RefuseUnknown()
    {
        foreach (var entry in members.Keys)
        {
            if (entry is not ("@id" or "@reverse" or "@container" or "@context" or "@direction" or "@index"
                or "@language" or "@nest" or "@prefix" or "@protected" or "@type"))
            {
                throw new JsonLdException(JsonLdErrorCodes.InvalidTermDefinition, $"{term}: {entry}");
            }
        }
    }

    /// <summary>A base direction, or null for none.</summary>
    public static string? ReadDirection(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String when JsonText.Of(value) is "ltr" or "rtl" => JsonText.Of(value),
        _ => throw JsonLdException.At(JsonLdErrorCodes.InvalidBaseDirection, value),
    };

    private Container ReadContainer()
    {
        if (!members.TryGetValue("@container", out var value))
        {
            return Container.None;
        }

        return ContainerMapping.TryRead(value, _isVersion10)
            ?? throw JsonLdException.At(JsonLdErrorCodes.InvalidContainerMapping, value); // 19.1, 19.2
    }

    private string? ReadIndex(Container container)
    {
        if (!members.TryGetValue("@index", out var value))
        {
            return null;
        }

        var index = Is11(value) && (container & Container.Index) != 0
            ? JsonText.Of(value, JsonLdErrorCodes.InvalidTermDefinition)
            : throw JsonLdException.At(JsonLdErrorCodes.InvalidTermDefinition, value); // 20.1
        var iri = terms.Processing.Iris.Expand(terms.Active, index, isVocab: true, terms: terms);
        return iri is not null && IriReference.IsAbsolute(iri)
            ? index
            : throw JsonLdException.At(JsonLdErrorCodes.InvalidTermDefinition, value); // 20.2
    }

    private JsonElement? ReadContext()
    {
        if (!members.TryGetValue("@context", out var value) || !Is11(value)) // 21.1
        {
            return null;
        }

        terms.Processing.Validate(terms.Active, value, terms.Settings); // 21.3
        return value; // 21.4
    }

    private string? ReadLanguage()
    {
        if (!members.TryGetValue("@language", out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => JsonText.Of(value).ToLowerInvariant(),
            _ => throw JsonLdException.At(JsonLdErrorCodes.InvalidLanguageMapping, value),
        };
    }

    private string? ReadNest()
    {
        if (!members.TryGetValue("@nest", out var value) || !Is11(value)) // 24.1
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.String && JsonText.Of(value) is var nest
            && (nest == "@nest" || !Keywords.Contains(nest))
                ? nest
                : throw JsonLdException.At(JsonLdErrorCodes.InvalidNestValue, value); // 24.2
    }

    private bool? ReadPrefix(string? iri)
    {
        if (!members.TryGetValue("@prefix", out var value))
        {
            return null;
        }

        if (!Is11(value) || term.AsSpan().ContainsAny(':', '/'))
        {
            throw new JsonLdException(JsonLdErrorCodes.InvalidTermDefinition, term); // 25.1
        }

        var says = JsonText.TryBoolean(value)
            ?? throw JsonLdException.At(JsonLdErrorCodes.InvalidPrefixValue, value); // 25.2
        return says && iri is not null && Keywords.Contains(iri)
            ? throw new JsonLdException(JsonLdErrorCodes.InvalidTermDefinition, term) // 25.3
            : says;
    }

    /// <summary>Whether a simple term is a prefix without saying so: its IRI ends where a name can follow.</summary>
    private bool CanBePrefix(string? iri) => !term.AsSpan().ContainsAny(':', '/') && iri is { Length: > 0 }
        && (":/?#[]@".Contains(iri[^1], StringComparison.Ordinal) || iri.StartsWith("_:", StringComparison.Ordinal));

    /// <summary>Whether an entry may stand here.</summary>
    /// <exception cref="JsonLdException">It may not: the rules of JSON-LD 1.0 hold.</exception>
    private bool Is11(JsonElement entry) => !_isVersion10
        ? true
        : throw JsonLdException.At(JsonLdErrorCodes.InvalidTermDefinition, entry);
}

using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>Create Term Definition, for all terms of one context definition. JSON-LD 1.1 API, section 4.2. The IRI of a
/// term is read by <see cref="TermIri"/>, the rest of its definition by <see cref="TermEntries"/>.</summary>
internal sealed class TermCreation(
    ContextProcessing processing,
    ActiveContext active,
    Dictionary<string, JsonElement> local,
    bool areProtected,
    ContextProcessing.Settings settings)
{
    private readonly Dictionary<string, bool> _defined = new(StringComparer.Ordinal);

    public ContextProcessing Processing => processing;

    public ActiveContext Active => active;

    public ContextProcessing.Settings Settings => settings;

    /// <summary>Defines every term. Context Processing, step 5.13.</summary>
    public void DefineAll()
    {
        foreach (var term in local.Keys)
        {
            if (!IsOfContext(term))
            {
                Define(term);
            }
        }
    }

    /// <summary>Defines a term that another one is built on, if it is one of this context.</summary>
    public void DefineFirst(string term)
    {
        if (local.ContainsKey(term) && !IsOfContext(term))
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

        processing.Budget.Enter(term);
        processing.Budget.Spend(ReadingBudget.TermDefined, "@context");
        _defined[term] = false;
        DefineAnew(term, local[term]); // 3
        _defined[term] = true;
        processing.Budget.Leave();
    }

    private void DefineAnew(string term, JsonElement value)
    {
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
            Lose(term);
            return;
        }

        var previous = active.Remove(term); // 6
        if (Read(term, value) is { } definition)
        {
            Keep(term, definition, previous); // 27, 28
        }
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
        var isAllowed = !processing.IsVersion10 && value.ValueKind is JsonValueKind.Object
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
            JsonValueKind.Null or JsonValueKind.String => new(StringComparer.Ordinal) { ["@id"] = value }, // 7
            JsonValueKind.Object => JsonText.Map(value),
            _ => throw JsonLdException.At(JsonLdErrorCodes.InvalidTermDefinition, value), // 9
        };
        var entries = new TermEntries(this, term, members);
        var isProtected = entries.ReadProtected() ?? areProtected; // 11
        var type = entries.ReadType(); // 12
        if (!new TermIri(this).TryRead(term, members, out var iri)) // 13 to 18
        {
            Lose($"{term}: {value.GetRawText()}");
            return null;
        }

        var isReverse = members.ContainsKey("@reverse");
        var definition = isReverse
            ? new TermDefinition
            {
                Term = term,
                Iri = iri,
                IsReverse = true,
                IsProtected = isProtected,
                TypeMapping = type,
                Container = entries.ReadContainerOfReverse(), // 13.5
            }
            : entries.Read(iri, isSimple, isProtected, type); // 19 to 25
        entries.RefuseUnknown(); // 26
        return definition;
    }

    private void Lose(string what) => active.Loss ??= $"reserved word {what}";

    private static bool IsOfContext(string term) => term is "@base" or "@direction" or "@import" or "@language"
        or "@propagate" or "@protected" or "@version" or "@vocab";
}

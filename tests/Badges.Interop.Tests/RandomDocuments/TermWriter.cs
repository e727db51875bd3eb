using System.Text.Json.Nodes;

namespace Badges.Interop.Tests.RandomDocuments;

/// <summary>
/// Writes definitions of terms. What it never writes, because the peer differs there from the standard's text:
/// <list type="bullet">
/// <item>a scoped context on an alias of <c>@nest</c> (tc037, tc038);</item>
/// <item>a scoped context on a term that holds a map (it reads the map's keys in it);</item>
/// <item>a remote scoped context (it lets it redefine protected terms, which only the term's own context may);</item>
/// <item>a term that its own scoped context defines anew (it applies the context of that one too);</item>
/// <item>a reserved word that is no keyword as <c>@nest</c> (it refuses it as if it were one);</item>
/// <item>an alias of a keyword that says it is no prefix (it refuses it as if it said that it is one);</item>
/// <item>more than the reserved <c>@id</c> for which a term is ignored (it reads some of it);</item>
/// <item>a keyword as <c>@reverse</c> (it takes it);</item>
/// <item>a <c>@protected</c> that is not boolean (it takes it);</item>
/// <item><c>@direction</c> beside <c>@type</c> (it reads it; the text does not);</item>
/// <item>an <c>@index</c> that expands to no IRI (it takes it).</item>
/// </list>
/// </summary>
internal sealed class TermWriter(Choices choices, ContextWriter contexts)
{
    /// <summary>What a context says of a term of that kind.</summary>
    public JsonNode? Write(TermKind kind, string name, int depth)
    {
        if (choices.Mistake(20))
        {
            return null;
        }

        if (kind is TermKind.Text && choices.Below(2) == 0)
        {
            return WriteIri();
        }

        var term = new JsonObject();
        if (kind is TermKind.Back)
        {
            var iri = WriteIri();
            term["@reverse"] = iri == "@type" ? "https://e.example/p/0" : iri;
            choices.Put(term, 3, "@container", "@set");
            choices.Put(term, 3, "@type", "@id", "@vocab");
            return term;
        }

        if (!choices.OnceIn(8))
        {
            var iri = WriteIri();
            term["@id"] = iri;
            if (iri == "@ignored")
            {
                return term;
            }
        }

        WriteKind(term, kind);
        choices.Put(term, 14, "@nest", "@nest", "nest");
        choices.Put(term, 14, "@protected", true, false);
        choices.Put(term, 25, "@prefix", true, term["@id"]?.ToString() == "@type" || choices.Below(2) == 0);
        if (choices.Mistake(30))
        {
            WriteMistake(term);
        }

        if (depth < ContextWriter.DeepestScope && choices.OnceIn(8) && !IsMap(kind))
        {
            term["@context"] = contexts.WriteScoped(name, depth + 1);
        }

        return term;
    }

    /// <summary>A type, which may bring a context.</summary>
    public JsonObject WriteClass(string name, int depth)
    {
        var term = new JsonObject { ["@id"] = WriteIri() };
        if (depth < ContextWriter.DeepestScope && choices.HaveEndingContexts
            && term["@id"]?.ToString() != "@ignored")
        {
            term["@context"] = contexts.WriteScoped(name, depth + 1);
        }

        choices.Put(term, 10, "@protected", true);
        return term;
    }

    private void WriteMistake(JsonObject term)
    {
        var (member, value) = choices.Of<(string, JsonNode?)>(
            ("@container", "@value"), ("@container", "@ignored"), ("@container", 5),
            ("@container", new JsonArray("@list", "@set")), ("@container", new JsonArray("@id", "@index")),
            ("@type", 5), ("@type", null), ("@type", "@value"), ("@type", "@ignored"), ("@type", "relative"),
            ("@id", 5), ("@id", null), ("@context", 5), ("@context", "relative"),
            ("@language", 5), ("@language", null), ("@index", 5), ("@index", "https://e.example/by"),
            ("@nest", 5), ("@nest", "@value"), ("@prefix", 5), ("more", 5));
        term[member] = value;
        if (member == "@id")
        {
            term.Remove("@prefix");
        }
    }

    private void WriteKind(JsonObject term, TermKind kind)
    {
        switch (kind)
        {
            case TermKind.Text:
                choices.Put(term, 3, "@language", "fr", "en", null);
                choices.Put(term, 12, "@type", "@none");
                if (!term.ContainsKey("@type"))
                {
                    choices.Put(term, 30, "@direction", "ltr", "rtl", null);
                }

                break;
            case TermKind.Number:
                choices.Put(
                    term, 2, "@type", Iris.Double, Iris.Integer, Iris.Float, "https://e.example/measure", "@none");
                break;
            case TermKind.Typed:
                term["@type"] = choices.Of("https://e.example/date", Iris.Date, "ex:date", "@none");
                break;
            case TermKind.Reference:
                term["@type"] = choices.Of("@id", "@vocab");
                break;
            case TermKind.List:
                term["@container"] = "@list";
                choices.Put(term, 3, "@type", "https://e.example/date", "@none");
                choices.Put(term, 5, "@language", "fr", null);
                break;
            case TermKind.Json:
                term["@type"] = "@json";
                choices.Put(term, 6, "@container", "@set");
                break;
            case TermKind.Types:
                WriteContainer(term, "@type");
                choices.Put(term, 3, "@type", "@id", "@vocab");
                break;
            case TermKind.PropertyIndex:
                WriteContainer(term, "@index");
                term["@index"] = choices.MakeMistakes
                    ? choices.Of("https://e.example/by", "ex:by")
                    : choices.Of("https://e.example/by", "text1", "typed1", "reference1", "ex:by");
                choices.Put(term, 4, "@type", "@id", "@vocab");
                break;
            case TermKind.GraphIndex:
                term["@container"] = WithSet("@graph", "@index");
                break;
            case TermKind.GraphIds:
                term["@container"] = WithSet("@graph", "@id");
                break;
            default:
                WriteContainer(term, ContainerOf(kind));
                break;
        }
    }

    private string WriteIri() => choices.Mistake(20)
        ? choices.Of("_:predicate", "@type", "@ignored", "", "?query")
        : choices.Below(8) switch
        {
            7 => "ex:q",
            6 => "relative",
            _ => $"https://e.example/p/{choices.Below(4)}",
        };

    private void WriteContainer(JsonObject term, string container) =>
        term["@container"] = choices.Below(3) switch
        {
            2 => new JsonArray(container),
            1 => WithSet(container),
            _ => container,
        };

    private JsonArray WithSet(params string[] containers)
    {
        var array = new JsonArray([.. containers.Select(container => JsonValue.Create(container))]);
        if (choices.OnceIn(3) && !containers.Contains("@set"))
        {
            array.Insert(choices.Below(array.Count + 1), JsonValue.Create("@set"));
        }

        return array;
    }

    private static bool IsMap(TermKind kind) => kind is TermKind.Languages or TermKind.Index or TermKind.PropertyIndex
        or TermKind.Ids or TermKind.Types or TermKind.GraphIndex or TermKind.GraphIds;

    private static string ContainerOf(TermKind kind) => kind switch
    {
        TermKind.Set => "@set",
        TermKind.Languages => "@language",
        TermKind.Index => "@index",
        TermKind.Ids => "@id",
        TermKind.Graph => "@graph",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no container of its own"),
    };
}

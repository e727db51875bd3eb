using System.Text.Json.Nodes;

namespace Badges.Interop.Tests.RandomDocuments;

/// <summary>
/// Writes contexts. What it never writes, because the peer differs there from the standard's text:
/// <list type="bullet">
/// <item>a relative <c>@vocab</c> (te111, te112);</item>
/// <item><c>@protected</c> other than true (it takes false for a term, and anything else for true);</item>
/// <item><c>@propagate</c> in an array of contexts (it obeys the first one's; only a lone context's counts);</item>
/// <item><c>@base</c> in a remote context (it reads it within scoped contexts);</item>
/// <item>a default <c>@direction</c> (it forgets it when the next context comes).</item>
/// </list>
/// </summary>
internal sealed class ContextWriter
{
    /// <summary>How many contexts of terms may stand within each other.</summary>
    public const int DeepestScope = 2;

    private readonly Choices _choices;
    private readonly RemoteContexts _remotes;
    private readonly bool _isRemote;
    private readonly TermWriter _terms;
    private readonly HashSet<string> _defined = [];
    private readonly Stack<string> _within = new();

    public ContextWriter(Choices choices, RemoteContexts remotes, bool isRemote = false)
    {
        _choices = choices;
        _remotes = remotes;
        _isRemote = isRemote;
        _terms = new TermWriter(choices, this);
    }

    /// <summary>Whether the document's own context defines the term, and no other takes it back.</summary>
    public bool IsDefined(string term) =>
        _defined.Contains(term) && _choices is { MakeMistakes: false, HaveEndingContexts: false };

    /// <summary>The value of an <c>@context</c> member.</summary>
    public JsonNode? Write(int depth = 0) =>
        _choices.OnceIn(8) && depth < DeepestScope
            ? new JsonArray(WithoutPropagate(WriteOne(depth + 1)), WithoutPropagate(WriteOne(depth + 1)))
            : WriteOne(depth);

    /// <summary>One of several contexts, or a remote one.</summary>
    public static JsonNode? WithoutPropagate(JsonNode? context)
    {
        if (context is JsonObject entries)
        {
            entries.Remove("@propagate");
        }

        return context;
    }

    public JsonObject WriteObject(int depth)
    {
        var context = WriteTerms(depth);
        WriteOptions(context);
        return context;
    }

    /// <summary>A context of terms and nothing else.</summary>
    public JsonObject WriteTerms(int depth)
    {
        var context = new JsonObject();
        if (_choices.Below(3) > 0)
        {
            context["ex"] = _choices.Of("https://e.example/x/", "https://e.example/x#", "https://e.example/x");
        }

        foreach (var (alias, keyword) in Terms.Aliases)
        {
            if (_choices.OnceIn(12))
            {
                context[alias] = _choices.OnceIn(6) ? new JsonObject { ["@id"] = keyword } : keyword;
                if (depth == 0)
                {
                    _defined.Add(alias);
                }
            }
        }

        for (var count = _choices.Below(depth == 0 ? 24 : 6); count > 0; count--)
        {
            var kind = _choices.Kind();
            var name = Terms.Name(kind, _choices);
            if (_within.Contains(name))
            {
                continue;
            }

            context[name] = _terms.Write(kind, name, depth);
            if (depth == 0)
            {
                _defined.Add(name);
            }
        }

        var type = _choices.Of(Terms.Classes);
        if (_choices.OnceIn(3) && !_within.Contains(type))
        {
            context[type] = _terms.WriteClass(type, depth);
        }

        return context;
    }

    /// <summary>The context of a term.</summary>
    public JsonNode? WriteScoped(string name, int depth)
    {
        _within.Push(name);
        var context = Write(depth);
        _within.Pop();
        return context;
    }

    private JsonNode? WriteOne(int depth) => _choices.Below(24) switch
    {
        23 when _choices.MakeMistakes => null,
        22 when _remotes.Whole.Length > 0 && _within.Count == 0 => _choices.Of<string>(_remotes.Whole),
        21 when _remotes.OnlyTerms.Length > 0 => new JsonObject
        {
            ["@import"] = _choices.Of<string>(_remotes.OnlyTerms),
            ["@vocab"] = "https://e.example/v#",
            ["text1"] = "https://e.example/imported",
        },
        _ => WriteObject(depth),
    };

    private void WriteOptions(JsonObject context)
    {
        context["@vocab"] = _choices.Of("https://e.example/v#", "https://e.example/w/");
        if (_choices.Mistake(4))
        {
            WriteMistake(context);
        }

        if (_choices.Mistake(4))
        {
            context.Remove("@vocab");
        }

        if (!_isRemote)
        {
            _choices.Put(context, 12, "@base", "https://e.example/base/doc", "https://e.example/a/b/c");
        }

        _choices.Put(context, 8, "@language", "fr", "de-at", null);
        _choices.Put(context, 16, "@propagate", true, !_choices.HaveEndingContexts);
        _choices.Put(context, 20, "@protected", true);
        _choices.Put(context, 12, "@version", 1.1);
    }

    private void WriteMistake(JsonObject context)
    {
        var (member, value) = _choices.Of<(string, JsonNode?)>(
            ("@vocab", null), ("@vocab", "ex:v/"), ("@vocab", "_:v"), ("@vocab", ""), ("@vocab", 5), ("@base", null),
            ("@base", 5), ("@direction", "up"), ("@language", 5), ("@version", 1.0),
            ("@propagate", "yes"), ("@import", 5), ("@id", "https://e.example/id"),
            ("", "https://e.example/empty"), ("@ignored", "https://e.example/ignored"),
            ("@type", "https://e.example/t"));
        if (member != "@base" || !_isRemote)
        {
            context[member] = value;
        }
    }
}

using System.Text.Json.Nodes;

namespace Badges.Credentials.Tests.Contexts;

/// <summary>What a context document says, whatever its layout: a line for each fact, with compact IRIs and other words
/// of the context written out. JSON-LD 1.1, section 9.15.</summary>
internal static class ContextFacts
{
    public static IEnumerable<string> Of(JsonNode document) =>
        Of(document["@context"]!.AsObject(), [], string.Empty).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Of(JsonObject context, Dictionary<string, string> outer, string path)
    {
        var words = new Dictionary<string, string>(outer);
        foreach (var (term, definition) in context)
        {
            if ((definition is JsonObject ? definition["@id"] : definition) is JsonValue id && !term.StartsWith('@'))
            {
                words[term] = id.ToString();
            }
        }

        return context.SelectMany(member => member.Key.StartsWith('@')
            ? [$"{path}{member.Key} is {member.Value!.ToJsonString()}"]
            : OfTerm(member.Key, member.Value!, words, path + member.Key));
    }

    private static IEnumerable<string> OfTerm(
        string term, JsonNode definition, Dictionary<string, string> words, string path)
    {
        var expanded = definition as JsonObject;
        var iri = Iri((expanded is null ? definition : expanded["@id"]!).ToString(), words, [term]);
        yield return $"{path} @id is {iri}";
        if (expanded is null && iri[^1] is ':' or '/' or '?' or '#' or '[' or ']' or '@')
        {
            yield return $"{path} is a prefix";
        }

        foreach (var (keyword, value) in expanded ?? [])
        {
            switch (keyword)
            {
                case "@id":
                    break;
                case "@type":
                    yield return $"{path} @type is {Iri(value!.ToString(), words, [])}";
                    break;
                case "@context" when value is JsonObject inner:
                    foreach (var fact in Of(inner, words, $"{path}/"))
                    {
                        yield return fact;
                    }

                    break;
                default:
                    yield return $"{path} {keyword} is {value?.ToJsonString() ?? "null"}";
                    break;
            }
        }
    }

    private static string Iri(string text, Dictionary<string, string> words, HashSet<string> seen)
    {
        if (words.TryGetValue(text, out var meaning) && seen.Add(text))
        {
            return Iri(meaning, words, seen);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && words.TryGetValue(text[..colon], out var prefix)
            && !text[colon..].StartsWith("://", StringComparison.Ordinal)
            ? Iri(prefix, words, seen) + text[(colon + 1)..]
            : text;
    }
}

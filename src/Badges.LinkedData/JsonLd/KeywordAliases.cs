using System.Text;
using System.Text.Json;

namespace Badges.LinkedData.JsonLd;

/// <summary>The words of a context for the keywords that are looked for before a map is read.</summary>
internal sealed class KeywordAliases(ActiveContext active, Dictionary<string, TermDefinition> terms)
{
    // More of them are rather looked up one by one.
    private const int Few = 8;

    private readonly byte[][]? _id = Find(terms, "@id");
    private readonly byte[][]? _type = Find(terms, "@type");
    private readonly byte[][]? _value = Find(terms, "@value");

    public bool IsId(JsonProperty member) => Means(member, "@id"u8, "@id", _id);

    public bool IsType(JsonProperty member) => Means(member, "@type"u8, "@type", _type);

    public bool IsValue(JsonProperty member) => Means(member, "@value"u8, "@value", _value);

    private bool Means(JsonProperty member, ReadOnlySpan<byte> word, string keyword, byte[][]? aliases)
    {
        if (Words.Is(member, word))
        {
            return true;
        }

        if (aliases is null)
        {
            return Words.Find(active, member, out _)?.Iri == keyword;
        }

        foreach (var alias in aliases)
        {
            if (Words.Is(member, alias))
            {
                return true;
            }
        }

        return false;
    }

    private static byte[][]? Find(Dictionary<string, TermDefinition> terms, string keyword)
    {
        var aliases = new List<byte[]>();
        foreach (var (term, definition) in terms)
        {
            if (definition.Iri == keyword && term != keyword)
            {
                aliases.Add(Encoding.UTF8.GetBytes(term));
            }
        }

        return aliases.Count <= Few ? [.. aliases] : null;
    }
}

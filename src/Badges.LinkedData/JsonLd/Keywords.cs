using System.Collections.Frozen;

namespace Badges.LinkedData.JsonLd;

/// <summary>The keywords of JSON-LD 1.1, section 1.7.</summary>
internal static class Keywords
{
    private static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal,
        "@base", "@container", "@context", "@default", "@direction", "@embed", "@explicit", "@graph", "@id", "@import",
        "@included", "@index", "@json", "@language", "@list", "@nest", "@none", "@null", "@omitDefault", "@prefix",
        "@preserve", "@propagate", "@protected", "@requireAll", "@reverse", "@set", "@type", "@value", "@version",
        "@vocab");

    /// <summary>Whether it is a keyword.</summary>
    public static bool Contains(string value) => value is ['@', ..] && All.Contains(value);

    /// <summary>Whether it could become one: <c>@</c> and letters. Such words are ignored.</summary>
    public static bool HasForm(string value)
    {
        if (value is not ['@', _, ..])
        {
            return false;
        }

        foreach (var letter in value.AsSpan(1))
        {
            if (!char.IsAsciiLetter(letter))
            {
                return false;
            }
        }

        return true;
    }
}

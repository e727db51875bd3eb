namespace Badges.LinkedData.JsonLd;

/// <summary>Language tags, BCP 47, section 2.2.9: well-formed as far as RDF asks.</summary>
internal static class LanguageTag
{
    public static bool IsWellFormed(string tag)
    {
        var isFirst = true;
        foreach (var part in tag.AsSpan().Split('-'))
        {
            var subtag = tag.AsSpan(part);
            if (subtag.Length is 0 or > 8)
            {
                return false;
            }

            foreach (var character in subtag)
            {
                if (!char.IsAsciiLetter(character) && (isFirst || !char.IsAsciiDigit(character)))
                {
                    return false;
                }
            }

            isFirst = false;
        }

        return true;
    }
}

namespace Badges.Credentials;

/// <summary>Text that may enter a credential. Control characters are written differently by older RDF canonicalizers
/// than by RDFC-1.0, so a proof over them fails elsewhere: they are refused at input (RDF Dataset Canonicalization 1.0,
/// canonical N-Quads). Bidirectional controls make a reader see another text than the one that is signed.</summary>
public static class CredentialText
{
    /// <summary>Whether the text holds none of U+0000–0008, U+000B, U+000C, U+000E–001F, U+007F, U+202A–202E and
    /// U+2066–2069, and no lone surrogate.</summary>
    public static bool IsPlain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is (< ' ' and not ('\t' or '\n' or '\r')) or '\u007F'
                or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                return false;
            }

            if (char.IsSurrogate(character))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(character, text[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }
}

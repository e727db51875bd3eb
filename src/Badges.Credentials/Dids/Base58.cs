namespace Badges.Credentials.Dids;

/// <summary>base58btc, the encoding behind multibase's <c>z</c>. Controlled Identifiers 1.0, section 2.4.</summary>
internal static class Base58
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>Longer texts are no key and no signature, and decoding costs their square.</summary>
    private const int MaximumLength = 512;

    /// <summary>The bytes, or null when a character is not of the alphabet or the text is too long.</summary>
    public static byte[]? TryDecode(ReadOnlySpan<char> text)
    {
        if (text.Length > MaximumLength)
        {
            return null;
        }

        var bytes = new List<byte>(text.Length); // least significant first
        foreach (var character in text)
        {
            var carry = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (carry < 0)
            {
                return null;
            }

            for (var i = 0; i < bytes.Count; i++)
            {
                carry += bytes[i] * 58;
                bytes[i] = (byte)carry;
                carry >>= 8;
            }

            if (carry > 0)
            {
                bytes.Add((byte)carry);
            }
        }

        var zeros = text.Length - text.TrimStart('1').Length;
        return [.. new byte[zeros], .. Enumerable.Reverse(bytes)];
    }
}

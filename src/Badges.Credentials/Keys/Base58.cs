namespace Badges.Credentials.Keys;

/// <summary>base58btc, the encoding behind multibase's <c>z</c>. Controlled Identifiers 1.0, section 2.4.</summary>
internal static class Base58
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>Longer texts are no key and no signature, and decoding costs their square.</summary>
    private const int MaximumLength = 512;

    /// <summary>The text of the bytes.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var zeros = bytes.Length - bytes.TrimStart((byte)0).Length;
        var digits = new List<int>(bytes.Length * 2); // least significant first
        foreach (var value in bytes)
        {
            var carry = (int)value;
            for (var i = 0; i < digits.Count; i++)
            {
                carry += digits[i] << 8;
                digits[i] = carry % 58;
                carry /= 58;
            }

            for (; carry > 0; carry /= 58)
            {
                digits.Add(carry % 58);
            }
        }

        return string.Create(zeros + digits.Count, digits, (text, all) =>
        {
            text.Fill(Alphabet[0]);
            for (var i = 0; i < all.Count; i++)
            {
                text[text.Length - 1 - i] = Alphabet[all[i]];
            }
        });
    }

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

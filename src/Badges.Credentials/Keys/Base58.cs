using System.Numerics;

namespace Badges.Credentials.Keys;

/// <summary>base58btc, the encoding behind multibase's <c>z</c>. Controlled Identifiers 1.0, section 2.4.</summary>
internal static class Base58
{
    private const string Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// <summary>Longer texts are no key and no signature, and decoding costs their square.</summary>
    private const int MaximumLength = 512;

    /// <summary>Ten digits at a time fit into a machine's word.</summary>
    private const int DigitsAtOnce = 10;
    private const ulong Scale = 58UL * 58 * 58 * 58 * 58 * 58 * 58 * 58 * 58 * 58;

    /// <summary>The text of the bytes.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var zeros = bytes.Length - bytes.TrimStart((byte)0).Length;
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var text = new char[bytes.Length * 2];
        var start = text.Length;
        while (!number.IsZero)
        {
            number = BigInteger.DivRem(number, Scale, out var remainder);
            var digits = (ulong)remainder;
            for (var count = 0; count < DigitsAtOnce && (digits > 0 || !number.IsZero); count++)
            {
                text[--start] = Alphabet[(int)(digits % 58)];
                digits /= 58;
            }
        }

        return new string(Alphabet[0], zeros) + new string(text, start, text.Length - start);
    }

    /// <summary>The bytes, or null when a character is not of the alphabet or the text is too long.</summary>
    public static byte[]? TryDecode(ReadOnlySpan<char> text)
    {
        if (text.Length > MaximumLength)
        {
            return null;
        }

        var zeros = text.Length - text.TrimStart(Alphabet[0]).Length;
        var number = BigInteger.Zero;
        for (var rest = text[zeros..]; rest.Length > 0;)
        {
            var (digits, scale) = (0UL, 1UL);
            var next = rest[..Math.Min(DigitsAtOnce, rest.Length)];
            foreach (var character in next)
            {
                var digit = Alphabet.IndexOf(character, StringComparison.Ordinal);
                if (digit < 0)
                {
                    return null;
                }

                (digits, scale) = ((digits * 58) + (ulong)digit, scale * 58);
            }

            number = (number * scale) + digits;
            rest = rest[next.Length..];
        }

        byte[] significant = number.IsZero ? [] : number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[zeros], .. significant];
    }
}

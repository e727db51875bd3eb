using System.Globalization;

namespace Badges.LinkedData.Jcs;

/// <summary>A double as ECMAScript writes it (RFC 8785, section 3.2.2.3; ECMA-262, Number::toString).</summary>
internal static class EcmaScriptNumber
{
    /// <summary>No number is longer than this.</summary>
    public const int MaximumLength = 32;

    private const int MaximumDigits = 17;

    /// <summary>Writes a finite number and returns how many bytes it took.</summary>
    public static int Write(double number, Span<byte> target)
    {
        if (number == 0) // negative zero too
        {
            target[0] = (byte)'0';
            return 1;
        }

        if (Math.Abs(number) < 1e15 && Math.Truncate(number) == number)
        {
            ((long)number).TryFormat(target, out var written, default, CultureInfo.InvariantCulture);
            return written;
        }

        Span<byte> digits = stackalloc byte[MaximumDigits];
        var (count, point) = ShortestDigits(Math.Abs(number), digits);
        var sign = number < 0 ? 1 : 0;
        target[0] = (byte)'-';
        return sign + Lay(digits[..count], point, target[sign..]);
    }

    // Always d.ddd…E±xxx: the runtime's shortest digits that read back as the same double.
    private static (int Count, int Point) ShortestDigits(double number, Span<byte> digits)
    {
        Span<byte> text = stackalloc byte[MaximumLength];
        number.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        var (count, point, exponent) = (0, -1, 0);
        for (var i = 0; i < length; i++)
        {
            if (text[i] == '.')
            {
                point = count;
            }
            else if (text[i] == 'E')
            {
                exponent = int.Parse(
                    text[(i + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }
            else if (count > 0 || text[i] != '0')
            {
                digits[count++] = text[i];
            }
            else if (point >= 0)
            {
                exponent--; // a zero between the point and the first digit
            }
        }

        point = (point < 0 ? count : point) + exponent;
        while (digits[count - 1] == '0')
        {
            count--;
        }

        return (count, point);
    }

    private static int Lay(ReadOnlySpan<byte> digits, int point, Span<byte> target)
    {
        if (point is > 21 or <= -6)
        {
            return LayWithExponent(digits, point - 1, target);
        }

        if (point <= 0)
        {
            "0."u8.CopyTo(target);
            target.Slice(2, -point).Fill((byte)'0');
            digits.CopyTo(target[(2 - point)..]);
            return 2 - point + digits.Length;
        }

        if (point >= digits.Length)
        {
            digits.CopyTo(target);
            target[digits.Length..point].Fill((byte)'0');
            return point;
        }

        digits[..point].CopyTo(target);
        target[point] = (byte)'.';
        digits[point..].CopyTo(target[(point + 1)..]);
        return digits.Length + 1;
    }

    private static int LayWithExponent(ReadOnlySpan<byte> digits, int exponent, Span<byte> target)
    {
        target[0] = digits[0];
        var length = 1;
        if (digits.Length > 1)
        {
            target[1] = (byte)'.';
            digits[1..].CopyTo(target[2..]);
            length = digits.Length + 1;
        }

        target[length] = (byte)'e';
        target[length + 1] = (byte)(exponent < 0 ? '-' : '+');
        Math.Abs(exponent).TryFormat(target[(length + 2)..], out var written, default, CultureInfo.InvariantCulture);
        return length + 2 + written;
    }
}

using System.Security.Cryptography;

namespace Badges.Server.Storage;

/// <summary>The only identifiers that stand in public addresses: 128 random bits in 22 base58 symbols.</summary>
public static class PublicId
{
    public const int Length = 22;
    private const string Symbols = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    public static string Create()
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        var number = new UInt128(
            BitConverter.ToUInt64(random[..8]), BitConverter.ToUInt64(random[8..]));
        return string.Create(Length, number, static (symbols, rest) =>
        {
            for (var position = symbols.Length - 1; position >= 0; position--)
            {
                (rest, var digit) = UInt128.DivRem(rest, (UInt128)Symbols.Length);
                symbols[position] = Symbols[(int)digit];
            }
        });
    }

    public static bool IsWellFormed(string text) =>
        text.Length == Length && text.All(symbol => Symbols.Contains(symbol, StringComparison.Ordinal));
}

using System.Security.Cryptography;

namespace Badges.Server.Features.Awards;

/// <summary>
/// The code on a card: 10 random symbols and a check symbol, out of 31 that cannot be mistaken for each other. The
/// number of symbols is prime, so the check finds every wrong symbol and every two that were swapped.
/// </summary>
public static class CardCode
{
    public const int Length = 11;
    private const string Symbols = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public static string Create()
    {
        var random = RandomNumberGenerator.GetString(Symbols, Length - 1);
        return random + CheckOf(random);
    }

    /// <summary>As it is printed: 4-4-3.</summary>
    public static string Print(string code) => $"{code[..4]}-{code[4..8]}-{code[8..]}";

    /// <summary>What somebody typed, in capitals and without dashes and blanks.</summary>
    public static string Normalize(string typed) =>
        string.Concat(typed.Where(character => !char.IsWhiteSpace(character) && character is not ('-' or '‐' or '–' or '.')))
            .ToUpperInvariant();

    /// <summary>Whether the check symbol agrees with the others: if not, it was mistyped.</summary>
    public static bool IsWellFormed(string code) =>
        code.Length == Length && code.All(Symbols.Contains) && CheckOf(code[..(Length - 1)]) == code[^1];

    private static char CheckOf(string random)
    {
        var sum = 0;
        for (var place = 0; place < random.Length; place++)
        {
            sum += (place + 2) * Symbols.IndexOf(random[place], StringComparison.Ordinal);
        }

        // The check symbol has weight 1; all of them together are a multiple of 31.
        return Symbols[(Symbols.Length - (sum % Symbols.Length)) % Symbols.Length];
    }
}

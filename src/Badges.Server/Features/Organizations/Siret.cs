namespace Badges.Server.Features.Organizations;

/// <summary>The 14 digits of a French establishment; the last is a check digit (Luhn).</summary>
public static class Siret
{
    public const int Length = 14;
    public const int SirenLength = 9;

    public static bool IsWellFormed(string text)
    {
        if (text.Length != Length || !text.All(char.IsAsciiDigit))
        {
            return false;
        }

        var sum = 0;
        for (var position = 0; position < Length; position++)
        {
            var digit = text[Length - 1 - position] - '0';
            var doubled = position % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }
}

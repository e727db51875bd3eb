using System.Globalization;
using Badges.Server.Storage;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>Reads fields one after the other and keeps what is wrong with them.</summary>
public sealed class FieldReader
{
    private readonly List<FieldFault> _faults = [];

    public IReadOnlyList<FieldFault> Faults => _faults;

    public bool HasFault(string field) => _faults.Any(fault => fault.Field == field);

    public void Refuse(string field, string french, string english) => _faults.Add(new(field, french, english));

    /// <summary>The text without spaces around it; empty when absent. One line, of printable characters.</summary>
    public string Text(string field, string? value, int longest)
    {
        var text = (value ?? "").Trim();
        if (text.Length > longest)
        {
            Refuse(field, $"{longest} caractères au plus ({text.Length} aujourd'hui).",
                $"{longest} characters at most ({text.Length} now).");
        }

        if (!IsPrintable(text))
        {
            Refuse(field, "Ce texte contient un caractère invisible ou un retour à la ligne. Recopiez-le à la main.",
                "This text contains an invisible character or a line break. Type it by hand.");
        }

        return text;
    }

    public string? Optional(string field, string? value, int longest)
    {
        var text = Text(field, value, longest);
        return text.Length == 0 ? null : text;
    }

    public string Given(string field, string text, string french, string english)
    {
        if (text.Length == 0 && !HasFault(field))
        {
            Refuse(field, french, english);
        }

        return text;
    }

    public TEnum Choice<TEnum>(string field, string? value, TEnum absent, string french, string english)
        where TEnum : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return absent;
        }

        if (EnumText.TryParse<TEnum>(value) is { } known)
        {
            return known;
        }

        Refuse(field, french, english);
        return absent;
    }

    public string WebAddress(string field, string text)
    {
        if (!HasFault(field)
            && !(Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
        {
            Refuse(field, "Donnez une adresse qui commence par https://", "Give an address that starts with https://");
        }

        return text;
    }

    public DateOnly Day(string field, string? value)
    {
        if (!DateOnly.TryParseExact(
            value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Refuse(field, "Donnez le jour où cette page a été lue.", "Give the day on which this page was read.");
        }

        return day;
    }

    /// <summary>No control or formatting characters (they hide or reverse what is signed), no half of a pair.</summary>
    private static bool IsPrintable(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == System.Text.Rune.ReplacementChar || System.Text.Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            {
                return false;
            }
        }

        return true;
    }
}

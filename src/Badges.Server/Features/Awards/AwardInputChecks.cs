using Badges.Credentials;
using Badges.Server.Features.Accounts;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.Awards;

/// <summary>What is wrong with what was typed or sent, by field, before any rule is asked.</summary>
public sealed class AwardInputChecks(Language language)
{
    public const int MostEvidence = 20;
    private const int LongestName = 100;
    private const int LongestText = 2000;

    private readonly Dictionary<string, string[]> _errors = [];

    public IReadOnlyDictionary<string, string[]> Errors => _errors;

    /// <summary>Null for nothing but blanks.</summary>
    public static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public void Add(string field, string french, string english) =>
        _errors.TryAdd(field, [language == Language.English ? english : french]);

    public void Badge(string? badgeClass)
    {
        if (Trim(badgeClass) is null)
        {
            Add("badgeClass", "Choisissez un badge.", "Choose a badge.");
        }
    }

    public void Recipient(string? givenName, string? familyName, string? email, string? reference)
    {
        Line("recipient.givenName", givenName);
        Line("recipient.familyName", familyName);
        Line("recipient.reference", reference);
        if (Trim(email) is { } address && !EmailAddress.IsPlausible(address))
        {
            Add("recipient.email", "Vérifiez l'adresse : il lui manque quelque chose.",
                "Check the address: something is missing.");
        }
    }

    public void Evidence(int index, AwardEvidenceRequest item)
    {
        var field = $"evidence[{index}]";
        if (Trim(item.Narrative) is null && Trim(item.Url) is null)
        {
            Add($"{field}.narrative", "Écrivez une phrase, ou donnez une adresse.",
                "Write a sentence, or give an address.");
        }

        Line($"{field}.name", item.Name);
        Text($"{field}.narrative", item.Narrative);
        if (Trim(item.Url) is { } url && !IsWebAddress(url))
        {
            Add($"{field}.url", "Une adresse qui commence par https://.", "An address that begins with https://.");
        }

        if (item.Visibility is not null && EnumText.TryParse<EvidenceVisibility>(item.Visibility) is null)
        {
            Add($"{field}.visibility", "« private » ou « public ».", "\"private\" or \"public\".");
        }
    }

    public void Text(string field, string? text, int longest = LongestText)
    {
        if (text?.Length > longest)
        {
            Add(field, $"{longest} caractères au plus.", $"{longest} characters at most.");
        }

        if (text is not null && !CredentialText.IsPlain(text))
        {
            Add(field, "Ce texte contient un caractère invisible qui n'est pas permis.",
                "This text holds an invisible character that is not allowed.");
        }
    }

    private void Line(string field, string? text) => Text(field, text, LongestName);

    private static bool IsWebAddress(string text) =>
        text.Length <= LongestText && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme is "https" or "http") && Uri.IsWellFormedUriString(text, UriKind.Absolute);
}

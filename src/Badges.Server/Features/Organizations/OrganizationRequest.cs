using Badges.Credentials;
using Badges.Server.Storage;
using Badges.Server.Web;

namespace Badges.Server.Features.Organizations;

/// <summary>What a program sends to enrol a structure.</summary>
public sealed record OrganizationRequest
{
    private static readonly char[] LineSeparators = ['\u2028', '\u2029'];

    public string? Slug { get; init; }
    public string? Name { get; init; }
    public string? Kind { get; init; }
    public string? Siret { get; init; }
    public string? LegalName { get; init; }
    public string? Town { get; init; }
    public string? Department { get; init; }
    public string? PublicEmail { get; init; }
    public string? PublicPhone { get; init; }
    public string? Website { get; init; }
    public DateOnly? RecognisedFrom { get; init; }

    /// <summary>What is wrong, by field, in the caller's language; empty when nothing is.</summary>
    public IReadOnlyDictionary<string, string[]> Check(Language language)
    {
        var english = language == Language.English;
        var errors = new Dictionary<string, string[]>();
        if (Slug is null || !Organizations.Slug.IsWellFormed(Slug))
        {
            errors["slug"] = [english
                ? "Lower-case letters, digits and dashes only, 60 at most."
                : "Des lettres minuscules, des chiffres et des tirets seulement, 60 au plus."];
        }

        if (string.IsNullOrWhiteSpace(Name) || Name.Length > 200)
        {
            errors["name"] = [english ? "Write the structure's name." : "Écrivez le nom de la structure."];
        }

        if (EnumText.TryParse<OrganizationKind>(Kind) is null or OrganizationKind.Network)
        {
            errors["kind"] = [english
                ? "One of aci, ai, ei, eiti, etti, partner."
                : "Une de ces valeurs : aci, ai, ei, eiti, etti, partner."];
        }

        if (Siret is not null && !Organizations.Siret.IsWellFormed(Siret))
        {
            errors["siret"] = [english
                ? "A SIRET has 14 digits; check them again."
                : "Un SIRET a 14 chiffres ; vérifiez-les."];
        }

        if (Website is not null && !(Uri.TryCreate(Website, UriKind.Absolute, out var website)
            && website.Scheme is "https" or "http"))
        {
            errors["website"] = [english ? "An address that begins with https://." : "Une adresse qui commence par https://."];
        }

        foreach (var (field, text) in Texts)
        {
            if (text is not null && !IsPlainLine(text))
            {
                errors.TryAdd(field, [english
                    ? "This text holds a line break or an invisible character that is not allowed."
                    : "Ce texte contient un retour à la ligne ou un caractère invisible qui n'est pas permis."]);
            }
        }

        return errors;
    }

    private (string Field, string? Text)[] Texts =>
    [
        ("name", Name), ("legalName", LegalName), ("town", Town), ("department", Department),
        ("publicEmail", PublicEmail), ("publicPhone", PublicPhone), ("website", Website),
    ];

    private static bool IsPlainLine(string text) =>
        CredentialText.IsPlain(text) && !text.Any(char.IsControl) && text.IndexOfAny(LineSeparators) < 0;
}

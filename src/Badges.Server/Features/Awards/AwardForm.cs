using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Server.Callers;
using Badges.Server.Features.Accounts;
using Badges.Server.Features.Recipients;
using Badges.Server.Web;

namespace Badges.Server.Features.Awards;

/// <summary>What the browser posts to award a badge.</summary>
public sealed record AwardForm
{
    public const string DayFormat = "yyyy-MM-dd";

    public string? Organization { get; init; }
    public string? RecipientId { get; init; }
    public string? GivenName { get; init; }
    public string? FamilyName { get; init; }
    public string? Email { get; init; }
    public string? Reference { get; init; }
    public string? ObservedOn { get; init; }

    /// <summary>The positions of the criteria that are ticked.</summary>
    public string[]? Criteria { get; init; }

    public string? Evidence { get; init; }
    public string? EvidenceIsPublic { get; init; }
    public string? ConfirmPublicText { get; init; }
    public string? TieToEmail { get; init; }
    public string? Expires { get; init; }

    /// <summary>Made with the form: pressing the button twice awards once.</summary>
    public string? RequestKey { get; init; }

    public static string CreateKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    public static bool IsTicked(string? value) => value == "true";

    /// <summary>What is wrong before any rule is asked, by the form's own field names.</summary>
    public IReadOnlyDictionary<string, string[]> Check()
    {
        var checks = new AwardInputChecks(Language.French);
        if (Guid.TryParse(RecipientId, out _) && (AwardInputChecks.Trim(GivenName) ?? AwardInputChecks.Trim(FamilyName))
            is not null)
        {
            checks.Add("recipient.id", "Choisissez une personne ou écrivez un nom, pas les deux.",
                "Choose a person or write a name, not both.");
        }

        checks.Recipient(GivenName, FamilyName, Email, Reference);
        checks.Text("evidence", Evidence);
        CheckDay(checks, "observedOn", ObservedOn);
        CheckDay(checks, "expires", Expires);
        return checks.Errors;
    }

    public AwardCommand ToCommand(Caller caller, string badgeSlug) => new()
    {
        Caller = caller,
        BadgeClass = badgeSlug,
        Organization = AwardInputChecks.Trim(Organization),
        Recipient = ToRecipient(),
        Criteria = Criteria ?? [],
        Evidence = AwardInputChecks.Trim(Evidence) is { } text
            ? [new EvidenceInput { Narrative = text, Visibility = VisibilityOf(EvidenceIsPublic) }]
            : [],
        ObservedOn = DayOf(ObservedOn),
        Expires = DayOf(Expires),
        Identity = IsTicked(TieToEmail) ? IdentityKind.Email : IdentityKind.Secret,
        ConfirmPublicText = IsTicked(ConfirmPublicText),
        Source = AwardSource.Page,
        Mark = AwardInputChecks.Trim(RequestKey) is { Length: <= 64 } key ? new RequestMark(key, Hash()) : null,
    };

    /// <summary>Somebody chosen from the list, or else the person that was typed.</summary>
    private RecipientInput ToRecipient() => Guid.TryParse(RecipientId, out var id)
        ? new RecipientInput { Id = id }
        : new RecipientInput
        {
            GivenName = AwardInputChecks.Trim(GivenName),
            FamilyName = AwardInputChecks.Trim(FamilyName),
            Email = AwardInputChecks.Trim(Email) is { } email ? EmailAddress.Normalize(email) : null,
            Reference = AwardInputChecks.Trim(Reference),
        };

    private string Hash() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this))));

    private static EvidenceVisibility VisibilityOf(string? isPublic) =>
        IsTicked(isPublic) ? EvidenceVisibility.Public : EvidenceVisibility.Private;

    private static void CheckDay(AwardInputChecks checks, string field, string? text)
    {
        if (AwardInputChecks.Trim(text) is not null && DayOf(text) is null)
        {
            checks.Add(field, "Une date s'écrit jour, mois, année.", "A date is day, month, year.");
        }
    }

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}

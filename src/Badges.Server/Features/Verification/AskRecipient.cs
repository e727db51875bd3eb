using System.Net;
using Badges.Credentials.Verification;
using Badges.Server.Features.Accounts;
using Badges.Server.Web.Components;

namespace Badges.Server.Features.Verification;

/// <summary>
/// « Est-ce bien cette personne ? » An employer learns yes, or that we cannot confirm, never no: a badge that is not tied
/// to an address and one that is tied to another are answered alike. Nothing is kept but the number of tries.
/// </summary>
public sealed class AskRecipient(RecipientTries tries)
{
    /// <summary>Why this cannot be compared now; null when it can, which uses up a try.</summary>
    public RecipientAnswer? Refuse(string? typed, IPAddress? client, string badge) =>
        AddressOf(typed) is null ? RecipientAnswer.NotAnAddress
            : tries.TryTake(client, badge) ? null
            : RecipientAnswer.TooManyTries;

    /// <summary>The e-mail address in what was typed, or null: by another identity nobody is asked for here.</summary>
    public static string? AddressOf(string? typed) =>
        typed?.Trim() is { } email && EmailAddress.IsPlausible(email) ? email : null;

    public static int StatusOf(RecipientAnswer answer) => answer switch
    {
        RecipientAnswer.NotAnAddress => StatusCodes.Status400BadRequest,
        RecipientAnswer.TooManyTries => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status200OK,
    };

    /// <summary>What the check of the recipient comes to, once the badge is what its issuer made.</summary>
    public static RecipientAnswer AnswerOf(VerificationReport report) =>
        report.IsGenuine
        && report.Checks.Any(check => check is { Id: CheckIds.Recipient, Outcome: CheckOutcome.Passed })
            ? RecipientAnswer.Yes
            : RecipientAnswer.CannotConfirm;
}

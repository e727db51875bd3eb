using System.Globalization;
using Badges.Server.Calendar;
using Badges.Server.Callers;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.Recipients;
using Badges.Server.Web;

namespace Badges.Server.Features.Awards;

/// <summary>Who may award what to whom, and when. Pure: everything it needs is in its arguments.</summary>
public static class AwardRules
{
    public static Result<Approved, AwardRefusal> Decide(
        AwardCommand command, AwardContext context, DateTimeOffset now)
    {
        if (context.Badge is not { } badge)
        {
            return AwardRefusal.BadgeNotFound;
        }

        if (RefuseOrganization(command.Caller, context) is { } organizationRefusal)
        {
            return organizationRefusal;
        }

        if (context.Version is not { } version)
        {
            return AwardRefusal.BadgeNotPublished;
        }

        if (context.Organization is not { } organization)
        {
            return AwardRefusal.OrganizationNotFound;
        }

        var at = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var today = ParisCalendar.DayOf(at);
        var criteria = ChooseCriteria(command.Criteria, version);
        var refusal = RefuseBadge(badge, context.Awarders, organization, today)
            ?? RefuseRecipient(command, context)
            ?? RefuseDates(command, badge, today)
            ?? RefuseContent(command, context, version, criteria)
            ?? (context is { Issuer: not null, Keys: null } ? AwardRefusal.IssuerHasNoKey : null);
        if (refusal is { } no)
        {
            return no;
        }

        return new Approved
        {
            Command = command,
            Badge = badge,
            Version = version,
            Organization = organization,
            KnownRecipient = context.Recipient.Known,
            Criteria = criteria ?? [],
            HashedEmail = command.Identity == IdentityKind.Email ? EmailOf(command, context) : null,
            At = at,
            EarnedAt = EarnedAt(command, at),
            ValidUntil = EndOf(command, version, today),
        };
    }

    private static AwardRefusal? RefuseOrganization(Caller caller, AwardContext context)
    {
        if (context.IsOrganizationMissing)
        {
            return AwardRefusal.OrganizationMissing;
        }

        if (context.Organization is not { } organization)
        {
            return AwardRefusal.OrganizationNotFound;
        }

        return caller.MayAwardFor(organization.Id) ? null : AwardRefusal.NotAllowedToAward;
    }

    private static AwardRefusal? RefuseBadge(
        Badge badge, IReadOnlyList<BadgeAwarder> awarders, Organization organization, DateOnly today)
    {
        if (badge.IsRetired)
        {
            return AwardRefusal.BadgeRetired;
        }

        if (organization.IsClosed(today))
        {
            return AwardRefusal.OrganizationClosed;
        }

        return BadgePolicy.MayAward(badge, awarders, organization, today) ? null : AwardRefusal.NotAllowedToAward;
    }

    private static AwardRefusal? RefuseRecipient(AwardCommand command, AwardContext context)
    {
        if (command.Recipient.IsEmpty)
        {
            return AwardRefusal.RecipientMissing;
        }

        if (context.Recipient.IsUnknownId)
        {
            return AwardRefusal.RecipientNotFound;
        }

        if (context.Recipient.IsAmbiguous)
        {
            return AwardRefusal.RecipientAmbiguous;
        }

        if (IsCaller(command, context))
        {
            return AwardRefusal.SelfAward;
        }

        if (command.Identity == IdentityKind.Email && EmailOf(command, context) is null)
        {
            return AwardRefusal.EmailMissing;
        }

        return context.HoldsBadge ? AwardRefusal.AlreadyHolds : null;
    }

    private static bool IsCaller(AwardCommand command, AwardContext context)
    {
        if (command.Caller.Kind != CallerKind.Account)
        {
            return false;
        }

        var known = context.Recipient.Known;
        return (known?.AccountId is { } account && account == command.Caller.Id)
            || (context.CallerEmail is { } email && (email == command.Recipient.Email || email == known?.Email));
    }

    private static AwardRefusal? RefuseDates(AwardCommand command, Badge badge, DateOnly today)
    {
        if (command.ObservedOn > today)
        {
            return AwardRefusal.DateInFuture;
        }

        if (command.ObservedOn < ParisCalendar.DayOf(badge.CreatedAt))
        {
            return AwardRefusal.DateBeforeBadge;
        }

        return command.Expires < today ? AwardRefusal.ExpiryInPast : null;
    }

    private static AwardRefusal? RefuseContent(
        AwardCommand command, AwardContext context, BadgeVersion version, IReadOnlyList<BadgeCriterion>? criteria)
    {
        if (criteria is null)
        {
            return AwardRefusal.CriterionUnknown;
        }

        if (version.Criteria.Any(criterion => criterion.IsMandatory && !criteria.Contains(criterion)))
        {
            return AwardRefusal.MandatoryCriterionMissing;
        }

        if (command.Evidence.Count == 0 && version.EvidenceRules.Any(rule => rule.IsMandatory))
        {
            return AwardRefusal.EvidenceMissing;
        }

        var published = command.Evidence.Where(item => item.Visibility == EvidenceVisibility.Public).ToList();
        if (published.Any(item => NamesTheRecipient(item, command.Recipient, context.Recipient.Known)))
        {
            return AwardRefusal.PublicTextNamesTheRecipient;
        }

        return published.Count > 0 && !command.ConfirmPublicText ? AwardRefusal.PublicTextNotConfirmed : null;
    }

    /// <summary>Whole words, without regard to case and accents: « Rose » is in « rose », not in « arrosé ».</summary>
    private static bool NamesTheRecipient(EvidenceInput item, RecipientInput input, Recipient? known)
    {
        var text = $"{item.Name} / {item.Narrative} / {item.Url}";
        string?[] names =
        [
            input.GivenName, input.FamilyName, input.Email, input.Reference,
            known?.GivenName, known?.FamilyName, known?.Email, known?.OwnReference,
        ];
        return names.Any(name => name is not null && FoldedText.ContainsWords(text, name));
    }

    /// <summary>The criteria that were named, in the order of the badge; null when one of them is none of its.</summary>
    private static List<BadgeCriterion>? ChooseCriteria(IReadOnlyList<string>? wanted, BadgeVersion version)
    {
        if (wanted is null)
        {
            return [.. version.Criteria];
        }

        var chosen = wanted
            .Select(each => version.Criteria.FirstOrDefault(criterion => IsNamed(criterion, each)))
            .OfType<BadgeCriterion>()
            .ToList();
        return chosen.Count == wanted.Count ? [.. chosen.Distinct().OrderBy(each => each.Position)] : null;
    }

    private static bool IsNamed(BadgeCriterion criterion, string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? criterion.Position == position
            : criterion.Texts.Values.Any(text => FoldedText.Of(text) == FoldedText.Of(name));

    private static string? EmailOf(AwardCommand command, AwardContext context) =>
        command.Recipient.Email ?? context.Recipient.Known?.Email;

    private static DateTimeOffset EarnedAt(AwardCommand command, DateTimeOffset at) =>
        command.ObservedOn is { } day && ParisCalendar.StartOf(day) < at ? ParisCalendar.StartOf(day) : at;

    private static DateTimeOffset? EndOf(AwardCommand command, BadgeVersion version, DateOnly today) =>
        (command.Expires, version.ValidMonths) switch
        {
            ({ } day, _) => ParisCalendar.EndOf(day),
            (null, { } months) => ParisCalendar.EndOf(today.AddMonths(months)),
            _ => null,
        };
}

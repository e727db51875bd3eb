using System.Globalization;
using Badges.Server.Calendar;
using Badges.Server.Callers;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.Recipients;
using Badges.Server.Web;
using Badges.Server.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Badges.Server.Features.Awards;

/// <summary>Awarding from a phone in the workshop: one form, one page to hand the badge over.</summary>
public sealed class AwardPages(
    BadgeStore badges, OrganizationStore organizations, RecipientStore recipients, AwardBadge award, TimeProvider time)
{
    private const string Pattern = "/badges/{slug}/attribuer";

    /// <summary>The form's own names for the fields of the API.</summary>
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["organization"] = nameof(AwardForm.Organization),
        ["recipient"] = nameof(AwardForm.GivenName),
        ["recipient.id"] = nameof(AwardForm.RecipientId),
        ["recipient.givenName"] = nameof(AwardForm.GivenName),
        ["recipient.familyName"] = nameof(AwardForm.FamilyName),
        ["recipient.email"] = nameof(AwardForm.Email),
        ["recipient.reference"] = nameof(AwardForm.Reference),
        ["observedOn"] = nameof(AwardForm.ObservedOn),
        ["expires"] = nameof(AwardForm.Expires),
        ["criteria"] = nameof(AwardForm.Criteria),
        ["evidence"] = nameof(AwardForm.Evidence),
        ["confirmPublicText"] = nameof(AwardForm.ConfirmPublicText),
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Pattern, ShowAsync).RequireAuthorization(Access.Award).ExcludeFromDescription();
        routes.MapPost(Pattern, PostAsync).RequireAuthorization(Access.Award).ExcludeFromDescription();
    }

    private static Task<IResult> ShowAsync(
        string slug, Caller caller, Viewer viewer, AwardPages pages, CancellationToken cancellationToken) =>
        pages.ShowFormAsync(slug, caller, viewer, null, [], StatusCodes.Status200OK, cancellationToken);

    private static async Task<IResult> PostAsync(
        string slug, [FromForm] AwardForm? form, Caller caller, Viewer viewer, AwardPages pages,
        CancellationToken cancellationToken)
    {
        form ??= new AwardForm(); // no field was posted
        var errors = form.Check();
        if (errors.Count > 0)
        {
            return await pages.RefuseAsync(
                slug, caller, viewer, form, [.. errors.Select(error => ErrorOf(error.Key, error.Value[0]))],
                cancellationToken);
        }

        var result = await pages.RunAsync(form.ToCommand(caller, slug), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await pages.RefuseAsync(slug, caller, viewer, form, [ErrorOf(refusal)], cancellationToken);
        }

        return TypedResults.LocalRedirect($"{AwardListPages.PathOf(result.Value)}?remis=1");
    }

    private Task<Result<string, AwardRefusal>> RunAsync(AwardCommand command, CancellationToken cancellationToken) =>
        award.RunAsync(command, cancellationToken);

    private Task<IResult> RefuseAsync(
        string slug, Caller caller, Viewer viewer, AwardForm form, IReadOnlyList<FieldError> errors,
        CancellationToken cancellationToken) =>
        ShowFormAsync(
            slug, caller, viewer, form, errors, StatusCodes.Status422UnprocessableEntity, cancellationToken);

    private async Task<IResult> ShowFormAsync(
        string slug, Caller caller, Viewer viewer, AwardForm? typed, IReadOnlyList<FieldError> errors, int status,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is not { } published)
        {
            return TypedResults.NotFound();
        }

        var today = ParisCalendar.DayOf(time.GetUtcNow());
        var form = typed ?? new AwardForm
        {
            ObservedOn = today.ToString(AwardForm.DayFormat, CultureInfo.InvariantCulture),
        };
        var choices = await ListStructuresAsync(caller, cancellationToken);
        var model = new AwardFormModel
        {
            Published = published,
            Organizations = choices,
            People = await ListPeopleAsync(caller, choices, form, cancellationToken),
            Form = form with { RequestKey = AwardForm.CreateKey() },
            Today = today,
            Errors = errors,
        };
        return AwardFormPage.Show(viewer, model, status);
    }

    /// <summary>The newest published version; a badge that was never published has no form.</summary>
    private Task<PublishedBadge?> FindAsync(string slug, CancellationToken cancellationToken) =>
        badges.FindPublishedAsync(slug, cancellationToken);

    private async Task<IReadOnlyList<Organization>> ListStructuresAsync(
        Caller caller, CancellationToken cancellationToken)
    {
        if (!caller.IsNetwork && caller.OrganizationIds.Count < 2)
        {
            return [];
        }

        var all = await organizations.ListAsync(cancellationToken);
        return [.. all.Where(organization => caller.MayAwardFor(organization.Id))];
    }

    private async Task<IReadOnlyList<Recipient>> ListPeopleAsync(
        Caller caller, IReadOnlyList<Organization> choices, AwardForm form, CancellationToken cancellationToken)
    {
        var organizationId = choices.Count == 0
            ? caller.OrganizationIds[0]
            : choices.FirstOrDefault(each => each.Slug == form.Organization)?.Id;
        return organizationId is { } id ? await recipients.ListAsync(id, cancellationToken) : [];
    }

    private static FieldError ErrorOf(AwardRefusal refusal)
    {
        if (refusal == AwardRefusal.IdempotencyKeyReused)
        {
            return new FieldError(null, "Ce formulaire a déjà servi. Voyez vos remises, ou envoyez-le à nouveau.");
        }

        var text = AwardRefusalTexts.Of(refusal);
        return ErrorOf(text.Field, text.French);
    }

    private static FieldError ErrorOf(string? field, string message) =>
        new(field is null ? null : Fields.GetValueOrDefault(field), message);
}

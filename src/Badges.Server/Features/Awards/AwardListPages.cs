using Badges.Server.Callers;
using Badges.Server.Web;
using Badges.Server.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Badges.Server.Features.Awards;

/// <summary>« Badges remis par ma structure »: the list, one badge to hand over, and taking it back.</summary>
public static class AwardListPages
{
    private const string ListPath = "/remises";
    private const int PageSize = 24;

    /// <summary>The form's own names for the fields of the API.</summary>
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["reason"] = nameof(RevocationForm.Reason),
        ["note"] = nameof(RevocationForm.Note),
    };

    public static string PathOf(string publicId) => $"{ListPath}/{publicId}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(ListPath).RequireAuthorization(Access.Award).ExcludeFromDescription();
        group.MapGet("", ListAsync);
        group.MapGet("{id}", ShowAsync);
        group.MapPost("{id}/retrait", RevokeAsync);
    }

    private static async Task<IResult> ListAsync(
        string? apres, Caller caller, Viewer viewer, AwardViewStore views, CancellationToken cancellationToken)
    {
        var after = AwardCursor.TryRead(apres);
        var found = await views.ListAsync(caller, after, PageSize, cancellationToken);
        var page = found.Take(PageSize).ToList();
        return AwardListPage.Show(viewer, new AwardListModel
        {
            Awards = page,
            ShowsStructures = caller.IsNetwork || caller.OrganizationIds.Count > 1,
            FirstHref = after is null ? null : ListPath,
            NextHref = found.Count > PageSize ? $"{ListPath}?apres={AwardCursor.After(page[^1])}" : null,
        });
    }

    private static Task<IResult> ShowAsync(
        string id, string? remis, string? retire, Caller caller, Viewer viewer, AwardViewStore views,
        AwardAddresses addresses, CancellationToken cancellationToken) =>
        ShowAwardAsync(
            id, caller, viewer, views, addresses,
            model => model with { WasJustAwarded = remis is not null, WasJustRevoked = retire is not null },
            StatusCodes.Status200OK, cancellationToken);

    private static async Task<IResult> RevokeAsync(
        string id, [FromForm] RevocationForm? form, Caller caller, Viewer viewer, RevokeAward revoke,
        AwardViewStore views, AwardAddresses addresses, CancellationToken cancellationToken)
    {
        form ??= new RevocationForm(); // no field was posted
        var input = RevocationInput.Read(form.Reason, form.Note, Language.French);
        IReadOnlyList<FieldError> errors =
            [.. input.Errors.Select(error => new FieldError(Fields[error.Key], error.Value[0]))];
        if (input is { Reason: { } reason, Errors.Count: 0 })
        {
            var command = new RevokeAward.Command
            {
                Caller = caller,
                PublicId = id,
                Reason = reason,
                Note = input.Note,
            };
            switch ((await revoke.RunAsync(command, cancellationToken)).Refusal)
            {
                case null:
                    return TypedResults.LocalRedirect($"{PathOf(id)}?retire=1");
                case RevocationRefusal.AwardNotFound:
                    return TypedResults.NotFound();
                default:
                    errors = [new FieldError(null, "Ce badge a déjà été retiré.")];
                    break;
            }
        }

        return await ShowAwardAsync(
            id, caller, viewer, views, addresses, model => model with { Form = form, Errors = errors },
            StatusCodes.Status422UnprocessableEntity, cancellationToken);
    }

    private static async Task<IResult> ShowAwardAsync(
        string id, Caller caller, Viewer viewer, AwardViewStore views, AwardAddresses addresses,
        Func<AwardPageModel, AwardPageModel> change, int status, CancellationToken cancellationToken) =>
        await views.FindAsync(caller, id, cancellationToken) is { } details
            ? AwardPage.Show(viewer, change(AwardPageModel.Of(details, addresses)), status)
            : TypedResults.NotFound();
}

/// <summary>What the browser posts to take a badge back.</summary>
public sealed record RevocationForm
{
    public string? Reason { get; init; }
    public string? Note { get; init; }
}

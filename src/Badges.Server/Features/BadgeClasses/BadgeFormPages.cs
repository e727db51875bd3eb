using Badges.Server.Callers;
using Badges.Server.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>The network's forms: a new badge, its draft, publishing, a new version, retiring. French only.</summary>
public static class BadgeFormPages
{
    public const string ListPath = "/gestion/badges";
    public const string NewPath = "/badges/nouveau";

    public static string EditPathOf(string slug) => $"/badges/{slug}/modifier";

    public static string PicturePathOf(string slug) => $"/badges/{slug}/image";

    public static string PublishPathOf(string slug) => $"/badges/{slug}/publier";

    public static string NewVersionPathOf(string slug) => $"/badges/{slug}/nouvelle-version";

    public static string RetirePathOf(string slug) => $"/badges/{slug}/retirer";

    /// <summary>Names the picture, so that a browser does not show an older one.</summary>
    public static string DraftPicturePathOf(string slug, BadgeVersion draft) =>
        $"/badges/{slug}/brouillon.svg?image={draft.ImageId:N}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").RequireAuthorization(Access.Administer).ExcludeFromDescription();
        pages.MapGet(ListPath, ListAsync);
        pages.MapGet(NewPath, ShowNew);
        pages.MapPost(NewPath, DefineAsync);
        pages.MapGet("/badges/{slug}/modifier", ShowDraftAsync);
        pages.MapPost("/badges/{slug}/modifier", ChangeAsync);
        pages.MapPost("/badges/{slug}/nouvelle-version", StartVersionAsync);
        pages.MapGet("/badges/{slug}/publier", AskPublishAsync);
        pages.MapPost("/badges/{slug}/publier", PublishAsync);
        pages.MapGet("/badges/{slug}/retirer", AskRetireAsync);
        pages.MapPost("/badges/{slug}/retirer", RetireAsync);
        PictureFormPages.Map(pages);
    }

    private static async Task<RazorComponentResult> ListAsync(
        string? apres, Viewer viewer, BadgeStore badges, CancellationToken cancellationToken)
    {
        var page = PagedList<BadgeSummary>.Of(
            await badges.ListAllAsync(apres ?? "", PagedList<BadgeSummary>.DefaultLimit + 1, cancellationToken),
            PagedList<BadgeSummary>.DefaultLimit,
            badge => badge.Slug);
        return BadgeListPage.Show(viewer, page);
    }

    private static RazorComponentResult ShowNew(Viewer viewer) => BadgeFormPage.Show(viewer, BadgeFormModel.New());

    private static async Task<IResult> DefineAsync(
        IFormCollection fields, Viewer viewer, Caller caller, DefineBadge define, CancellationToken cancellationToken)
    {
        var form = BadgeForm.Read(fields);
        var faults = form.FaultsOfNew();
        if (faults.Count > 0)
        {
            return ShowAgain(viewer, form, null, BadgeRefused.Because(faults));
        }

        var result = await define.RunAsync(form.Typed, caller, cancellationToken);
        return result.Refusal is { } refusal
            ? ShowAgain(viewer, form, null, refusal)
            : TypedResults.LocalRedirect(PicturePathOf(result.Value.Badge.Slug));
    }

    private static async Task<IResult> ShowDraftAsync(
        string slug, Viewer viewer, Caller caller, LoadBadgeView views, CancellationToken cancellationToken) =>
        await views.RunAsync(slug, caller, cancellationToken) switch
        {
            { Draft: { } draft } view when view.Badge.Slug == slug => BadgeFormPage.Show(viewer, BadgeFormModel.Of(
                view.Badge, draft, (view.Awarders ?? []).Select(structure => structure.Slug))),
            _ => TypedResults.NotFound(),
        };

    private static async Task<IResult> ChangeAsync(
        string slug, IFormCollection fields, Viewer viewer, Caller caller, ChangeDraft change,
        CancellationToken cancellationToken)
    {
        var form = BadgeForm.Read(fields);
        if (form.Faults.Count > 0)
        {
            return ShowAgain(viewer, form, slug, BadgeRefused.Because(form.Faults));
        }

        var result = await change.RunAsync(slug, form.Typed with { Slug = null }, caller, cancellationToken);
        return result.Refusal switch
        {
            null => TypedResults.LocalRedirect(PublishPathOf(slug)),
            { Reason: BadgeRefusal.BadgeNotFound } => TypedResults.NotFound(),
            { } refusal => ShowAgain(viewer, form, slug, refusal),
        };
    }

    private static async Task<IResult> StartVersionAsync(
        string slug, IFormCollection _, Caller caller, StartNewVersion start, CancellationToken cancellationToken)
    {
        var result = await start.RunAsync(slug, caller, cancellationToken);
        return result.Refusal switch
        {
            null or { Reason: BadgeRefusal.DraftExists } => TypedResults.LocalRedirect(EditPathOf(slug)),
            { Reason: BadgeRefusal.BadgeNotFound } => TypedResults.NotFound(),
            _ => TypedResults.LocalRedirect($"/badges/{slug}"),
        };
    }

    private static async Task<IResult> AskPublishAsync(
        string slug, Viewer viewer, Caller caller, LoadBadgeView views, CancellationToken cancellationToken) =>
        await views.RunAsync(slug, caller, cancellationToken) switch
        {
            { Draft: { } draft } view when view.Badge.Slug == slug =>
                PublishPage.Show(viewer, PublishModel.Of(view.Badge, draft, BadgeDefinition.Missing(draft))),
            _ => TypedResults.NotFound(),
        };

    private static async Task<IResult> PublishAsync(
        string slug, IFormCollection _, Viewer viewer, Caller caller, PublishVersion publish, LoadBadgeView views,
        CancellationToken cancellationToken)
    {
        var result = await publish.RunAsync(slug, caller, cancellationToken);
        if (result.Refusal is not { } refusal)
        {
            return TypedResults.LocalRedirect($"/badges/{slug}");
        }

        return await views.RunAsync(slug, caller, cancellationToken) is { Draft: { } draft } view
            ? PublishPage.Show(
                viewer, PublishModel.Of(view.Badge, draft, refusal.Faults), StatusCodes.Status422UnprocessableEntity)
            : TypedResults.NotFound();
    }

    private static async Task<IResult> AskRetireAsync(
        string slug, Viewer viewer, BadgeStore badges, CancellationToken cancellationToken) =>
        await badges.FindPublishedAsync(slug, cancellationToken) is { Badge.IsRetired: false } published
            ? RetirePage.Show(viewer, new RetireModel(slug, published.Version.French.Name))
            : TypedResults.NotFound();

    private static async Task<IResult> RetireAsync(
        string slug, IFormCollection _, Caller caller, RetireBadge retire, CancellationToken cancellationToken)
    {
        var result = await retire.RunAsync(slug, caller, cancellationToken);
        return result.Refusal is { Reason: BadgeRefusal.BadgeNotFound }
            ? TypedResults.NotFound()
            : TypedResults.LocalRedirect($"/badges/{slug}");
    }

    /// <summary>With what was typed, and what is wrong.</summary>
    private static RazorComponentResult ShowAgain(Viewer viewer, BadgeForm form, string? slug, BadgeRefused refused) =>
        BadgeFormPage.Show(
            viewer,
            BadgeFormModel.Of(form, slug, refused.Faults.Count > 0
                ? refused.Faults
                : [new FieldFault(
                    refused.Reason == BadgeRefusal.SlugTaken ? "slug" : "name",
                    refused.Reason.Sentence(Language.French),
                    refused.Reason.Sentence(Language.English))]),
            StatusCodes.Status422UnprocessableEntity);
}

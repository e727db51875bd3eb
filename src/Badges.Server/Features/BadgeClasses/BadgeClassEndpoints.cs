using Badges.Server.Callers;
using Badges.Server.Settings;
using Badges.Server.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>The JSON API of badges. Reading what is published is public; everything else is the network's.</summary>
public static class BadgeClassEndpoints
{
    private const string Root = "/api/v1/badge-classes";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Root).WithTags("Badge classes").RefuseOtherSites();
        group.MapGet("", ListAsync).AllowAnonymous();
        group.MapPost("", DefineAsync).RequireAuthorization(Access.Administer);
        group.MapGet("/{id}", ShowAsync).AllowAnonymous();
        group.MapPut("/{id}", ChangeAsync).RequireAuthorization(Access.Administer);
        group.MapPost("/{id}/versions", StartVersionAsync).RequireAuthorization(Access.Administer);
        group.MapPost("/{id}/publish", PublishAsync).RequireAuthorization(Access.Administer);
        group.MapPost("/{id}/retire", RetireAsync).RequireAuthorization(Access.Administer);
        group.MapPut("/{id}/image", SetImageAsync).RequireAuthorization(Access.Administer)
            .Accepts<PictureRequest>("application/json", "multipart/form-data");
    }

    /// <summary>The published badges; the network sees drafts too.</summary>
    private static async Task<Ok<PagedList<BadgeSummaryResponse>>> ListAsync(
        int? limit, string? cursor, Caller caller, BadgeStore badges, BadgesOptions options,
        CancellationToken cancellationToken)
    {
        var most = PagedList<BadgeSummaryResponse>.Limit(limit);
        var after = cursor ?? "";
        var found = caller.IsNetwork
            ? await badges.ListAllAsync(after, most + 1, cancellationToken)
            : await badges.ListPublishedAsync(after, most + 1, cancellationToken);
        return TypedResults.Ok(PagedList<BadgeSummaryResponse>.Of(
            [.. found.Select(badge => BadgeSummaryResponse.From(badge, options))], most, badge => badge.Slug));
    }

    /// <summary>One badge: its published version, and its draft for the network.</summary>
    private static async Task<Results<Ok<BadgeResponse>, ProblemHttpResult>> ShowAsync(
        string id, Caller caller, Viewer viewer, LoadBadgeView view, BadgesOptions options,
        CancellationToken cancellationToken) =>
        await view.RunAsync(id, caller, cancellationToken) is { } badge
            ? TypedResults.Ok(BadgeResponse.From(badge, options))
            : Refuse(BadgeRefused.Because(BadgeRefusal.BadgeNotFound), viewer);

    /// <summary>Defines a badge with its first draft.</summary>
    private static async Task<Results<Created<BadgeResponse>, ProblemHttpResult>> DefineAsync(
        BadgeRequest request, Caller caller, Viewer viewer, DefineBadge define, LoadBadgeView view,
        BadgesOptions options, CancellationToken cancellationToken)
    {
        var result = await define.RunAsync(request, caller, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return Refuse(refusal, viewer);
        }

        var slug = result.Value.Badge.Slug;
        return TypedResults.Created(
            $"{Root}/{slug}", await AnswerAsync(slug, caller, view, options, cancellationToken));
    }

    /// <summary>Changes the draft; a published version never changes.</summary>
    private static async Task<Results<Ok<BadgeResponse>, ProblemHttpResult>> ChangeAsync(
        string id, BadgeRequest request, Caller caller, Viewer viewer, ChangeDraft change, LoadBadgeView view,
        BadgesOptions options, CancellationToken cancellationToken)
    {
        var result = await change.RunAsync(id, request, caller, cancellationToken);
        return result.Refusal is { } refusal
            ? Refuse(refusal, viewer)
            : TypedResults.Ok(await AnswerAsync(result.Value.Badge.Slug, caller, view, options, cancellationToken));
    }

    /// <summary>Starts the draft of a new version.</summary>
    private static async Task<Results<Created<BadgeResponse>, ProblemHttpResult>> StartVersionAsync(
        string id, Caller caller, Viewer viewer, StartNewVersion start, LoadBadgeView view, BadgesOptions options,
        CancellationToken cancellationToken)
    {
        var result = await start.RunAsync(id, caller, cancellationToken);
        return result.Refusal is { } refusal
            ? Refuse(refusal, viewer)
            : TypedResults.Created(
                $"{Root}/{result.Value.PublicId}", await AnswerAsync(id, caller, view, options, cancellationToken));
    }

    /// <summary>Publishes the draft, for good.</summary>
    private static async Task<Results<Ok<BadgeResponse>, ProblemHttpResult>> PublishAsync(
        string id, Caller caller, Viewer viewer, PublishVersion publish, LoadBadgeView view, BadgesOptions options,
        CancellationToken cancellationToken)
    {
        var result = await publish.RunAsync(id, caller, cancellationToken);
        return result.Refusal is { } refusal
            ? Refuse(refusal, viewer)
            : TypedResults.Ok(await AnswerAsync(result.Value.Badge.Slug, caller, view, options, cancellationToken));
    }

    /// <summary>Takes the badge out of the catalogue; awards stay.</summary>
    private static async Task<Results<Ok<BadgeResponse>, ProblemHttpResult>> RetireAsync(
        string id, Caller caller, Viewer viewer, RetireBadge retire, LoadBadgeView view, BadgesOptions options,
        CancellationToken cancellationToken)
    {
        var result = await retire.RunAsync(id, caller, cancellationToken);
        return result.Refusal is { } refusal
            ? Refuse(refusal, viewer)
            : TypedResults.Ok(await AnswerAsync(result.Value.Slug, caller, view, options, cancellationToken));
    }

    /// <summary>Draws the draft's picture from a recipe, or takes an uploaded one.</summary>
    private static async Task<Results<Ok<PictureResponse>, ProblemHttpResult>> SetImageAsync(
        string id, HttpRequest request, Caller caller, Viewer viewer, SetPicture set,
        CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
        {
            var files = (await request.ReadFormAsync(cancellationToken)).Files;
            return Answer(
                await set.UploadAsync(
                    id,
                    await PostedFile.ReadAsync(files.GetFile("png"), cancellationToken) ?? ReadOnlyMemory<byte>.Empty,
                    await PostedFile.ReadAsync(files.GetFile("svg"), cancellationToken),
                    caller,
                    cancellationToken),
                viewer);
        }

        if (!request.HasJsonContentType())
        {
            return Problems.Create(StatusCodes.Status415UnsupportedMediaType, viewer.Language);
        }

        return await request.ReadFromJsonAsync<PictureRequest>(cancellationToken) is { } recipe
            ? Answer(await set.DrawAsync(id, recipe, caller, cancellationToken), viewer)
            : Problems.Create(StatusCodes.Status400BadRequest, viewer.Language);
    }

    private static Results<Ok<PictureResponse>, ProblemHttpResult> Answer(
        Result<BadgePicture, BadgeRefused> result, Viewer viewer) =>
        result.Refusal is { } refusal
            ? Refuse(refusal, viewer)
            : TypedResults.Ok(PictureResponse.From(result.Value));

    private static async Task<BadgeResponse> AnswerAsync(
        string id, Caller caller, LoadBadgeView view, BadgesOptions options, CancellationToken cancellationToken) =>
        await view.RunAsync(id, caller, cancellationToken) is { } badge
            ? BadgeResponse.From(badge, options)
            : throw new InvalidOperationException($"The badge {id} was just stored and cannot be found.");

    private static ProblemHttpResult Refuse(BadgeRefused refused, Viewer viewer) => Problems.Create(
        refused.Reason.Status(),
        refused.Reason.ToString(),
        refused.Reason.Sentence(viewer.Language),
        errors: FieldFault.ByField(refused.Faults, viewer.Language));
}

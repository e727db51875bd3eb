using System.Security.Cryptography;
using System.Text.Json;
using Badges.Server.Callers;
using Badges.Server.Storage;
using Badges.Server.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Badges.Server.Features.Awards;

/// <summary>Awards for programs: <c>/api/v1/awards</c>. Another structure's awards do not exist here.</summary>
public static class AwardEndpoints
{
    private const string GetName = "GetAward";
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 255;
    private const int LargestPage = 100;
    private const int DefaultPage = 50;

    private static readonly string ReasonCodes =
        string.Join(", ", Enum.GetValues<RevocationReason>().Select(EnumText.Of));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/awards").WithTags("Awards").RequireAuthorization(Access.Award)
            .RefuseOtherSites();
        group.MapPost("", PostAsync)
            .Accepts<AwardRequest>("application/json")
            .Produces<AwardResponse>(StatusCodes.Status201Created)
            .DisableAntiforgery();
        group.MapGet("", ListAsync);
        group.MapGet("{id}", GetAsync).WithName(GetName);
        group.MapPost("{id}/revocation", RevokeAsync).DisableAntiforgery();
    }

    /// <summary>Awards a badge to one person.</summary>
    private static async Task<Results<CreatedAtRoute<AwardResponse>, ProblemHttpResult>> PostAsync(
        HttpRequest http, Caller caller, Viewer viewer, AwardBadge award, AwardViewStore views,
        AwardResponses responses, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        if (!http.HasJsonContentType())
        {
            return Problems.Create(StatusCodes.Status415UnsupportedMediaType, viewer.Language);
        }

        using var body = new MemoryStream();
        await http.Body.CopyToAsync(body, cancellationToken);
        var (request, faults) = Read(body.ToArray(), json.Value.SerializerOptions, viewer.Language);
        if (request is null)
        {
            return Problems.Create(
                StatusCodes.Status400BadRequest,
                "NotUnderstood",
                viewer.Pick("Ce n'est pas le JSON d'une remise.", "This is not the JSON of an award."),
                errors: faults);
        }

        var key = http.Headers[KeyHeader].ToString();
        if (key.Length > LongestKey)
        {
            return Problems.Create(StatusCodes.Status400BadRequest, "IdempotencyKeyTooLong", viewer.Pick(
                $"{LongestKey} caractères au plus.", $"{LongestKey} characters at most."));
        }

        var errors = request.Check(viewer.Language);
        if (errors.Count > 0)
        {
            return Invalid(viewer, errors);
        }

        var mark = key.Length == 0
            ? null
            : new RequestMark(key, Convert.ToHexStringLower(SHA256.HashData(body.ToArray())));
        var result = await award.RunAsync(request.ToCommand(caller, mark), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return Refused(refusal, viewer.Language);
        }

        var details = await views.FindAsync(caller, result.Value, cancellationToken)
            ?? throw new InvalidOperationException("An award that was just stored cannot be read.");
        var response = responses.From(details) with { Revoked = null, KeyCompromisedSince = null };
        return TypedResults.CreatedAtRoute(response, GetName, new { id = response.Id });
    }

    /// <summary>The awards of the caller's structures, newest first.</summary>
    private static async Task<Results<Ok<AwardListResponse>, ProblemHttpResult>> ListAsync(
        int? limit, string? cursor, Caller caller, Viewer viewer, AwardViewStore views, AwardResponses responses,
        CancellationToken cancellationToken)
    {
        var after = AwardCursor.TryRead(cursor);
        if ((after is null && !string.IsNullOrEmpty(cursor)) || limit is < 1 or > LargestPage)
        {
            return Problems.Create(StatusCodes.Status400BadRequest, "PageInvalid", viewer.Pick(
                $"limit va de 1 à {LargestPage}, cursor vient d'une réponse précédente.",
                $"limit is 1 to {LargestPage}, cursor comes from an earlier answer."));
        }

        var size = limit ?? DefaultPage;
        var found = await views.ListAsync(caller, after, size, cancellationToken);
        var page = found.Take(size).ToList();
        return TypedResults.Ok(new AwardListResponse(
            [.. page.Select(responses.From)],
            found.Count > size ? AwardCursor.After(page[^1]).ToString() : null));
    }

    /// <summary>One award, with the addresses of all its forms.</summary>
    private static async Task<Results<Ok<AwardResponse>, ProblemHttpResult>> GetAsync(
        string id, Caller caller, Viewer viewer, AwardViewStore views, AwardResponses responses,
        CancellationToken cancellationToken) =>
        await views.FindAsync(caller, id, cancellationToken) is { } details
            ? TypedResults.Ok(responses.From(details))
            : Problems.Create(StatusCodes.Status404NotFound, viewer.Language);

    /// <summary>Takes a badge back, for good, with a reason of the closed list.</summary>
    private static async Task<Results<Ok<AwardResponse>, ProblemHttpResult>> RevokeAsync(
        string id, [FromBody] RevocationRequest request, Caller caller, Viewer viewer, RevokeAward revoke,
        AwardViewStore views, AwardResponses responses, CancellationToken cancellationToken)
    {
        var input = RevocationInput.Read(request.Reason, request.Note, viewer.Language, ReasonCodes);
        if (input is not { Reason: { } reason, Errors.Count: 0 })
        {
            return Invalid(viewer, input.Errors);
        }

        var command = new RevokeAward.Command
        {
            Caller = caller,
            PublicId = id,
            Reason = reason,
            Note = input.Note,
        };
        var result = await revoke.RunAsync(command, cancellationToken);
        if (result.Refusal is RevocationRefusal.AwardAlreadyEnded)
        {
            return Problems.Create(StatusCodes.Status409Conflict, nameof(RevocationRefusal.AwardAlreadyEnded),
                viewer.Pick("Ce badge a déjà été retiré.", "This badge was taken back already."));
        }

        return await views.FindAsync(caller, id, cancellationToken) is { } details
            ? TypedResults.Ok(responses.From(details))
            : Problems.Create(StatusCodes.Status404NotFound, viewer.Language);
    }

    private static (AwardRequest? Request, IReadOnlyDictionary<string, string[]> Faults) Read(
        byte[] body, JsonSerializerOptions options, Language language)
    {
        try
        {
            return (JsonSerializer.Deserialize<AwardRequest>(body, options), JsonFaults.None);
        }
        catch (JsonException fault)
        {
            return (null, JsonFaults.ByField(fault, language));
        }
    }

    private static ProblemHttpResult Refused(AwardRefusal refusal, Language language)
    {
        var text = AwardRefusalTexts.Of(refusal);
        return Problems.Create(
            text.Status,
            refusal.ToString(),
            text.In(language),
            errors: text.Field is { } field ? Field(field, text.In(language)) : null);
    }

    private static ProblemHttpResult Invalid(Viewer viewer, IReadOnlyDictionary<string, string[]> errors) =>
        Problems.Create(StatusCodes.Status422UnprocessableEntity, "AwardInvalid",
            viewer.Pick("Des informations manquent ou sont fausses.", "Something is missing or wrong."),
            errors: errors);

    private static Dictionary<string, string[]> Field(string field, string message) => new() { [field] = [message] };
}

/// <summary>What a program sends to take a badge back.</summary>
public sealed record RevocationRequest
{
    /// <summary>One of error, duplicate, criteriaNotMet, replaced, keyCompromised, other.</summary>
    public string? Reason { get; init; }

    /// <summary>For the structure only; it is published nowhere.</summary>
    public string? Note { get; init; }
}

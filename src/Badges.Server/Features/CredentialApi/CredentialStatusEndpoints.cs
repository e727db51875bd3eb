using System.Globalization;
using System.Text.Json;
using Badges.Server.Publication;
using Badges.Server.Settings;

namespace Badges.Server.Features.CredentialApi;

/// <summary>Status lists of the VC-API: read by anybody, and changed by anybody who holds an entry.</summary>
public static class CredentialStatusEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPublished("/vc-api/status-lists/{list}", GetList)
            .RequireRateLimiting(RateLimits.CredentialApi).WithTags(CredentialApiEndpoints.Tag)
            .WithSummary("A status list, signed");
        routes.MapPost("/vc-api/credentials/status", PostAsync).AllowAnonymous().DisableAntiforgery()
            .RequireRateLimiting(RateLimits.CredentialApi).WithTags(CredentialApiEndpoints.Tag)
            .WithSummary("Sets or clears the status that an entry of a credential stands for")
            .Accepts<object>("application/json").Produces(StatusCodes.Status200OK)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult GetList(HttpContext context, string list, PublishedStatusLists lists)
    {
        if (lists.Find(list) is not { } signed)
        {
            return DataAnswers.Problem(context, StatusCodes.Status404NotFound);
        }

        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Text(signed, Offers.CredentialJson, System.Text.Encoding.UTF8);
    }

    private static async Task<IResult> PostAsync(
        HttpContext context, PublishedStatusLists lists, StatusListFiles files, CancellationToken cancellationToken)
    {
        var body = await ApiBody.ReadAsync(context, cancellationToken);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        if (!body.Json.TryGetProperty("credentialStatus", out var entry) || entry.ValueKind is not JsonValueKind.Object
            || ApiBody.TextOf(entry, "statusListCredential") is not { } address
            || !int.TryParse(
                ApiBody.TextOf(entry, "statusListIndex"), NumberStyles.None, CultureInfo.InvariantCulture,
                out var position))
        {
            return ApiBody.Malformed(
                "credentialStatus is an entry of a credential, with statusListCredential and statusListIndex.");
        }

        var isSet = !body.Json.TryGetProperty("status", out var status) || status.ValueKind is not JsonValueKind.False;
        return lists.NameAt(address) is { } name && files.TrySet(name, position, isSet)
            ? TypedResults.Ok()
            : DataAnswers.Problem(context, StatusCodes.Status404NotFound);
    }
}

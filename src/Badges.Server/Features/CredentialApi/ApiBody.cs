using System.Text.Json;
using Badges.Credentials.Verification.General;
using Badges.Server.Features.Verification;
using Badges.Server.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Features.CredentialApi;

/// <summary>The body of a call, read whole and strictly, or the problem that it is.</summary>
public sealed record ApiBody(JsonElement Json, ProblemHttpResult? Problem)
{
    public const int Largest = 1024 * 1024;

    public static async Task<ApiBody> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        var language = Languages.Of(context.Request);
        if (!context.Request.HasJsonContentType())
        {
            return new(default, Problems.Create(StatusCodes.Status415UnsupportedMediaType, language));
        }

        using var body = new MemoryStream();
        if (!await MultipartFields.CopyAsync(context.Request.Body, body, Largest, cancellationToken))
        {
            return new(default, Problems.Create(StatusCodes.Status413PayloadTooLarge, language));
        }

        return GeneralJson.TryParse(body.GetBuffer().AsMemory(0, (int)body.Length)) is { } json
            && json.ValueKind is JsonValueKind.Object
                ? new(json, null)
                : new(default, Malformed("The body is one object in JSON (RFC 7493)."));
    }

    /// <summary>The options, an empty object when there are none; null when they are none.</summary>
    public JsonElement? Options => !Json.TryGetProperty("options", out var options)
        || options.ValueKind is JsonValueKind.Null ? JsonElement.Parse("{}")
        : options.ValueKind is JsonValueKind.Object ? options
        : null;

    /// <summary>A text among the options; null when it is not there.</summary>
    public static string? TextOf(JsonElement options, string name) =>
        options.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>The values of an option: its items when it is a list, itself otherwise.</summary>
    public static IReadOnlyList<JsonElement> AllOf(JsonElement options, string name) =>
        !options.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null ? []
        : value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()]
        : [value];

    public static ProblemHttpResult Malformed(string detail) => Problems.Create(
        StatusCodes.Status400BadRequest, "PARSING_ERROR", "The request is not what this API asks for.", detail);
}

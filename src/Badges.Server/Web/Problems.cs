using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Web;

/// <summary>
/// Refusals for programs: application/problem+json with a stable <c>code</c>, a <c>title</c> for people,
/// <c>errors</c> by field.
/// </summary>
public static class Problems
{
    public static ProblemHttpResult Create(
        int status,
        string code,
        string title,
        string? detail = null,
        IReadOnlyDictionary<string, string[]>? errors = null)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        if (errors is { Count: > 0 })
        {
            extensions["errors"] = errors;
        }

        return TypedResults.Problem(detail, statusCode: status, title: title, extensions: extensions);
    }

    /// <summary>
    /// The problem of a status that no endpoint explained: its code and title come from <see cref="StatusTexts"/>.
    /// </summary>
    public static ProblemHttpResult Create(int status, Language language)
    {
        var text = StatusTexts.Of(status, language);
        return Create(status, text.Code, text.Title);
    }
}

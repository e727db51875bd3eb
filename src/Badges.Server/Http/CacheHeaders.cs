namespace Badges.Server.Http;

/// <summary>What an answer, or a redirect on the way to it, says about keeping it: the fields as they were sent.</summary>
public sealed record CacheHeaders
{
    public required int Status { get; init; }
    public string? CacheControl { get; init; }
    public string? Age { get; init; }
    public string? Date { get; init; }
    public string? Expires { get; init; }
    public string? Vary { get; init; }

    public static CacheHeaders Of(HttpResponseMessage answer) => new()
    {
        Status = (int)answer.StatusCode,
        CacheControl = Find(answer, "Cache-Control"),
        Age = Find(answer, "Age"),
        Date = Find(answer, "Date"),
        Expires = Find(answer, "Expires"),
        Vary = Find(answer, "Vary"),
    };

    // A field sent twice is one list (RFC 9110, section 5.3).
    private static string? Find(HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values)
            || answer.Content.Headers.NonValidated.TryGetValues(name, out values)
                ? string.Join(", ", values)
                : null;
}

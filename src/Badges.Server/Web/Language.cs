using Microsoft.Net.Http.Headers;

namespace Badges.Server.Web;

/// <summary>The two languages that pages and messages are written in. French unless English is asked for.</summary>
public enum Language
{
    French,
    English,
}

/// <summary>
/// Finds out which language a request asks for: the choice kept in the cookie, then the browser's list.
/// </summary>
public static class Languages
{
    public const string CookieName = "langue";

    public static string Code(this Language language) => language == Language.English ? "en" : "fr";

    public static Language? FromCode(string? code) => code switch
    {
        "fr" => Language.French,
        "en" => Language.English,
        _ => null,
    };

    public static Language Of(HttpRequest request) =>
        FromCode(request.Cookies[CookieName]) ?? Preferred(request.GetTypedHeaders().AcceptLanguage);

    private static Language Preferred(IList<StringWithQualityHeaderValue> accepted)
    {
        var first = accepted
            .Where(wanted => wanted.Quality is null or > 0)
            .OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(wanted => FromTag(wanted.Value.AsSpan()))
            .FirstOrDefault(language => language is not null);
        return first ?? Language.French;
    }

    private static Language? FromTag(ReadOnlySpan<char> tag)
    {
        var dash = tag.IndexOf('-');
        var primary = dash < 0 ? tag : tag[..dash];
        return FromCode(primary.ToString().ToLowerInvariant());
    }
}

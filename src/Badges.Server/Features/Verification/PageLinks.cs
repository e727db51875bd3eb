using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Badges.Credentials.Verification;

namespace Badges.Server.Features.Verification;

/// <summary>Finds the record of a badge that a page of the web links, as the other form of what it shows.</summary>
public static class PageLinks
{
    /// <summary>A page says in its head what else it comes as: what stands further down is not read.</summary>
    private const int MostBytes = 256 * 1024;

    private const int MostLinks = 64;

    /// <summary>The types of a record, the surest first: any program may offer plain JSON about a page.</summary>
    private static readonly string[] Types =
    [
        "application/vc+jwt", "application/vc", "application/vc+ld+json", "application/ld+json", "application/json",
    ];

    private static readonly HtmlParserOptions Options = new()
    {
        IsScripting = false,
        MaximumDepth = 64,
        SkipComments = true,
        SkipScriptText = true,
        SkipRawText = true,
    };

    /// <summary>The address of the record, fragment cut; null when the page links none.</summary>
    public static string? FindRecord(FetchedDocument page)
    {
        var text = Encoding.UTF8.GetString(page.Body.Span[..Math.Min(page.Body.Length, MostBytes)]);
        if (new HtmlParser(Options).ParseHead(text) is not { } head
            || !Uri.TryCreate(page.RedirectedTo ?? page.Address, UriKind.Absolute, out var place))
        {
            return null;
        }

        var root = head.QuerySelector("base[href]")?.GetAttribute("href") is { } written
            && Uri.TryCreate(place, written, out var named) ? named : place;
        var links = head.QuerySelectorAll("link[href][type]").Take(MostLinks)
            .Where(link => Words(link, "rel").Contains("alternate", StringComparer.OrdinalIgnoreCase))
            .ToLookup(TypeOf, StringComparer.OrdinalIgnoreCase);
        return Types.SelectMany(type => links[type])
            .Select(link => Uri.TryCreate(root, link.GetAttribute("href"), out var target) ? target : null)
            .FirstOrDefault(target => target is { Scheme: "https" or "http" })
            is { } found ? FetchedSubmission.WithoutFragment(found.AbsoluteUri) : null;
    }

    private static string TypeOf(IElement link) =>
        link.GetAttribute("type")?.Split(';', 2)[0].Trim() ?? string.Empty;

    private static string[] Words(IElement link, string attribute) =>
        link.GetAttribute(attribute)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
}

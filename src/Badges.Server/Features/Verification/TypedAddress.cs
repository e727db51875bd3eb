using System.Text.RegularExpressions;
using Badges.Server.Features.Awards;
using Badges.Server.Settings;

namespace Badges.Server.Features.Verification;

/// <summary>
/// What somebody typed or pasted as the address of a badge: a whole address, one without <c>https://</c>, or the code of
/// a card.
/// </summary>
public sealed partial class TypedAddress(OwnDocuments own, BadgesOptions options)
{
    private const int LongestMessage = 10_000;

    /// <summary>The address that was meant; what is none comes back as it was.</summary>
    public string Complete(string typed)
    {
        var text = FindLink(typed) ?? typed.Trim();
        if (PrintedCode().IsMatch(text) || CardCode.IsWellFormed(CardCode.Normalize(text)))
        {
            return options.Address($"/v/{CardCode.Print(CardCode.Normalize(text))}");
        }

        if (!AddressWithoutScheme().IsMatch(text) || !Uri.TryCreate($"https://{text}", UriKind.Absolute, out var address))
        {
            return text;
        }

        return own.Owns(address) ? $"{options.PublicUrl.Scheme}://{text}"
            : address.Host.Contains('.', StringComparison.Ordinal) ? $"https://{text}"
            : text;
    }

    /// <summary>
    /// The text of a badge in a box that takes links, codes and texts; null when a link or a code was meant. Words that
    /// hold one link, such as a message that somebody received, mean that link.
    /// </summary>
    public string? FindText(string typed)
    {
        var text = typed.Trim();
        return text is ['{' or '[' or '<' or '\uFEFF', ..] || Token().IsMatch(text) ? text
            : text.Any(char.IsWhiteSpace) && FindLink(text) is null && Complete(text) == text ? text
            : null;
    }

    /// <summary>The path of the card when the address is that of one of our cards.</summary>
    public string? FindCard(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && own.Owns(uri)
        && uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["v", var code]
            ? $"/v/{code}"
            : null;

    /// <summary>The one link among other words; with several, the only one that is ours.</summary>
    private string? FindLink(string words)
    {
        if (words.Length > LongestMessage || !words.Trim().Any(char.IsWhiteSpace))
        {
            return null;
        }

        var links = Link().Matches(words).Select(match => match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', '»', '"'))
            .Distinct().ToList();
        var ours = links.FindAll(link => Uri.TryCreate(link, UriKind.Absolute, out var uri) && own.Owns(uri));
        return links is [var only] ? only : ours is [var mine] ? mine : null;
    }

    /// <summary>A compact JWS: three parts, of which the first begins as every JSON object in base64url does.</summary>
    [GeneratedRegex(@"^eyJ[\w-]*\.[\w-]*\.[\w-]*$")]
    private static partial Regex Token();

    [GeneratedRegex(@"https?://\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    /// <summary>Three groups of 4, 4 and 3, a wrong letter among them: the page of the code says that it is wrong.</summary>
    [GeneratedRegex(@"^[0-9A-Za-z]{4}[-‐–\s][0-9A-Za-z]{4}[-‐–\s][0-9A-Za-z]{3}$")]
    private static partial Regex PrintedCode();

    /// <summary>Host, perhaps a port, perhaps a path: no scheme, no user, no blank.</summary>
    [GeneratedRegex(@"^[^\s/?#:@\\]+(:[0-9]{1,5})?([/?#]\S*)?$")]
    private static partial Regex AddressWithoutScheme();
}

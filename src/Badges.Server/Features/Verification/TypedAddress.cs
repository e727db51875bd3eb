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
    /// <summary>The address that was meant; what is none comes back as it was.</summary>
    public string Complete(string typed)
    {
        var text = typed.Trim();
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

    /// <summary>The path of the card when the address is that of one of our cards.</summary>
    public string? FindCard(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && own.Owns(uri)
        && uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["v", var code]
            ? $"/v/{code}"
            : null;

    /// <summary>Three groups of 4, 4 and 3, a wrong letter among them: the page of the code says that it is wrong.</summary>
    [GeneratedRegex(@"^[0-9A-Za-z]{4}[-‐–\s][0-9A-Za-z]{4}[-‐–\s][0-9A-Za-z]{3}$")]
    private static partial Regex PrintedCode();

    /// <summary>Host, perhaps a port, perhaps a path: no scheme, no user, no blank.</summary>
    [GeneratedRegex(@"^[^\s/?#:@\\]+(:[0-9]{1,5})?([/?#]\S*)?$")]
    private static partial Regex AddressWithoutScheme();
}

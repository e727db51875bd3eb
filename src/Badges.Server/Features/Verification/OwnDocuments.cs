using Badges.Credentials.Verification;
using Badges.Server.Features.Awards;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Cards;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.StatusLists;
using Badges.Server.Publication;
using Badges.Server.Settings;
using Badges.Server.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Badges.Server.Features.Verification;

/// <summary>
/// What this installation itself publishes at an address, the same bytes, without asking itself over the network. It is
/// recognised by host and port whatever the scheme, under its present address and under former ones.
/// </summary>
public sealed class OwnDocuments(
    IssuerDocuments issuers,
    StatusListDocuments lists,
    RevocationListDocuments revocations,
    AwardDocuments awards,
    IssuerBadgeStore badges,
    AchievementDocuments achievements,
    AwardStore awardStore,
    AwardAddresses awardAddresses,
    IssuerStore issuerStore,
    CardStore cards,
    IEnumerable<IOwnFiles> files,
    BadgesOptions options,
    Database database,
    TimeProvider time)
{
    private const string Jws = ".jws";
    private const string Png = ".png";
    private const long MostBytesKept = 16 * 1024 * 1024;

    /// <summary>We know all our keys: that one is not among them is an answer, where a stranger's silence is none.
    /// </summary>
    private static readonly byte[] NoKeys = [.. """{"keys":[]}"""u8];

    // What was worked out of a document, a list's signature above all, lasts as long as its bytes do.
    private readonly Kept<string, PublishedDocument> _fetched =
        new(database, time, MostBytesKept, PublishedDocument.SizeOf, PublishedDocument.AreSame);

    public bool Owns(Uri address) =>
        address.Scheme is "https" or "http"
        && (IsAt(options.PublicUrl, address) || options.FormerPublicUrls.Any(former => IsAt(former, address)));

    /// <summary>The document in the form that programs get unasked; null when nothing stands there, or a page.
    /// </summary>
    public Task<PublishedDocument?> FindAsync(Uri address, CancellationToken cancellationToken) =>
        address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["credentials", var name] => FindCredentialAsync(name, FormatOf(address), cancellationToken),
            ["status", var list] => lists.FindAsync(list, Offers.CredentialJson, cancellationToken),
            ["achievements", ..] => achievements.FindAsync(address.AbsolutePath, cancellationToken),
            ["issuers", var slug] => issuers.FindProfileAsync(slug, cancellationToken),
            ["issuers", var slug, "did.json"] => issuers.FindDidAsync(slug, cancellationToken),
            ["issuers", var slug, "jwks.json"] => issuers.FindKeySetAsync(slug, cancellationToken),
            ["issuers", var slug, "keys", var kid] => issuers.FindKeyAsync(slug, kid, cancellationToken),
            ["ob2", "badges", var id] => FindBadgeClassAsync(id, cancellationToken),
            ["ob2", "issuers", var slug] => issuers.FindOb2ProfileAsync(slug, cancellationToken),
            ["ob2", "issuers", var slug, "keys", var kid] => issuers.FindOb2KeyAsync(slug, kid, cancellationToken),
            ["ob2", "issuers", var slug, "revocations"] => revocations.FindAsync(slug, cancellationToken),
            ["ob2", "issuers", var slug, "assertions", var name] => FindAssertionAsync(slug, name, cancellationToken),
            ["v", var code] => FindOfCardAsync(code, cancellationToken),
            _ => FindFileAsync(address.AbsolutePath, cancellationToken),
        };

    /// <summary>The document as a verification wants it: that nothing stands there is an answer too.</summary>
    public async Task<FetchedDocument> FetchAsync(
        string address, WantedDocument wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var twin = wanted is WantedDocument.SvgPicture ? SvgOf(address) : null;
        var absent = new FetchedDocument
        {
            Address = address,
            Outcome = FetchOutcome.NotFound,
            At = now,
            IsOwn = true,
            RedirectedTo = twin,
        };
        var found = await _fetched.GetAsync(
            twin ?? address, static (find, token) => find.Own.FindAsync(new Uri(find.Address), token),
            (Own: this, Address: twin ?? address), cancellationToken);
        return found is { } document
            ? absent with
            {
                Outcome = FetchOutcome.Fetched,
                Status = document.Status,
                ContentType = document.ContentType,
                Body = document.Body,
            }
            : IsKeyAddress(address)
                ? absent with { Outcome = FetchOutcome.Fetched, ContentType = Offers.Json, Body = NoKeys }
                : absent;
    }

    /// <summary>The addresses of an award's forms, and of all that their verification asks for.</summary>
    public async Task<IReadOnlyList<string>> ListDependenciesAsync(
        string publicId, CancellationToken cancellationToken)
    {
        var addresses = new HashSet<string>();
        foreach (var form in await ListFormsAsync(publicId, cancellationToken))
        {
            addresses.Add(form);
            var document = await FindAsync(new Uri(form), cancellationToken);
            if (document is not null && SubmittedBadge.Read(document.Body).Credential is { } parsed)
            {
                addresses.UnionWith(await FollowAsync(parsed, cancellationToken));
            }
        }

        return [.. addresses];
    }

    private async Task<IReadOnlyList<string>> ListFormsAsync(string publicId, CancellationToken cancellationToken)
    {
        if (await awardStore.FindAsync(publicId, cancellationToken) is not { } award
            || await issuerStore.FindByIdAsync(award.IssuerId, cancellationToken) is not { } issuer)
        {
            return [];
        }

        var credential = awardAddresses.Credential(publicId);
        var assertion = awardAddresses.Assertion(issuer.Slug, publicId);
        return
        [
            credential, credential + ".json", credential + ".jwt", credential + ".png", credential + ".svg",
            assertion, assertion + Jws,
        ];
    }

    private async Task<IReadOnlyCollection<string>> FollowAsync(
        ParsedCredential parsed, CancellationToken cancellationToken)
    {
        var documents = new Dictionary<string, FetchedDocument>();
        while (Dependencies.Missing(parsed, documents, options.AllowLoopback) is { Count: > 0 } missing)
        {
            foreach (var each in missing)
            {
                documents[each.Address] = await FetchAsync(
                    each.Address, ResolveDependencies.WantedOf(each.Kind), DateTimeOffset.UnixEpoch, cancellationToken);
            }
        }

        return documents.Keys;
    }

    /// <summary>Our records name the PNG of an achievement; its SVG stands beside it.</summary>
    private static string? SvgOf(string address) =>
        new Uri(address).AbsolutePath.Split('/') is ["", "achievements", _]
        && address.EndsWith(Png, StringComparison.Ordinal)
            ? address[..^Png.Length] + ".svg"
            : null;

    private static bool IsAt(Uri ours, Uri address) =>
        string.Equals(ours.Authority, address.Authority, StringComparison.OrdinalIgnoreCase);

    private static bool IsKeyAddress(string address) =>
        new Uri(address).AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["issuers", _, "keys", _];

    private static string? FormatOf(Uri address) =>
        QueryHelpers.ParseQuery(address.Query).TryGetValue("format", out var format) ? (string?)format : null;

    private Task<PublishedDocument?> FindCredentialAsync(
        string name, string? format, CancellationToken cancellationToken)
    {
        var content = format switch
        {
            "jwt" => PictureContent.Jwt,
            "ob2" => PictureContent.OpenBadges2,
            _ => PictureContent.Default,
        };
        return Path.GetExtension(name) switch
        {
            ".png" => awards.FindPictureAsync(Stem(name), AwardDocuments.Png, content, cancellationToken),
            ".svg" => awards.FindPictureAsync(Stem(name), AwardDocuments.Svg, content, cancellationToken),
            ".json" => awards.FindCredentialAsync(Stem(name), Offers.Json, cancellationToken).AsTask(),
            ".jwt" => awards.FindCredentialAsync(Stem(name), Offers.Text, cancellationToken).AsTask(),
            _ => awards.FindCredentialAsync(Stem(name), Offers.CredentialJson, cancellationToken).AsTask(),
        };
    }

    private Task<PublishedDocument?> FindAssertionAsync(
        string slug, string name, CancellationToken cancellationToken) =>
        name.EndsWith(Jws, StringComparison.Ordinal)
            ? awards.FindSignedAsync(slug, name[..^Jws.Length], cancellationToken)
            : awards.FindHostedAsync(slug, name, cancellationToken);

    private async Task<PublishedDocument?> FindBadgeClassAsync(string id, CancellationToken cancellationToken) =>
        await badges.FindAsync(id, cancellationToken) is { } badge
            ? PublishedDocument.Of(Offers.LinkedData, badge.PublishedText, Freshness.Revalidate)
            : null;

    /// <summary>The code of a card leads to the badge, as its page does.</summary>
    private async Task<PublishedDocument?> FindOfCardAsync(string code, CancellationToken cancellationToken)
    {
        var typed = CardCode.Normalize(Uri.UnescapeDataString(code));
        return CardCode.IsWellFormed(typed) && await cards.FindAwardAsync(typed, cancellationToken) is { } publicId
            ? await awards.FindCredentialAsync(publicId, Offers.CredentialJson, cancellationToken)
            : null;
    }

    private async Task<PublishedDocument?> FindFileAsync(string path, CancellationToken cancellationToken)
    {
        foreach (var part in files)
        {
            if (await part.FindAsync(path, cancellationToken) is { } file)
            {
                return file;
            }
        }

        return null;
    }

    private static string Stem(string name) => Path.GetFileNameWithoutExtension(name);
}

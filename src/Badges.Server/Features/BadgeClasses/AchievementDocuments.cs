using System.Globalization;
using System.Text;
using Badges.Credentials.OpenBadges3;
using Badges.Server.Publication;
using Badges.Server.Settings;
using Badges.Server.Web;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>
/// What stands at <c>/achievements/{version}</c>: the achievement of Open Badges 3.0 and its picture.
/// </summary>
public sealed class AchievementDocuments(
    BadgeStore badges, ImageStore images, NetworkProfile network, BadgesOptions options)
{
    private const string Folder = "/achievements/";

    public static string PathOf(BadgeVersion version) => Folder + version.PublicId;

    /// <summary>The document of ours at this path, in its default form; null when there is none.</summary>
    public async Task<PublishedDocument?> FindAsync(string path, CancellationToken cancellationToken)
    {
        if (!path.StartsWith(Folder, StringComparison.Ordinal))
        {
            return null;
        }

        var name = path[Folder.Length..];
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (publicId, form) = dot < 0 ? (name, "") : (name[..dot], name[dot..]);
        return await badges.FindPublishedVersionAsync(publicId, cancellationToken) is { } published
            ? form switch
            {
                "" => await AchievementAsync(published, Offers.LinkedData, Freshness.Immutable, cancellationToken),
                ".json" => await AchievementAsync(published, Offers.Json, Freshness.Immutable, cancellationToken),
                ".png" => await PictureAsync(
                    published.Version, PictureForm.Png, Freshness.Immutable, cancellationToken),
                ".svg" => await PictureAsync(
                    published.Version, PictureForm.Svg, Freshness.Immutable, cancellationToken),
                _ => null,
            }
            : null;
    }

    public async Task<PublishedDocument> AchievementAsync(
        PublishedBadge published, string mediaType, Freshness freshness, CancellationToken cancellationToken)
    {
        var creator = await network.GetAsync(published.Badge, cancellationToken);
        return PublishedDocument.Of(mediaType, Build(published, creator, options).ToJson(), freshness);
    }

    /// <summary>The picture of a version; null for a draft that has none yet.</summary>
    public async Task<PublishedDocument?> PictureAsync(
        BadgeVersion version, PictureForm form, Freshness freshness, CancellationToken cancellationToken) =>
        version.ImageId is { } imageId && await images.FindAsync(imageId, cancellationToken) is { } picture
            ? form == PictureForm.Svg
                ? PublishedDocument.Of("image/svg+xml", picture.Svg, freshness)
                : PublishedDocument.Of("image/png", picture.Png, freshness)
            : null;

    /// <summary>The achievement that stands at the version's address and, the same, inside each credential.</summary>
    public static Achievement Build(PublishedBadge published, Profile creator, BadgesOptions options)
    {
        var version = published.Version;
        var address = options.Address(PathOf(version));
        return new Achievement
        {
            Id = address,
            AchievementType = version.AchievementType,
            Name = version.French.Name,
            Description = version.French.Description,
            Criteria = new Criteria { Id = address, Narrative = Narrative(version) },
            Image = new Image { Id = address + ".png", Caption = version.French.ImageAlt },
            Alignment = [.. version.Alignments.Select(AlignmentOf)],
            Tag = version.Tag is { } tag ? [tag] : [],
            InLanguage = Language.French.Code(),
            Version = version.Number.ToString(CultureInfo.InvariantCulture),
            Creator = creator,
        };
    }

    /// <summary>A Markdown list; which criteria are optional is said.</summary>
    public static string Narrative(BadgeVersion version)
    {
        var narrative = new StringBuilder();
        foreach (var criterion in version.Criteria)
        {
            narrative.Append(narrative.Length == 0 ? "" : "\n").Append("- ").Append(EscapeMarkdown(criterion.French))
                .Append(criterion.IsMandatory ? "" : " (facultatif)");
        }

        return narrative.ToString();
    }

    private static Alignment AlignmentOf(BadgeAlignment alignment) => new()
    {
        TargetName = alignment.TargetName,
        TargetUrl = alignment.TargetUrl,
        TargetFramework = alignment.Framework,
        TargetCode = alignment.Code,
        TargetDescription = alignment.Relation == AlignmentRelation.Vise
            ? "Ce badge vise cette référence ; il ne la remplace pas."
            : "Ce badge est proche de cette référence ; il ne la remplace pas.",
    };

    /// <summary>Text stays text: nothing in it becomes emphasis, a link or HTML.</summary>
    public static string EscapeMarkdown(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var symbol in text)
        {
            if (symbol is '\\' or '*' or '_' or '`' or '[' or ']' or '<' or '>' or '#')
            {
                escaped.Append('\\');
            }

            escaped.Append(symbol);
        }

        return escaped.ToString();
    }
}

/// <summary>The two forms of a picture.</summary>
public enum PictureForm
{
    Png,
    Svg,
}

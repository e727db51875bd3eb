using System.Text.Json;
using Badges.Credentials.Baking;
using Badges.Credentials.OpenBadges2;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Issuers;
using Badges.Server.Publication;
using Badges.Server.Storage;

namespace Badges.Server.Features.Awards;

/// <summary>
/// What is published of an award: the exact texts that were signed, and pictures that carry them, baked when they are
/// asked for. Null where nothing is. A badge that was taken back stays as it is; one that its holder withdrew is gone.
/// </summary>
public sealed class AwardDocuments(
    AwardStore awards, SignedFormStore forms, BadgeStore badges, ImageStore images, IssuerStore issuers,
    AwardAddresses addresses, Database database, TimeProvider time)
{
    private const long MostBytesKept = 32 * 1024 * 1024;

    public const string Png = "image/png";
    public const string Svg = "image/svg+xml";

    private readonly Kept<(string PublicId, string MediaType), PublishedDocument> _credentials =
        new(database, time, MostBytesKept, PublishedDocument.SizeOf, PublishedDocument.AreSame);

    /// <summary>The credential under one of the media types of <see cref="Offers.CredentialOnly"/>.</summary>
    public ValueTask<PublishedDocument?> FindCredentialAsync(
        string publicId, string mediaType, CancellationToken cancellationToken) =>
        _credentials.GetAsync(
            (publicId, mediaType), static (find, token) => find.Documents.ReadCredentialAsync(
                find.PublicId, find.MediaType, token),
            (Documents: this, PublicId: publicId, MediaType: mediaType), cancellationToken);

    /// <summary>The same, when it is at hand in memory.</summary>
    public PublishedDocument? FindKeptCredential(string publicId, string mediaType) =>
        _credentials.Find((publicId, mediaType));

    private async Task<PublishedDocument?> ReadCredentialAsync(
        string publicId, string mediaType, CancellationToken cancellationToken)
    {
        if (await awards.FindAsync(publicId, cancellationToken) is not { } award)
        {
            return null;
        }

        if (award.IsGone)
        {
            return Gone(award);
        }

        var text = mediaType is Offers.Text or Offers.CredentialJwt
            ? (await forms.FindAsync(award.Id, FormKind.Ob3Jwt, cancellationToken))?.Text
            : await FindJsonAsync(award, cancellationToken);
        return text is null ? null : PublishedDocument.Of(mediaType, text, Freshness.Revalidate);
    }

    /// <summary>The badge's picture with the credential inside.</summary>
    public async Task<PublishedDocument?> FindPictureAsync(
        string publicId, string mediaType, PictureContent content, CancellationToken cancellationToken)
    {
        if (await awards.FindAsync(publicId, cancellationToken) is not { } award)
        {
            return null;
        }

        if (award.IsGone)
        {
            return Gone(award);
        }

        var published = await badges.FindPublishedVersionAsync(award.VersionId, cancellationToken);
        if (published?.Version.ImageId is not { } imageId
            || await images.FindAsync(imageId, cancellationToken) is not { } picture)
        {
            return null;
        }

        var ob3 = content == PictureContent.Jwt
            ? null
            : await forms.FindAsync(award.Id, FormKind.Ob3Embedded, cancellationToken);
        ob3 ??= await forms.FindAsync(award.Id, FormKind.Ob3Jwt, cancellationToken);
        var ob2 = await forms.FindAsync(award.Id, FormKind.Ob2Hosted, cancellationToken);
        var carried3 = content == PictureContent.OpenBadges2 ? null : ob3?.Text;
        var carried2 = content == PictureContent.Jwt ? null : ob2?.Text;
        if (mediaType == Png)
        {
            return Picture(mediaType, PngBaking.Bake(picture.Png, carried3, carried2));
        }

        return (carried3 ?? carried2) is { } carried
            ? Picture(mediaType, SvgBaking.Bake(picture.Svg, carried))
            : null;
    }

    /// <summary>The hosted assertion of Open Badges 2.0; 410 with the reason once it was taken back.</summary>
    public async Task<PublishedDocument?> FindHostedAsync(
        string issuerSlug, string publicId, CancellationToken cancellationToken)
    {
        if (await FindOfIssuerAsync(issuerSlug, publicId, cancellationToken) is not { } award)
        {
            return null;
        }

        if (award.IsGone)
        {
            return Gone(award);
        }

        if (await forms.FindAsync(award.Id, FormKind.Ob2Hosted, cancellationToken) is not { } form)
        {
            return null;
        }

        return award.IsRevoked
            ? LinkedData(Assertion.RevokedJson(form.CredentialId, ReasonOf(award.EndReason))) with
            {
                Status = StatusCodes.Status410Gone,
            }
            : LinkedData(form.Text);
    }

    /// <summary>The signed assertion of Open Badges 2.0; the revocation list tells whether it was taken back.</summary>
    public async Task<PublishedDocument?> FindSignedAsync(
        string issuerSlug, string publicId, CancellationToken cancellationToken)
    {
        if (await FindOfIssuerAsync(issuerSlug, publicId, cancellationToken) is not { } award)
        {
            return null;
        }

        if (award.IsGone)
        {
            return Gone(award);
        }

        return await forms.FindAsync(award.Id, FormKind.Ob2Signed, cancellationToken) is { } form
            ? PublishedDocument.Of(Offers.Text, form.Text, Freshness.Revalidate)
            : null;
    }

    /// <summary>A reason in the words that are published.</summary>
    public static string ReasonOf(string? code) =>
        RevocationReasons.French(EnumText.TryParse<RevocationReason>(code) ?? RevocationReason.Other);

    private async Task<Award?> FindOfIssuerAsync(
        string issuerSlug, string publicId, CancellationToken cancellationToken) =>
        await awards.FindAsync(publicId, cancellationToken) is { } award
        && await issuers.FindAsync(issuerSlug, cancellationToken) is { } issuer && issuer.Id == award.IssuerId
            ? award
            : null;

    /// <summary>The credential with its embedded proof; of an award without one, the token in an envelope.</summary>
    private async Task<string?> FindJsonAsync(Award award, CancellationToken cancellationToken) =>
        await forms.FindAsync(award.Id, FormKind.Ob3Embedded, cancellationToken) is { } embedded ? embedded.Text
        : await forms.FindAsync(award.Id, FormKind.Ob3Jwt, cancellationToken) is { } jwt ? Envelope.Of(jwt.Text)
        : null;

    private PublishedDocument Gone(Award award)
    {
        var body = JsonSerializer.Serialize(new { id = addresses.Credential(award.PublicId), gone = true });
        return PublishedDocument.Of(Offers.Json, body, Freshness.Revalidate) with
        {
            Status = StatusCodes.Status410Gone,
        };
    }

    private static PublishedDocument LinkedData(string json) =>
        PublishedDocument.Of(Offers.LinkedData, json, Freshness.Revalidate);

    private static PublishedDocument Picture(string mediaType, byte[] bytes) =>
        PublishedDocument.Of(mediaType, bytes, Freshness.Revalidate);
}

/// <summary>What a picture carries.</summary>
public enum PictureContent
{
    /// <summary>
    /// PNG: Open Badges 3.0 with its embedded proof, and 2.0 beside. SVG, which has room for one: 3.0.
    /// </summary>
    Default,

    /// <summary>Open Badges 3.0 as a JSON Web Token, alone.</summary>
    Jwt,

    /// <summary>Open Badges 2.0, alone.</summary>
    OpenBadges2,
}

using System.Text.Json;
using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.Pictures;

/// <summary>
/// The pictures of a badge that its issuer names. First the badge's own, not baked: <c>achievement.image</c> of Open
/// Badges 3.0, <c>image</c> of the badge class of 2.0. Then the one baked for this award: <c>credentialSubject.image</c>
/// and <c>image</c> of the assertion, which may have been drawn for this person. The <c>image</c> of a credential of 3.0
/// is what wallets show of it, and no picture to be baked: it does not count.
/// </summary>
internal static class IssuerImages
{
    /// <summary>Their addresses, the badge's own first.</summary>
    public static IReadOnlyList<string> NamedIn(VerificationCase facts)
    {
        JsonElement?[] places = facts.Credential is { } credential
            ? [credential.Achievement, credential.Subject]
            : [facts.Assertion?.BadgeClass.Json, facts.Assertion?.Assertion];
        return [.. places.Select(ImageOf).OfType<string>().Distinct()];
    }

    /// <summary>Where the badge's own picture stands; null when it is named nowhere, or is not at an address.</summary>
    public static string? AddressIn(VerificationCase facts) =>
        ImageOf(facts.Credential is { } credential ? credential.Achievement : facts.Assertion?.BadgeClass.Json)
            is { } address && !DataUrl.Is(address) ? address : null;

    /// <summary>The first of them that is at hand and can be shown.</summary>
    public static IssuerPicture? Find(VerificationCase facts) => NamedIn(facts)
        .Select(address => Read(address, facts).ToPicture()).FirstOrDefault(picture => picture is not null);

    /// <summary>What stands at such an address, rather in the form that was handed in.</summary>
    public static IssuerImage Read(string address, VerificationCase facts)
    {
        if (DataUrl.Is(address))
        {
            return new(address) { Bytes = DataAddress.TryRead(address) };
        }

        var isSvg = facts.Parsed.Picture is { Container: SubmissionContainer.Svg };
        var read = facts.Documents.GetPicture(address, isSvg ? DocumentKind.SvgPicture : DocumentKind.PngPicture);
        return new(address)
        {
            Bytes = read.State is DocumentState.Read ? read.Document?.Body : null,
            Document = read,
        };
    }

    private static string? ImageOf(JsonElement? of) => of is { } json
        ? JsonValues.All(json, "image").Select(each => JsonValues.IdOf(each)).FirstOrDefault(id => id is not null)
        : null;
}

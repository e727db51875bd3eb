using Badges.Server.Features.Issuers;
using Badges.Server.Settings;

namespace Badges.Server.Features.Awards;

/// <summary>The addresses of an award and of its forms, as they are signed.</summary>
public sealed class AwardAddresses(BadgesOptions options, IssuerAddresses issuers)
{
    /// <summary>The public page, and the <c>id</c> of the OB 3.0 credential.</summary>
    public string Credential(string publicId) => options.Address(PathOf(publicId));

    public string Picture(string publicId) => options.Address($"{PathOf(publicId)}.png");

    public string Assertion(string issuerSlug, string publicId) => issuers.Ob2Assertions(issuerSlug) + publicId;

    public string Ob2Badge(string issuerBadgeId) => options.Address($"/ob2/badges/{issuerBadgeId}");

    public string Achievement(string versionId) => options.Address($"/achievements/{versionId}");

    public string Card(string code) => options.Address($"/v/{CardCode.Print(code)}");

    public static string PathOf(string publicId) => $"/credentials/{publicId}";
}

using System.Globalization;
using System.Text;
using Badges.Credentials.Baking;
using Badges.Server.Features.Accounts;
using Badges.Server.Features.Awards;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.Verification;
using Badges.Server.Publication;
using Badges.Server.Settings;

namespace Badges.Server.Demo;

/// <summary>Fills a new installation so that each verdict can be seen within a minute. Development only.</summary>
public sealed class Demonstration(
    OrganizationStore organizations,
    DemoPeople people,
    DemoAwards demoAwards,
    DemoFiles files,
    CreateApiKey createApiKey,
    AwardDocuments documents,
    AwardAddresses addresses,
    OwnDocuments ownDocuments,
    BadgeStore badges,
    ImageStore images,
    BadgesOptions options)
{
    /// <summary>Fills the installation when it is empty; the summary of this or of an earlier start.</summary>
    public async Task<DemoSummary?> PrepareAsync(CancellationToken cancellationToken)
    {
        if (await organizations.FindNetworkAsync(cancellationToken) is not null)
        {
            return await files.ReadSummaryAsync(cancellationToken);
        }

        var accounts = await people.CreateAsync(cancellationToken);
        var apiKey = await createApiKey.RunAsync("demo", organizationId: null, cancellationToken);
        await demoAwards.PublishProgrammeAsync(cancellationToken);
        var authentic = await demoAwards.AwardAsync(cancellationToken);
        var expired = await demoAwards.AwardExpiredAsync(cancellationToken);
        var revoked = await demoAwards.AwardAndRevokeAsync(cancellationToken);
        var summary = new DemoSummary
        {
            BaseUrl = options.Address(""),
            ApiKey = apiKey,
            Accounts = accounts,
            Award = AddressesOf(authentic),
            Cases =
            [
                CaseOf("Badge authentique", authentic),
                CaseOf("Badge retiré", revoked),
                CaseOf("Badge expiré", expired),
                .. await WriteForeignAsync(authentic, cancellationToken),
            ],
        };
        await WriteDocumentsAsync(summary.Award, cancellationToken);
        await files.WriteSummaryAsync(summary, cancellationToken);
        return summary;
    }

    public static string Describe(DemoSummary summary)
    {
        var text = new StringBuilder();
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Badges INAÉ : {summary.BaseUrl}")
            .AppendLine().AppendLine("Comptes de démonstration :");
        foreach (var account in summary.Accounts)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture, $"  {account.Role,-14} {account.Email,-24} {account.Password}");
        }

        text.AppendLine().AppendLine(
            CultureInfo.InvariantCulture, $"Un badge de chaque sorte, à essayer sur {summary.BaseUrl}/verifier :");
        foreach (var each in summary.Cases)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {each.Name,-34} {each.Page ?? each.Picture}");
        }

        return text.ToString();
    }

    private DemoAward AddressesOf(string publicId)
    {
        var url = addresses.Credential(publicId);
        return new DemoAward
        {
            Id = publicId,
            Url = url,
            Png = url + ".png",
            Svg = url + ".svg",
            Json = url + ".json",
            Jwt = url + ".jwt",
            Assertion = addresses.Assertion(DemoPeople.Atelier, publicId),
        };
    }

    private DemoCase CaseOf(string name, string publicId) =>
        new(name, addresses.Picture(publicId), addresses.Credential(publicId));

    /// <summary>A badge that was changed, one of an unknown issuer, and a picture that lost its record.</summary>
    private async Task<IReadOnlyList<DemoCase>> WriteForeignAsync(
        string authentic, CancellationToken cancellationToken)
    {
        var credential = await documents.FindCredentialAsync(authentic, Offers.Json, cancellationToken)
            ?? throw new InvalidOperationException("The badge that was just awarded is missing.");
        var picture = await PictureAsync(cancellationToken);
        var tampered = PngBaking.Bake(
            picture, ForeignBadges.Tamper(Encoding.UTF8.GetString(credential.Body.Span)), null);
        var foreign = PngBaking.Bake(
            picture, ForeignBadges.SignByUnknownIssuer(TimeProvider.System.GetUtcNow()), null);
        return
        [
            new("Badge falsifié", await files.WritePictureAsync("falsifie.png", tampered, cancellationToken), null),
            new("Structure inconnue", await files.WritePictureAsync("inconnu.png", foreign, cancellationToken), null),
            new("Image sans badge", await files.WritePictureAsync("image-seule.png", picture, cancellationToken), null),
        ];
    }

    private async Task<byte[]> PictureAsync(CancellationToken cancellationToken)
    {
        var published = await badges.FindPublishedAsync("delissage-de-dechets-textiles", cancellationToken);
        var picture = published?.Version.ImageId is { } imageId
            ? await images.FindAsync(imageId, cancellationToken)
            : null;
        return picture?.Png ?? throw new InvalidOperationException("The demonstration's badge has no picture.");
    }

    /// <summary>Everything that a verifier without a network needs for the badge that is authentic.</summary>
    private async Task WriteDocumentsAsync(DemoAward award, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, ReadOnlyMemory<byte>>();
        foreach (var address in await ownDocuments.ListDependenciesAsync(award.Id, cancellationToken))
        {
            if (await ownDocuments.FindAsync(new Uri(address), cancellationToken) is { } document)
            {
                found[address] = document.Body;
            }
        }

        await files.WriteDocumentsAsync(found, cancellationToken);
    }
}

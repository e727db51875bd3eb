using System.Security.Cryptography;
using System.Text;
using Badges.Credentials.OpenBadges2;
using Badges.Server.Features.Issuers;
using Badges.Server.Publication;

namespace Badges.Server.Features.Awards;

/// <summary>The revocation list of Open Badges 2.0: which signed assertions an issuer took back.</summary>
public sealed class RevocationListDocuments(
    IssuerStore issuers, SignedFormStore forms, IssuerAddresses addresses)
{
    private const int Fillers = 2;

    public async Task<PublishedDocument?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (await issuers.FindAsync(slug, cancellationToken) is not { } issuer)
        {
            return null;
        }

        var revoked = await forms.ListRevokedAsync(issuer.Id, cancellationToken);
        var list = new RevocationList
        {
            Id = addresses.Ob2Revocations(slug),
            Issuer = addresses.Ob2(slug),
            RevokedAssertions =
            [
                .. Enumerable.Range(1, Fillers).Select(number => new RevokedAssertion(
                    NeverIssued(issuer, number), RevocationReasons.French(RevocationReason.Other))),
                .. revoked.Select(form => new RevokedAssertion(
                    form.CredentialId, AwardDocuments.ReasonOf(form.EndReason))),
            ],
        };
        return PublishedDocument.Of(Offers.LinkedData, list.ToJson(), Freshness.Revalidate);
    }

    /// <summary>An identifier that looks like the others, is always the same, and was never given to an assertion.</summary>
    private static string NeverIssued(Issuer issuer, int number)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"never issued {number} {issuer.Did}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40); // version 4
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true):D}";
    }
}

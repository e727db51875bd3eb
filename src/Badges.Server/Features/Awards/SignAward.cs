using Badges.Credentials.OpenBadges2;
using Badges.Credentials.OpenBadges3;
using Badges.Credentials.Proofs;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.SigningKeys;
using Badges.Server.Features.StatusLists;

namespace Badges.Server.Features.Awards;

/// <summary>Writes and signs every form of an award. The texts are kept as they are and never made again.</summary>
public sealed class SignAward(
    IssuerProfiles profiles, IssuerAddresses issuerAddresses, AwardAddresses addresses)
{
    public IReadOnlyList<SignedForm> Run(
        PreparedAward prepared, Issuer issuer, IssuerKeys keys, Achievement achievement, IssuerBadge badge,
        StatusPosition status)
    {
        var publicId = prepared.Award.PublicId;
        var credential = AwardCredential.Build(
            prepared,
            addresses.Credential(publicId),
            profiles.InCredentials(issuer, prepared.Approved.Organization),
            achievement,
            status.Entry);
        var badgeClass = addresses.Ob2Badge(badge.PublicId);
        var picture = addresses.Picture(publicId);
        var hosted = AwardAssertion.Build(
            prepared, addresses.Assertion(issuer.Slug, publicId), badgeClass, picture, VerificationObject.Hosted);
        var signed = AwardAssertion.Build(
            prepared,
            prepared.Material.SignedAssertionUrn,
            badgeClass,
            picture,
            VerificationObject.SignedBy(issuerAddresses.Ob2Key(issuer.Slug, keys.Ob2.Kid)));
        var json = credential.ToJson();
        var embedded = EmbedProof.Run(json, issuer, keys.Ob3Embedded, prepared.Approved.At);
        var jwt = VcJwt.SignJson(json, keys.Ob3Jwt.Key, issuerAddresses.Key(issuer.Slug, keys.Ob3Jwt.Kid));
        return
        [
            Form(prepared, FormKind.Ob3Embedded, credential.Id, keys.Ob3Embedded.Id, embedded),
            Form(prepared, FormKind.Ob3Jwt, credential.Id, keys.Ob3Jwt.Id, jwt),
            Form(prepared, FormKind.Ob2Hosted, hosted.Id, keys.Ob2.Id, hosted.ToJson()),
            Form(prepared, FormKind.Ob2Signed, signed.Id, keys.Ob2.Id, Jws.Sign(signed.ToJson(), keys.Ob2.Key)),
        ];
    }

    private static SignedForm Form(PreparedAward prepared, string kind, string id, Guid keyId, string text) => new()
    {
        Id = Guid.CreateVersion7(prepared.Approved.At),
        AwardId = prepared.Award.Id,
        Kind = kind,
        Generation = 1,
        CredentialId = id,
        KeyId = keyId,
        Text = text,
        Sha256 = SignedForm.HashOf(text),
        SignedAt = prepared.Approved.At,
    };
}

using Badges.Server.Features.Recipients;
using Badges.Server.Secrets;

namespace Badges.Server.Features.Awards;

/// <summary>An approved award with its identifiers and rows, ready to be signed and stored.</summary>
public sealed record PreparedAward
{
    public required Approved Approved { get; init; }
    public required AwardMaterial Material { get; init; }
    public required Award Award { get; init; }

    /// <summary>Null when the structure knows the person already.</summary>
    public Recipient? NewRecipient { get; init; }

    public required IReadOnlyList<AwardEvidence> Evidence { get; init; }

    public static PreparedAward Build(
        Approved approved, AwardMaterial material, Guid issuerId, KeyWrapping wrapping)
    {
        var command = approved.Command;
        return new PreparedAward
        {
            Approved = approved,
            Material = material,
            Award = new Award
            {
                Id = material.AwardId,
                PublicId = material.PublicId,
                BadgeId = approved.Badge.Id,
                VersionId = approved.Version.Id,
                IssuerId = issuerId,
                OrganizationId = approved.Organization.Id,
                RecipientId = approved.KnownRecipient?.Id ?? material.NewRecipientId,
                SubjectUrn = material.SubjectUrn,
                IdentityKind = command.Identity,
                IdentitySecretWrapped = wrapping.Wrap(
                    System.Text.Encoding.UTF8.GetBytes(material.IdentitySecret), material.AwardId),
                IdentitySalt = material.Salt,
                ObservedFrom = command.ObservedOn,
                AwardedAt = approved.At,
                ValidUntil = approved.ValidUntil,
                AwardedBy = command.Caller.Id,
                Source = command.Source,
            },
            NewRecipient = approved.KnownRecipient is null ? NewRecipientOf(approved, material) : null,
            Evidence =
            [
                .. command.Evidence.Zip(
                    material.Evidence, (input, random) => EvidenceOf(approved, material, input, random)),
            ],
        };
    }

    private static Recipient NewRecipientOf(Approved approved, AwardMaterial material)
    {
        var input = approved.Command.Recipient;
        return new Recipient
        {
            Id = material.NewRecipientId,
            GivenName = input.GivenName,
            FamilyName = input.FamilyName,
            SearchName = input.SearchName,
            Email = input.Email,
            OwnReference = input.Reference,
            CreatedAt = approved.At,
        };
    }

    private static AwardEvidence EvidenceOf(
        Approved approved, AwardMaterial material, EvidenceInput input, EvidenceMaterial random) => new()
        {
            Id = random.Id,
            AwardId = material.AwardId,
            Visibility = input.Visibility,
            Name = input.Name,
            Narrative = input.Narrative,
            Url = input.Url,
            Nonce = random.Nonce,
            Sha256 = AwardEvidence.HashOf(random.Nonce, input),
            CreatedBy = approved.Command.Caller.Id,
        };
}

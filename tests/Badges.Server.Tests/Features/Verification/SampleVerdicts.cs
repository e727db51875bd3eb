using System.Globalization;
using Badges.Credentials.Verification;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.Verification;
using Badges.Server.Web;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>Reports and awards as the view is given them.</summary>
public static class SampleVerdicts
{
    public const string ClaimedName = "INAÉ, le vrai";

    public static DateOnly? DayOf(string? day) =>
        day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);

    public static BadgeCriterion Criterion(int position) => new()
    {
        Id = Guid.Empty,
        Position = position,
        IsMandatory = true,
        Texts = new Dictionary<Language, string> { [Language.French] = "Trie" },
    };

    public static VerificationReport Report(Verdict verdict, Trust trust, bool isProven = true) => new()
    {
        Verdict = verdict,
        Trust = trust,
        Format = CredentialFormat.OpenBadges3Jwt,
        Container = SubmissionContainer.Jwt,
        CheckedAt = TestApp.Now,
        Checks =
        [
            .. CheckIds.All.Select(id => isProven || id != CheckIds.Proof
                ? new Check { Id = id, Outcome = CheckOutcome.Passed }
                : new Check { Id = id, Outcome = CheckOutcome.Failed, Code = CheckCodes.SignatureWrong }),
        ],
        Credential = new CredentialSummary
        {
            Id = "https://evil.example/1",
            Name = "Trier",
            Issuer = new IssuerSummary("did:web:evil.example", ClaimedName, null),
            IssuedOn = TestApp.Now,
            Criteria = [new CriteriaSummary(null, "- Trie")],
            Evidence = [new EvidenceSummary("javascript:alert(1)", null, null, "vu", null)],
        },
    };

    public static OwnAward Own() => new()
    {
        PublicId = "award",
        Published = new PublishedBadge(
            new Badge
            {
                Id = Guid.Empty,
                Slug = "trier",
                OwnerOrganizationId = Guid.Empty,
                Audience = default,
                AwardPolicy = default,
                CreatedAt = TestApp.Now,
            },
            new BadgeVersion
            {
                Id = Guid.Empty,
                PublicId = "version",
                BadgeId = Guid.Empty,
                Number = 1,
                State = VersionState.Published,
                AchievementType = "Competency",
                Texts = new Dictionary<Language, BadgeText>
                {
                    [Language.French] = new()
                    {
                        Name = "Trier",
                        ShortName = "Trier",
                        Description = "",
                        EmployerSentence = "",
                        PlainSentence = "",
                        ImageAlt = "Un écusson",
                    },
                },
                Criteria = [Criterion(1), Criterion(2)],
                EvidenceRules = [],
                Alignments = [],
            }),
        Organization = new Organization
        {
            Id = Guid.Empty,
            Slug = "atelier",
            Kind = OrganizationKind.Aci,
            Name = "L'Atelier",
            Town = "Niort",
            Department = "79",
            PublicPhone = "05 49 00 00 00",
            CreatedAt = TestApp.Now,
        },
        Criteria = ["Trie"],
        Evidence = [],
        AwardedAt = TestApp.Now,
    };
}

using Badges.Server.Callers;
using Badges.Server.Features.Awards;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.Recipients;
using Badges.Server.Web;

namespace Badges.Server.Tests.Features.Awards;

public sealed class AwardRulesTests
{
    private static readonly Guid Own = Guid.NewGuid();
    private static readonly Guid Account = Guid.NewGuid();
    private static readonly DateTimeOffset Now = TestApp.Now.AddMilliseconds(250);

    private static readonly AwardCommand Command = new()
    {
        Caller = new Caller
        {
            Kind = CallerKind.Account,
            Id = Account,
            Roles = [new CallerRole(Own, MembershipRole.Encadrant)],
        },
        BadgeClass = "tri",
        Recipient = new RecipientInput { GivenName = "Ana", FamilyName = "Le Goff" },
    };

    private static readonly AwardContext Context = new()
    {
        Badge = new Badge
        {
            Id = Guid.NewGuid(),
            Slug = "tri",
            OwnerOrganizationId = Guid.NewGuid(),
            Audience = BadgeAudience.Parcours,
            AwardPolicy = AwardPolicy.All,
            CreatedAt = Now.AddDays(-30),
        },
        Version = Version(),
        Organization = new Organization
        {
            Id = Own,
            Slug = "atelier",
            Kind = OrganizationKind.Aci,
            Name = "Atelier",
            CreatedAt = Now.AddYears(-1),
        },
        CallerEmail = "encadrant@atelier.test",
    };

    [Fact]
    public void Decide_NothingAgainstIt_ApprovesWithWholeSeconds()
    {
        var approved = AwardRules.Decide(Command, Context, Now).Value;

        Assert.Equal(TestApp.Now, approved.At);
        Assert.Equal(TestApp.Now, approved.EarnedAt);
        Assert.Null(approved.ValidUntil);
        Assert.Equal([1, 2], approved.Criteria.Select(criterion => criterion.Position));
    }

    [Fact]
    public void Decide_ObservedEarlier_WasEarnedAtTheStartOfThatDay() => Assert.Equal(
        new DateTimeOffset(2026, 1, 19, 23, 0, 0, TimeSpan.Zero),
        AwardRules.Decide(Command with { ObservedOn = new DateOnly(2026, 1, 20) }, Context, Now).Value.EarnedAt);

    [Fact]
    public void Decide_BadgeHoldsForMonths_EndsWithThatDayInParis() => Assert.Equal(
        new DateTimeOffset(2026, 8, 1, 21, 59, 59, TimeSpan.Zero),
        AwardRules.Decide(Command, Context with { Version = Version() with { ValidMonths = 6 } }, Now).Value.ValidUntil);

    [Fact]
    public void Decide_CriteriaByTextAndPosition_AreFoundOnce() => Assert.Equal(
        [1, 2],
        AwardRules.Decide(Command with { Criteria = ["2", "trie les textiles", "1"] }, Context, Now).Value.Criteria
            .Select(criterion => criterion.Position));

    [Fact]
    public void Decide_BadgeUnknown_Refuses() =>
        AssertRefused(AwardRefusal.BadgeNotFound, Command, Context with { Badge = null });

    [Fact]
    public void Decide_OnlyADraft_Refuses() =>
        AssertRefused(AwardRefusal.BadgeNotPublished, Command, Context with { Version = null });

    [Fact]
    public void Decide_BadgeRetired_Refuses() => AssertRefused(
        AwardRefusal.BadgeRetired, Command, Context with { Badge = Context.Badge! with { RetiredAt = Now } });

    [Fact]
    public void Decide_NoStructureNamed_Refuses() => AssertRefused(
        AwardRefusal.OrganizationMissing, Command, Context with { Organization = null, IsOrganizationMissing = true });

    [Fact]
    public void Decide_StructureUnknown_Refuses() =>
        AssertRefused(AwardRefusal.OrganizationNotFound, Command, Context with { Organization = null });

    [Fact]
    public void Decide_AnotherStructure_Refuses() => AssertRefused(
        AwardRefusal.NotAllowedToAward, Command,
        Context with { Organization = Context.Organization! with { Id = Guid.NewGuid() } });

    [Fact]
    public void Decide_StructureNotListed_Refuses() => AssertRefused(
        AwardRefusal.NotAllowedToAward, Command,
        Context with { Badge = Context.Badge! with { AwardPolicy = AwardPolicy.Listed } });

    [Fact]
    public void Decide_StructureClosed_Refuses() => AssertRefused(
        AwardRefusal.OrganizationClosed, Command,
        Context with { Organization = Context.Organization! with { ClosedOn = new DateOnly(2026, 2, 1) } });

    [Fact]
    public void Decide_NobodyNamed_Refuses() =>
        AssertRefused(AwardRefusal.RecipientMissing, Command with { Recipient = new RecipientInput() }, Context);

    [Fact]
    public void Decide_UnknownPersonById_Refuses() =>
        AssertRefused(AwardRefusal.RecipientNotFound, Command, Context with { Recipient = RecipientMatch.UnknownId });

    [Fact]
    public void Decide_TwoPeoplePossible_Refuses() => AssertRefused(
        AwardRefusal.RecipientAmbiguous, Command,
        Context with { Recipient = new RecipientMatch { Candidates = [Person(), Person()] } });

    [Fact]
    public void Decide_OwnEmailTyped_Refuses() => AssertRefused(
        AwardRefusal.SelfAward, Command with { Recipient = new RecipientInput { Email = "encadrant@atelier.test" } }, Context);

    [Fact]
    public void Decide_OwnAccountLinked_Refuses() => AssertRefused(
        AwardRefusal.SelfAward, Command,
        Context with { Recipient = new RecipientMatch { Known = Person() with { AccountId = Account } } });

    [Fact]
    public void Decide_PersonHoldsTheBadge_Refuses() => AssertRefused(
        AwardRefusal.AlreadyHolds, Command,
        Context with { Recipient = new RecipientMatch { Known = Person() }, HoldsBadge = true });

    [Fact]
    public void Decide_EmailIdentityWithoutEmail_Refuses() =>
        AssertRefused(AwardRefusal.EmailMissing, Command with { Identity = IdentityKind.Email }, Context);

    [Fact]
    public void Decide_DateInFuture_Refuses() => AssertRefused(
        AwardRefusal.DateInFuture, Command with { ObservedOn = new DateOnly(2026, 2, 2) }, Context);

    [Fact]
    public void Decide_DateBeforeBadge_Refuses() => AssertRefused(
        AwardRefusal.DateBeforeBadge, Command with { ObservedOn = new DateOnly(2026, 1, 1) }, Context);

    [Fact]
    public void Decide_EndInThePast_Refuses() => AssertRefused(
        AwardRefusal.ExpiryInPast, Command with { Expires = new DateOnly(2026, 1, 31) }, Context);

    [Theory]
    [InlineData("7")]
    [InlineData("0")]
    [InlineData("Danse")]
    [InlineData("")]
    public void Decide_CriterionUnknown_Refuses(string criterion) => AssertRefused(
        AwardRefusal.CriterionUnknown, Command with { Criteria = ["1", criterion] }, Context);

    [Fact]
    public void Decide_MandatoryCriterionMissing_Refuses() =>
        AssertRefused(AwardRefusal.MandatoryCriterionMissing, Command with { Criteria = ["2"] }, Context);

    [Fact]
    public void Decide_MandatoryEvidenceMissing_Refuses() => AssertRefused(
        AwardRefusal.EvidenceMissing, Command,
        Context with
        {
            Version = Version() with
            {
                EvidenceRules =
                [
                    new EvidenceRule { Position = 1, Kind = EvidenceKind.Observation, IsMandatory = true, Description = "d" },
                ],
            },
        });

    [Fact]
    public void Decide_PublicTextNotConfirmed_Refuses() => AssertRefused(
        AwardRefusal.PublicTextNotConfirmed, Public("A bien trié.") with { ConfirmPublicText = false }, Context);

    [Theory]
    [InlineData("ANA a bien trié.", true)]
    [InlineData("Vu par le collègue de Mme LE GOFF.", true)]
    [InlineData("Le goff\u0301", true)]
    [InlineData("Anatole a bien trié.", false)]
    [InlineData("A trié un banana split.", false)]
    [InlineData("Le tri a été long, goff.", false)]
    public void Decide_PublicText_IsReadByWholeWords(string text, bool isRefused)
    {
        var refusal = AwardRules.Decide(Public(text), Context, Now).Refusal;

        Assert.Equal(isRefused ? AwardRefusal.PublicTextNamesTheRecipient : null, refusal);
    }

    [Fact]
    public void Decide_PublicTextNamesAKnownPerson_Refuses() => AssertRefused(
        AwardRefusal.PublicTextNamesTheRecipient,
        Public("Bravo Zoé") with { Recipient = new RecipientInput { Id = Guid.NewGuid() } },
        Context with { Recipient = new RecipientMatch { Known = Person() } });

    [Fact]
    public void Decide_PrivateTextNamesTheRecipient_Approves() => Assert.Null(AwardRules.Decide(
        Command with { Evidence = [new EvidenceInput { Narrative = "Ana Le Goff a trié." }] }, Context, Now).Refusal);

    [Fact]
    public void Decide_IssuerWithoutKeys_Refuses() => AssertRefused(
        AwardRefusal.IssuerHasNoKey, Command,
        Context with
        {
            Issuer = new Issuer
            {
                Id = Guid.NewGuid(),
                OrganizationId = Own,
                Slug = "atelier",
                Did = "did:web:x",
                Name = "Atelier",
                Email = "a@b.test",
                CreatedAt = Now,
            },
        });

    [Fact]
    public void Texts_EveryRefusal_HasASentenceInBothLanguages() =>
        Assert.All(Enum.GetValues<AwardRefusal>(), refusal =>
        {
            var text = AwardRefusalTexts.Of(refusal);
            Assert.NotEqual(text.French, text.English);
            Assert.InRange(text.Status, 400, 499);
        });

    private static AwardCommand Public(string narrative) => Command with
    {
        Evidence = [new EvidenceInput { Narrative = narrative, Visibility = EvidenceVisibility.Public }],
        ConfirmPublicText = true,
    };

    private static void AssertRefused(AwardRefusal refusal, AwardCommand command, AwardContext context) =>
        Assert.Equal(refusal, AwardRules.Decide(command, context, Now).Refusal);

    private static Recipient Person() => new() { Id = Guid.NewGuid(), GivenName = "Zoé", SearchName = "zoe" };

    private static BadgeVersion Version() => new()
    {
        Id = Guid.NewGuid(),
        PublicId = "v",
        BadgeId = Guid.NewGuid(),
        Number = 1,
        State = VersionState.Published,
        AchievementType = "Competency",
        Texts = new Dictionary<Language, BadgeText>(),
        Criteria = [Criterion(1, "Trie les textiles.", isMandatory: true), Criterion(2, "Explique.", isMandatory: false)],
        EvidenceRules = [],
        Alignments = [],
    };

    private static BadgeCriterion Criterion(int position, string text, bool isMandatory) => new()
    {
        Id = Guid.NewGuid(),
        Position = position,
        IsMandatory = isMandatory,
        Texts = new Dictionary<Language, string> { [Language.French] = text },
    };
}

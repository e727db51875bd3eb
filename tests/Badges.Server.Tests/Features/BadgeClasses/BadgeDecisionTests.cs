using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Organizations;
using Badges.Server.Web;

namespace Badges.Server.Tests.Features.BadgeClasses;

/// <summary>The rules, without a database.</summary>
public sealed class BadgeDecisionTests
{
    private const string Drawing = "0000000000000000000000000000000000000000000000000000000000000000";

    private static readonly DraftContext Open = new() { Badge = BadgeSamples.Badge, Draft = BadgeSamples.Draft };
    private static readonly Organization Network = Structure("inae", OrganizationKind.Network, BadgeSamples.NetworkId);
    private static readonly Organization Workshop = Structure("atelier", OrganizationKind.Aci, Guid.NewGuid());

    [Fact]
    public void Define_NoNetwork_IsRefused() => Assert.Equal(
        BadgeRefusal.NetworkMissing,
        DefineBadge.Decide(BadgeSamples.Request, [Workshop], TestApp.Now, "id", BadgeSamples.NewIds()).Refusal?.Reason);

    [Fact]
    public void Define_UnknownAwarder_IsNamed()
    {
        var decision = DefineBadge.Decide(
            BadgeSamples.Request with { Awarders = ["atelier", "inconnue"] },
            [Network, Workshop], TestApp.Now, "id", BadgeSamples.NewIds());

        Assert.Equal(["awarders"], decision.Refusal?.Faults.Select(fault => fault.Field));
        Assert.Contains("« inconnue »", decision.Refusal?.Faults[0].French, StringComparison.Ordinal);
    }

    [Fact]
    public void Define_CompleteRequest_IsOwnedByTheNetworkWithFirstDraft()
    {
        var approved = DefineBadge.Decide(
            BadgeSamples.Request with { Awarders = ["atelier"] },
            [Network, Workshop], TestApp.Now, "id", BadgeSamples.NewIds()).Value;

        Assert.Equal(Network.Id, approved.Badge.OwnerOrganizationId);
        Assert.Equal((1, VersionState.Draft), (approved.Draft.Number, approved.Draft.State));
        Assert.Equal([1, 2], approved.Draft.Criteria.Select(criterion => criterion.Position));
        Assert.Equal(Workshop.Id, approved.Awarders.Single().OrganizationId);
    }

    [Fact]
    public void Change_EveryVersionPublished_IsRefused() =>
        Assert.Equal(BadgeRefusal.VersionIsPublished, Change(Open with { Draft = null }));

    [Fact]
    public void Change_PublishedVersionNamedBesideADraft_IsRefused() =>
        Assert.Equal(BadgeRefusal.VersionIsPublished, Change(Open with { NamesPublishedVersion = true }));

    [Fact]
    public void Change_RetiredBadge_IsRefused() => Assert.Equal(
        BadgeRefusal.BadgeIsRetired,
        Change(Open with { Badge = BadgeSamples.Badge with { RetiredAt = TestApp.Now } }));

    [Fact]
    public void Change_UnknownBadge_IsRefused() => Assert.Equal(BadgeRefusal.BadgeNotFound, Change(new DraftContext()));

    [Fact]
    public void Change_OtherSlug_IsRefused()
    {
        var decision = ChangeDraft.Decide(
            Open, BadgeSamples.Request with { Slug = "autre" }, [Network], TestApp.Now, BadgeSamples.NewIds());

        Assert.Equal(["slug"], decision.Refusal?.Faults.Select(fault => fault.Field));
    }

    [Fact]
    public void Publish_CompleteDraft_IsPublishedWithTheHashOfItsContent()
    {
        var version = PublishVersion.Decide(Open, Drawing, null, TestApp.Now).Value.Version;

        Assert.Equal(VersionState.Published, version.State);
        Assert.Equal("Maraîchage", version.Tag);
        Assert.Equal(TestApp.Now, version.PublishedAt);
        Assert.Equal(SignedContent.Sha256(version, Drawing), version.ContentSha256);
    }

    public static TheoryData<string, BadgeVersion> Incomplete => new()
    {
        { "picture", BadgeSamples.Draft with { ImageId = null } },
        { "criteria[0].text", BadgeSamples.Draft with { Criteria = [] } },
        { "description", WithFrench(text => text with { Description = "" }) },
        { "employerSentence", WithFrench(text => text with { EmployerSentence = "" }) },
        { "plainSentence", WithFrench(text => text with { PlainSentence = "" }) },
        { "imageAlt", WithFrench(text => text with { ImageAlt = "" }) },
        { "shortName", WithFrench(text => text with { ShortName = "" }) },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Publish_IncompleteDraft_NamesWhatIsMissing(string field, BadgeVersion draft) => Assert.Equal(
        [field],
        PublishVersion.Decide(Open with { Draft = draft }, Drawing, null, TestApp.Now)
            .Refusal?.Faults.Select(fault => fault.Field));

    [Fact]
    public void Publish_CriteriaNotTranslated_AreNamed()
    {
        var draft = BadgeSamples.WithEnglish(BadgeSamples.Draft, BadgeSamples.Draft.French with { PlainSentence = "" });

        var refusal = PublishVersion.Decide(Open with { Draft = draft }, Drawing, null, TestApp.Now).Refusal;

        Assert.Equal(
            ["translations.en.plainSentence", "translations.en.criteria[0]", "translations.en.criteria[1]"],
            refusal?.Faults.Select(fault => fault.Field));
    }

    [Fact]
    public void StartNewVersion_PublishedBadge_CopiesItUnderNewIds()
    {
        var draft = StartNewVersion.Decide(BadgeSamples.Badge, BadgeSamples.Published, "next", Guid.NewGuid).Value;

        Assert.Equal((2, VersionState.Draft, "next"), (draft.Number, draft.State, draft.PublicId));
        Assert.Null(draft.PublishedAt);
        Assert.Equal(BadgeSamples.Published.French, draft.French);
        Assert.Empty(draft.Criteria.Select(criterion => criterion.Id)
            .Intersect(BadgeSamples.Published.Criteria.Select(criterion => criterion.Id)));
    }

    [Fact]
    public void StartNewVersion_NothingPublished_IsRefused() => Assert.Equal(
        BadgeRefusal.NothingPublished,
        StartNewVersion.Decide(BadgeSamples.Badge, null, "next", BadgeSamples.NewIds()).Refusal?.Reason);

    [Fact]
    public void Sha256_AnyChangeOfContent_IsSeen()
    {
        var hashes = new[]
        {
            SignedContent.Sha256(BadgeSamples.Published, Drawing),
            SignedContent.Sha256(BadgeSamples.Published, Drawing.Replace('0', '1')),
            SignedContent.Sha256(BadgeSamples.Published with { ValidMonths = 12 }, Drawing),
            SignedContent.Sha256(BadgeSamples.Published with { Tag = null }, Drawing),
            SignedContent.Sha256(BadgeSamples.Published with { Criteria = [] }, Drawing),
            SignedContent.Sha256(BadgeSamples.WithEnglish(BadgeSamples.Published, BadgeSamples.Draft.French), Drawing),
        };

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void Sha256_SameContentUnderOtherIds_IsTheSame() => Assert.Equal(
        SignedContent.Sha256(BadgeSamples.Published, Drawing),
        SignedContent.Sha256(BadgeSamples.Published with { Id = Guid.NewGuid(), PublicId = "other" }, Drawing));

    [Fact]
    public void MayAward_ByPolicy()
    {
        var day = new DateOnly(2026, 2, 1);
        var listed = BadgeSamples.Badge with { AwardPolicy = AwardPolicy.Listed };
        var awarder = new BadgeAwarder { BadgeId = listed.Id, OrganizationId = Workshop.Id, FromOn = day };

        Assert.True(BadgePolicy.MayAward(BadgeSamples.Badge, [], Workshop, day));
        Assert.False(BadgePolicy.MayAward(listed, [], Workshop, day));
        Assert.True(BadgePolicy.MayAward(listed, [awarder], Workshop, day));
        Assert.False(BadgePolicy.MayAward(listed, [awarder], Workshop, day.AddDays(-1)));
        Assert.False(BadgePolicy.MayAward(listed, [awarder with { ToOn = day }], Workshop, day));
        Assert.False(BadgePolicy.MayAward(listed, [awarder with { BadgeId = Guid.NewGuid() }], Workshop, day));
        Assert.False(BadgePolicy.MayAward(listed with { AwardPolicy = AwardPolicy.Owner }, [awarder], Workshop, day));
        Assert.True(BadgePolicy.MayAward(listed with { AwardPolicy = AwardPolicy.Owner }, [], Network, day));
    }

    [Fact]
    public void AwarderChange_FromOneListToAnother_AddsAndEnds()
    {
        var day = new DateOnly(2026, 2, 1);
        var (stays, leaves, comes) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        BadgeAwarder Since(Guid id) =>
            new() { BadgeId = BadgeSamples.Badge.Id, OrganizationId = id, FromOn = day.AddDays(-9) };

        var change = AwarderChange.Of(BadgeSamples.Badge.Id, [Since(stays), Since(leaves)], [stays, comes], day);

        Assert.Equal([comes], change.Added.Select(awarder => awarder.OrganizationId));
        Assert.Equal([leaves], change.Ended.Select(awarder => awarder.OrganizationId));
    }

    private static BadgeRefusal? Change(DraftContext context) => ChangeDraft.Decide(
        context, BadgeSamples.Request, [Network], TestApp.Now, BadgeSamples.NewIds()).Refusal?.Reason;

    private static BadgeVersion WithFrench(Func<BadgeText, BadgeText> change) => BadgeSamples.Draft with
    {
        Texts = new Dictionary<Language, BadgeText> { [Language.French] = change(BadgeSamples.Draft.French) },
    };

    private static Organization Structure(string slug, OrganizationKind kind, Guid id) => new()
    {
        Id = id,
        Slug = slug,
        Kind = kind,
        Name = slug,
        CreatedAt = TestApp.Now,
    };
}

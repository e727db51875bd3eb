using System.Globalization;
using Badges.Credentials.Verification;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.Registry;
using Badges.Server.Settings;

namespace Badges.Server.Tests.Features.Registry;

public sealed class IssuerRegistryTests
{
    private static readonly DateTimeOffset Recognised = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly RegisteredStructure Structure = new()
    {
        Organization = new Organization
        {
            Id = Guid.Empty,
            Slug = "chantier-vert",
            Kind = OrganizationKind.Aci,
            Name = "Chantier vert",
            LegalName = "Association Chantier",
            CreatedAt = Recognised,
        },
        Periods = [Period("2025-01-01", "2026-12-31")],
        Did = "did:web:badges.example.org:issuers:chantier-vert",
    };

    private readonly IssuerRegistry _registry = Registry(Structure);

    [Theory]
    [InlineData("did:web:badges.example.org:issuers:chantier-vert")]
    [InlineData("did:web:localhost%3A5080:issuers:chantier-vert")]
    [InlineData("https://badges.example.org/ob2/issuers/chantier-vert")]
    [InlineData("http://localhost:5080/ob2/issuers/chantier-vert")]
    public void TrustOf_OneOfOurs_IsKnown(string id)
    {
        Assert.Equal(Trust.Known, TrustOf(new IssuerClaim(id, Recognised, "Chantier vert")));
    }

    [Theory]
    [InlineData("did:web:badges.example.org:issuers:nobody")]
    [InlineData("did:web:evil.example:issuers:chantier-vert")]
    [InlineData("did:web:badges.example.org%3A8443:issuers:chantier-vert")]
    [InlineData("did:web:badges.example.org:issuers:chantier-vert:more")]
    [InlineData("https://badges.example.org.evil.example/ob2/issuers/chantier-vert")]
    [InlineData("https://badges.example.org@evil.example/ob2/issuers/chantier-vert")]
    [InlineData("https://badges.example.org/ob2/issuers/chantier-vert?x")]
    [InlineData("https://badges.example.org/ob2/issuers/")]
    [InlineData("ftp://badges.example.org/ob2/issuers/chantier-vert")]
    [InlineData("chantier-vert")]
    [InlineData("")]
    public void TrustOf_OtherIdentifiers_IsUnknown(string id)
    {
        Assert.Equal(Trust.Unknown, TrustOf(new IssuerClaim(id, Recognised, "Quelqu'un")));
    }

    [Theory]
    [InlineData("2024-12-31T12:00:00Z")]
    [InlineData("2027-01-01T12:00:00Z")]
    [InlineData(null)]
    public void TrustOf_OursButNotRecognisedAtThatDate_IsUnknown(string? issuedOn)
    {
        var at = issuedOn is null
            ? (DateTimeOffset?)null
            : At(issuedOn);

        var trust = TrustOf(
            new IssuerClaim("did:web:badges.example.org:issuers:chantier-vert", at, "Chantier vert"));

        Assert.Equal(Trust.Unknown, trust);
    }

    [Theory]
    [InlineData("Chantier Vert")]
    [InlineData("Сhаntiеr vеrt")]
    [InlineData("ASSOCIATION CHANTIER")]
    public void TrustOf_AStrangerWithOneOfOurNames_IsLookalike(string name)
    {
        Assert.Equal(
            Trust.Lookalike, TrustOf(new IssuerClaim("did:web:evil.example", Recognised, name)));
    }

    [Fact]
    public void TrustOf_WithoutARegistry_KnowsNobody()
    {
        var claim = new IssuerClaim("did:web:badges.example.org:issuers:chantier-vert", Recognised, "Chantier vert");

        Assert.Equal(Trust.Unknown, IssuerRegistry.Empty.StandingOf(claim, Recognised).Trust);
    }

    [Theory]
    [InlineData("2024-12-31", Recognition.AfterIssue, "2025-01-01")]
    [InlineData("2025-01-01", Recognition.AtIssue, "2025-01-01")]
    [InlineData("2025-06-30", Recognition.AtIssue, "2025-01-01")]
    [InlineData("2025-07-01", Recognition.BeforeIssue, "2025-01-01")]
    [InlineData("2026-02-01", Recognition.AtIssue, "2026-01-01")]
    [InlineData("2026-03-14", Recognition.AtIssue, "2026-01-01")]
    [InlineData("2026-03-15", Recognition.BeforeIssue, "2026-01-01")]
    [InlineData("2027-01-01", Recognition.BeforeIssue, "2026-01-01")]
    public void StandingOf_TwoPeriodsThenClosed_IsThatOfTheDay(string day, Recognition recognition, string from)
    {
        var registry = Registry(Structure with
        {
            Organization = Structure.Organization with { ClosedOn = new(2026, 3, 15) },
            Periods = [Period("2026-01-01", null), Period("2025-01-01", "2025-06-30"), Period("2026-06-01", null)],
        });

        var standing = registry.StandingOf(new(Structure.Did, At($"{day}T11:00:00Z"), "Chantier vert"), Recognised);

        Assert.Equal(recognition, standing.Entry?.Recognition);
        Assert.Equal(from, standing.Entry?.Period?.From.ToString("yyyy-MM-dd", null));
        Assert.Equal(recognition is Recognition.AtIssue, standing.Trust is Trust.Known);
    }

    [Fact]
    public void StandingOf_OneOfOursUnderTheNameOfAnother_IsLookalike()
    {
        var other = Structure with
        {
            Organization = Structure.Organization with { Slug = "inae", Name = "INAÉ", LegalName = null },
            Did = "did:web:badges.example.org:issuers:inae",
        };

        var standing = Registry(Structure, other).StandingOf(new(Structure.Did, Recognised, "inae"), Recognised);

        Assert.Equal(Trust.Lookalike, standing.Trust);
        Assert.Equal("INAÉ", standing.Imitated?.Name);
    }

    [Fact]
    public void StandingOf_OtherRegistryThatNamesOneOfOurIds_IsNotAsked()
    {
        var id = "did:web:badges.example.org:issuers:nobody";
        var registry = new IssuerRegistry(_registry.Own, [Copy(id, periods: null)]);

        Assert.Equal(Trust.Unknown, registry.StandingOf(new(id, Recognised, "Quelqu'un"), Recognised).Trust);
    }

    [Theory]
    [InlineData(null, null, Trust.Known)]
    [InlineData("2026-01-01", null, Trust.Known)]
    [InlineData("2026-02-02", null, Trust.Unknown)]
    [InlineData("2020-01-01", "2026-01-31", Trust.Unknown)]
    public void StandingOf_IssuerOfAnotherRegistry_IsThatOfTheDay(string? from, string? to, Trust trust)
    {
        const string Id = "https://voisin.example/issuer";
        var registry = new IssuerRegistry(
            _registry.Own, [Copy(Id, from is null ? null : [new(Day(from), to is null ? null : Day(to))])]);

        var standing = registry.StandingOf(new(Id, Recognised, "Autre nom"), Recognised);

        Assert.Equal(trust, standing.Trust);
        Assert.Equal("Voisin", standing.Entry?.Name);
        Assert.Equal("Réseau voisin", standing.Entry?.Registry);
        Assert.Equal(Recognised.AddDays(-9), standing.Entry?.CopiedAt);
        Assert.True(standing.Entry?.IsCopyOld);
    }

    [Fact]
    public void StandingOf_StrangerWithANameOfAnotherRegistry_IsLookalike()
    {
        var registry = new IssuerRegistry(_registry.Own, [Copy("https://voisin.example/issuer", periods: null)]);

        var standing = registry.StandingOf(new("https://voisin.evil/issuer", Recognised, "VOlSlN"), Recognised);

        Assert.Equal(Trust.Lookalike, standing.Trust);
        Assert.Equal("Réseau voisin", standing.Imitated?.Registry);
    }

    private Trust TrustOf(IssuerClaim claim) => _registry.StandingOf(claim, Recognised).Trust;

    private static IssuerRegistry Registry(params IReadOnlyList<RegisteredStructure> structures) => new(
        new OwnRegistry
        {
            Hosts = ["badges.example.org", "localhost:5080"],
            Name = "INAÉ",
            Address = "https://badges.example.org/registry.json",
            Structures = structures,
        },
        []);

    private static RegistryCopy Copy(string id, IReadOnlyList<RecognisedPeriod>? periods) => new()
    {
        Source = new RegistrySource { Name = "Réseau voisin", Url = new("https://voisin.example/registry.json") },
        Content = new([new RegisteredIssuer { Name = "Voisin", Ids = [id], Periods = periods }], null),
        FetchedAt = Recognised.AddDays(-9),
    };

    private static OrganizationPeriod Period(string from, string? to) => new()
    {
        Id = Guid.Empty,
        OrganizationId = Guid.Empty,
        RecognisedFrom = Day(from),
        RecognisedTo = to is null ? null : Day(to),
        Source = "network",
        RecordedAt = Recognised,
    };

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

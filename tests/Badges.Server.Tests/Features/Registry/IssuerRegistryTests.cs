using Badges.Credentials.Verification;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.Registry;

namespace Badges.Server.Tests.Features.Registry;

public sealed class IssuerRegistryTests
{
    private static readonly DateTimeOffset Recognised = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly IssuerRegistry _registry = new(
        ["badges.example.org", "localhost:5080"],
        [
            new RegisteredStructure
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
                Periods =
                [
                    new OrganizationPeriod
                    {
                        Id = Guid.Empty,
                        OrganizationId = Guid.Empty,
                        RecognisedFrom = new DateOnly(2025, 1, 1),
                        RecognisedTo = new DateOnly(2026, 12, 31),
                        Source = "network",
                        RecordedAt = Recognised,
                    },
                ],
            },
        ]);

    [Theory]
    [InlineData("did:web:badges.example.org:issuers:chantier-vert")]
    [InlineData("did:web:localhost%3A5080:issuers:chantier-vert")]
    [InlineData("https://badges.example.org/ob2/issuers/chantier-vert")]
    [InlineData("http://localhost:5080/ob2/issuers/chantier-vert")]
    public void TrustOf_OneOfOurs_IsKnown(string id)
    {
        Assert.Equal(Trust.Known, _registry.TrustOf(new IssuerClaim(id, Recognised, "Chantier vert")));
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
        Assert.Equal(Trust.Unknown, _registry.TrustOf(new IssuerClaim(id, Recognised, "Quelqu'un")));
    }

    [Theory]
    [InlineData("2024-12-31T12:00:00Z")]
    [InlineData("2027-01-01T12:00:00Z")]
    [InlineData(null)]
    public void TrustOf_OursButNotRecognisedAtThatDate_IsUnknown(string? issuedOn)
    {
        var at = issuedOn is null
            ? (DateTimeOffset?)null
            : DateTimeOffset.Parse(issuedOn, System.Globalization.CultureInfo.InvariantCulture);

        var trust = _registry.TrustOf(
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
            Trust.Lookalike, _registry.TrustOf(new IssuerClaim("did:web:evil.example", Recognised, name)));
    }

    [Fact]
    public void TrustOf_WithoutARegistry_KnowsNobody()
    {
        var claim = new IssuerClaim("did:web:badges.example.org:issuers:chantier-vert", Recognised, "Chantier vert");

        Assert.Equal(Trust.Unknown, IssuerRegistry.Empty.TrustOf(claim));
    }
}

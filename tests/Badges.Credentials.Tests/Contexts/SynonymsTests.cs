using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;

namespace Badges.Credentials.Tests.Contexts;

/// <summary>
/// Names that stand for one IRI. A member renamed to its synonym keeps the RDF, and with it the signature, and is no
/// longer found by those who read the JSON. Whoever holds a badge may add known contexts to it, so that all are looked
/// at together, with the scoped ones inside.
/// </summary>
public sealed class SynonymsTests
{
    /// <summary>All that there are, by oversights in the published contexts that are kept as facts. Those of Open
    /// Badges 3.0 join a member to a class, and a class begins with a capital: no member of a badge does.</summary>
    private static readonly string[] Expected =
    [
        "Achievement = achievement",
        "AchievementCredential = OpenBadgeCredential",
        "Address = address",
        "Criteria = criteria",
        "GeoCoordinates = geo",
        "HostedBadge = hosted",
        "Image = image",
        "Profile = creator",
        "SignedBadge = signed",
        "revoked = revokedAssertions",
        "verification = verify",
    ];

    [Fact]
    public void Terms_OfAllContexts_NoOthersShareAnIri() =>
        Assert.Equal(Expected, Pairs(Names).Order(StringComparer.Ordinal));

    [Fact]
    public void Terms_OfAllContextsButOpenBadges2_NoTwoMembersShareAnIri() =>
        Assert.Empty(Pairs(Names.Where(name => name != "ob-v2p0"), term => !char.IsUpper(term[0])));

    [Fact]
    public void Terms_OfAllContexts_NoneHidesAMemberInAnotherWay()
    {
        var facts = Names.SelectMany(Facts).ToList();

        Assert.DoesNotContain(facts, fact => Array.Exists(
            ["@vocab is", "@base is", "@reverse", "@nest", "@propagate", "@import"],
            keyword => fact.Contains(keyword, StringComparison.Ordinal)));
        Assert.Equal(
            [("id", "@id"), ("type", "@type")],
            Terms(Names).Where(each => each.Iri[0] == '@').Distinct().OrderBy(each => each.Iri));
    }

    private static IEnumerable<string> Names => KnownContexts.Documents.Values.Distinct();

    private static IEnumerable<string> Pairs(IEnumerable<string> names, Func<string, bool>? isCounted = null) =>
        from each in Terms(names)
        where isCounted?.Invoke(each.Term) is not false && each.Iri[0] != '@'
        group each.Term by each.Iri into terms
        where terms.Distinct().Count() > 1
        select string.Join(" = ", terms.Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<(string Term, string Iri)> Terms(IEnumerable<string> names) =>
        from fact in names.SelectMany(Facts)
        let parts = fact.Split(" @id is ")
        where parts.Length == 2
        select (parts[0][(parts[0].LastIndexOf('/') + 1)..], parts[1]);

    private static IEnumerable<string> Facts(string name) => ContextFacts.Of(
        JsonNode.Parse(File.ReadAllBytes(Repository.PathOf($"schemas/contexts/{name}.jsonld")))!);
}

using System.Collections.Frozen;
using Badges.Credentials.Contexts;

namespace Badges.Credentials.DataModel;

/// <summary>
/// The digests of contexts as they were published. What is bundled here says the same in other bytes, so that it has
/// other digests. Verifiable Credentials Data Model 2.0, section B.1.
/// </summary>
internal static class PublishedContexts
{
    private static readonly FrozenDictionary<string, IReadOnlyList<ResourceDigest>> All =
        new Dictionary<string, IReadOnlyList<ResourceDigest>>
        {
            [KnownContexts.DataModel2] = Of(
                "WZVc7WaX1h4D8rJVb+vlMIqxaEKEb1tYbX8fet7JJzQ=",
                "l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU",
                "XVVFK9Lc+KKfWikEc+skKxxft31OaPGgqoe6pNuiaUhS"
                    + "1l7GPUisBKmdlW+fcVO5QG+E0tBMdIabAsI5odgTBQ=="),
            [KnownContexts.DataModel1] = Of(
                "q03dmlMXWIB6eaW0UFENYa6NFH6rlmzJogDAcJWwzcw=",
                "gsOz6rhjdUu/0rnxfY1tufYRafMBy/CwXh/EvrX1xR3U0uiIwnT0nD+7JAj2H67R",
                "U2pAs5DdqUqeORlsAAkPYmaOgYT+PIwCxKIshWZuaL9u"
                    + "hdPcfy26hbK2Lvldl94kEyVo2FBNtD8snILS6IQY0g=="),
            [KnownContexts.DataIntegrity2] = Of(
                "Z/IebjOmwU5cz9L8eGX3R0+3GgSvfpQTbLOZ36yK6PQ=",
                "DuLXYmcX+LB81Em1JdXitx/icgn8meUwieAWndKUTXk/7qRSb8YLucyhzZZRI5H2",
                "Oc16mkBHt0uFJGQP41Yz6B6ChtFL27fnfQ4I2FCwDWo1"
                    + "sBhdXeNcR5uu2yOheYnZ9iislVMf3XnAxaD2Mtn6lQ=="),
            [KnownContexts.DataIntegrity1] = Of(
                "tdgpvQmqfEKrxu+gyO12NTE7VIfzfM/OPs0UnKlBhVQ=",
                "H3tRFUwstZa4BNPu3qu3Z4x+pNNvUgFJamgdvYaNXcDLkKiDn1FCzNyR/bksWtzy",
                "xJlRvZ8+j00jH85eRXmKLTL7fvSk8aLo0vPatdEDM6FC"
                    + "EzmXTudxWe2uJZ/Pc8fPE28eMATe1a8lrDiYPS6Oyg=="),
            ["https://w3id.org/security/multikey/v1"] = Of(
                "uiwYLeLZL35HGEvMqPzwvq7m05hsUnv2ZMGVu8fFhZc=",
                "D6UWQdEvuMcBsuapSSVW8l0yu0r4SpbxGAjwpiO5ckNN0YqPHxhlvGjY7gRsTlo+",
                "En0TOOp/cC10XtW/aQDtqKrEQZ2lRjGB/KAsJ+BQhRBu"
                    + "fT7s6eoOFWvP9cP5nurTl3hcRTvFeffdVJapkeELXw=="),
            [KnownContexts.OpenBadges3] = Of(
                "7y+px4RtziM8wWa0NjkCcni+TuRPALsdRcdd4t0M12E=",
                "yFn2wAoeABPuecHlzHVmtt+mwolxxGzhqzIhzfuitsbYbmMOVn0DwMeAvC+a1Rek",
                "77ErJ79hQCyiUeOVYmMQ3Ao9sHak1+Spvb75/vlnZV2b"
                    + "K8c7k+EuqCSMKDkE9NcAcGxzqa1iUv/G65B9l8cLdg=="),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The digests of the context at an address, or null when it is none of these.</summary>
    public static IReadOnlyList<ResourceDigest>? DigestsOf(string address) => All.GetValueOrDefault(address);

    private static IReadOnlyList<ResourceDigest> Of(string sha256, string sha384, string sha512) =>
    [
        .. new[] { $"sha256-{sha256}", $"sha384-{sha384}", $"sha512-{sha512}" }
            .Select(ResourceDigest.TryReadIntegrity).OfType<ResourceDigest>(),
    ];
}

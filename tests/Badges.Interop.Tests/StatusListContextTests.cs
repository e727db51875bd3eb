using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;

namespace Badges.Interop.Tests;

/// <summary>The vectors do not hold the context of Status List 2021; Digital Bazaar's package publishes it.</summary>
public sealed class StatusListContextTests
{
    [RefereeFact]
    public void StatusList2021_InOurWords_IsWhatThePackagePublishes()
    {
        const string Address = "https://w3id.org/vc/status-list/2021/v1";
        var published = Path.Combine(
            Programs.NodeFolder, "node_modules", "@digitalbazaar", "vc-status-list-context", "contexts",
            "vc-status-list-v1.jsonld");

        var ours = Repository.PathOf("schemas/contexts/status-list-2021-v1.jsonld");

        Assert.Contains(Address, KnownContexts.All);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(File.ReadAllText(published)), JsonNode.Parse(File.ReadAllText(ours))));
    }
}

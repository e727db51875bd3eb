using Badges.Server.Web.Components;

namespace Badges.Server.Tests.Web.Components;

public sealed class IconDrawingsTests
{
    [Fact]
    public void PathOf_EveryIcon_IsDrawnAndUnlikeTheOthers()
    {
        var paths = Enum.GetValues<IconName>().Select(IconDrawings.PathOf).ToList();

        Assert.All(paths, path => Assert.StartsWith("M", path, StringComparison.Ordinal));
        Assert.Equal(paths.Count, paths.Distinct().Count());
    }
}

using Badges.Server.Storage;

namespace Badges.Server.Tests.Storage;

public sealed class PublicIdTests
{
    [Fact]
    public void Create_Thousand_AreWellFormedAndDifferent()
    {
        var ids = Enumerable.Range(0, 1_000).Select(_ => PublicId.Create()).ToList();

        Assert.All(ids, id => Assert.True(PublicId.IsWellFormed(id), id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("0000000000000000000000")]
    [InlineData("IIIIIIIIIIIIIIIIIIIIII")]
    [InlineData("../../../etc/passwd222")]
    public void IsWellFormed_AnythingElse_IsNot(string text) => Assert.False(PublicId.IsWellFormed(text));
}

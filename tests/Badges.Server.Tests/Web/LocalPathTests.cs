using Badges.Server.Web;

namespace Badges.Server.Tests.Web;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/badges", "/badges")]
    [InlineData("/badges?filiere=Bâtiment", "/badges?filiere=B%C3%A2timent")]
    [InlineData("/é/😀", "/%C3%A9/%F0%9F%98%80")]
    [InlineData("/a/../b", "/b")]
    public void OrHome_PathOfOurs_IsWrittenForAHeader(string path, string written) =>
        Assert.Equal(written, LocalPath.OrHome(path));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("badges")]
    [InlineData("//evil.test/")]
    [InlineData("/\\evil.test/")]
    [InlineData("https://evil.test/")]
    [InlineData("/a\r\nSet-Cookie: x=1")]
    [InlineData("/\t/evil.test/")]
    [InlineData("/..//evil.test/")]
    public void OrHome_AnythingElse_IsHome(string? path) => Assert.Equal("/remises", LocalPath.OrHome(path, "/remises"));
}

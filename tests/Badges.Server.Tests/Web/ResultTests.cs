using Badges.Server.Web;

namespace Badges.Server.Tests.Web;

public sealed class ResultTests
{
    private enum Refusal
    {
        TooLate,
    }

    [Fact]
    public void Value_OfAnAnswer_IsTheAnswer()
    {
        Result<string, Refusal> result = "oui";

        Assert.Null(result.Refusal);
        Assert.Equal("oui", result.Value);
    }

    [Fact]
    public void Value_OfARefusal_Throws()
    {
        Result<string, Refusal> result = Refusal.TooLate;

        Assert.Equal(Refusal.TooLate, result.Refusal);
        Assert.Throws<InvalidOperationException>(() => result.Value);
    }
}

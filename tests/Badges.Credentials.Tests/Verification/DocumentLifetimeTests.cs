using System.Text;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests.Verification;

public sealed class DocumentLifetimeTests
{
    [Theory]
    [InlineData("BitstringStatusListCredential")]
    [InlineData("StatusList2021Credential")]
    [InlineData("RevocationList2020Credential")]
    [InlineData("1EdTechRevocationList")]
    [InlineData("RevocationList")]
    public void Of_ListThatDoesNotSay_IsShort(string type)
    {
        var lifetime = DocumentLifetime.Of(Document($$"""{"type":["{{type}}"]}"""), ArchivedWeb.Now);

        Assert.Equal(DocumentLifetime.OfAList, lifetime);
    }

    [Fact]
    public void Of_DocumentThatIsNoList_IsNotSaid() =>
        Assert.Null(DocumentLifetime.Of(Document("""{"type":["Profile"]}"""), ArchivedWeb.Now));

    private static FetchedDocument Document(string body) => new()
    {
        Address = "https://a.example/1",
        Outcome = FetchOutcome.Fetched,
        Body = Encoding.UTF8.GetBytes(body),
        At = ArchivedWeb.Now,
    };
}

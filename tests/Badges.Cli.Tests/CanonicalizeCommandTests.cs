using System.Text;

namespace Badges.Cli.Tests;

public sealed class CanonicalizeCommandTests
{
    [VectorsFact]
    public async Task Canonicalize_VectorOf1EdTech_PrintsItsCanonicalDocument()
    {
        var folder = Path.Combine(
            SharedData.Vectors!, "1edtech-openbadges-specification", "impl-test-vectors", "obv3p0");

        var ran = await BadgesProcess.RunAsync(["canonicalize", Path.Combine(folder, "unsigned-credential.json")]);

        ran.Expect(0);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(folder, "document-canon.txt")), ran.Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public async Task Canonicalize_InlineContextOnTheStandardInput_Prints(string mark)
    {
        var document = mark + """{"@context":{"name":"https://schema.org/name"},"name":"Léa"}""";

        var ran = await BadgesProcess.RunAsync(["canonicalize", "-"], Encoding.UTF8.GetBytes(document), null);

        ran.Expect(0);
        Assert.Equal("_:c14n0 <https://schema.org/name> \"Léa\" .\n", ran.Output);
    }

    [Theory]
    [InlineData("{", "This is not JSON")]
    [InlineData("""{"a":1,"a":2}""", "This is not JSON")]
    [InlineData("""{"name":"Léa"}""", "data loss: undefined name")]
    [InlineData("""{"@context":"https://example.org/unknown"}""", "https://example.org/unknown")]
    [InlineData("""{"@context":{"n":"urn:n"},"n":"\ud800"}""", "invalid text")]
    public async Task Canonicalize_WhatCannotBe_SaysWhyInOneSentence(string document, string reason)
    {
        var ran = await BadgesProcess.RunAsync(["canonicalize", "-"], Encoding.UTF8.GetBytes(document), null);

        ran.Expect(1);
        Assert.Contains(reason, ran.Error, StringComparison.Ordinal);
        Assert.Single(ran.Error.TrimEnd().Split('\n'));
    }
}

using System.Text.Json;
using Badges.Server.Features.Verification;

namespace Badges.Cli.Tests;

/// <summary>Receipts at the command line: never "valid", because of the badge today they say nothing.</summary>
public sealed class VerifyReceiptTests(AwardedBadge badge) : IClassFixture<AwardedBadge>
{
    [Theory]
    [InlineData("application/json", "recu.json")]
    [InlineData("application/pdf", "recu.pdf")]
    public async Task Verify_AReceipt_IsExplainedAndExitsWithTwo(string mediaType, string name)
    {
        var file = await KeepAsync(mediaType, name);

        var ran = await BadgesProcess.RunAsync("verify", file, "--documents", await ArchiveAsync());

        ran.Expect(2);
        Assert.StartsWith("Ceci est un reçu de vérification.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Ce jour-là    Badge authentique", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Trier des textiles", ran.Output, StringComparison.Ordinal);
        Assert.Contains(badge.Url, ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NON", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AReceiptThatWasChanged_ExitsWithOneAndShowsNothingOfIt()
    {
        var file = await KeepAsync("application/json", "changed.json");
        await File.WriteAllTextAsync(
            file, (await File.ReadAllTextAsync(file)).Replace("Trier", "Piloter", StringComparison.Ordinal));

        var ran = await BadgesProcess.RunAsync("verify", file, "--documents", await ArchiveAsync());

        ran.Expect(1);
        Assert.DoesNotContain("Piloter", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_Json_IsTheReportOfTheApi()
    {
        var file = await KeepAsync("application/pdf", "json.pdf");

        var ran = await BadgesProcess.RunAsync("verify", file, "--documents", await ArchiveAsync(), "--json");

        var report = JsonDocument.Parse(ran.Output).RootElement;
        Assert.Equal("receipt", report.GetProperty("format").GetString());
        Assert.Equal("undetermined", report.GetProperty("verdict").GetString());
        Assert.Equal("intact", report.GetProperty("receipt").GetProperty("page").GetString());
    }

    private async Task<string> KeepAsync(string mediaType, string name)
    {
        var file = badge.PathOf(name);
        await File.WriteAllBytesAsync(file, await badge.App.MakeReceiptAsync(badge.Url, mediaType));
        return file;
    }

    /// <summary>The one document that a receipt depends on: the network's own.</summary>
    private async Task<string> ArchiveAsync()
    {
        var folder = Directory.CreateDirectory(badge.PathOf("network")).FullName;
        var address = new Uri(badge.App.Address, $"/issuers/{TestApp.Network}/did.json");
        var document = await badge.App.Get<OwnDocuments>().FindAsync(address, CancellationToken.None);
        Assert.NotNull(document);
        await File.WriteAllBytesAsync(Path.Combine(folder, "did.json"), document.Body.ToArray());
        await File.WriteAllTextAsync(
            Path.Combine(folder, "index.json"),
            JsonSerializer.Serialize(new Dictionary<string, string> { [address.AbsoluteUri] = "did.json" }));
        return folder;
    }
}

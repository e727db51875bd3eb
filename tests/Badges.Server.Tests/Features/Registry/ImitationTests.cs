using System.Net;
using Badges.Server.Tests.Features.Verification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Badges.Server.Tests.Features.Registry;

/// <summary>A stranger's badge that is right in every respect, under one of our names.</summary>
public sealed class ImitationTests : IAsyncLifetime
{
    private ForeignIssuer _issuer = null!;
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _issuer = ForeignIssuer.Create();
        _app = await TestApp.StartAsync(services => services.Replace(ServiceDescriptor.Singleton(_issuer.Web)));
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        _issuer.Dispose();
    }

    [Fact]
    public async Task Post_ValidBadgeOfInaeBadgesExampleNamedInae_IsAmberWithTheDomain()
    {
        var credential = _issuer.Sign("INAÉ", TestApp.Now);
        using var client = _app.ClientWithKey(_app.StructureKey);
        using var page = new PageClient(_app.CreateClient());

        var report = await client.PostAsync(new { credential }).ReportAsync();
        using var shown = await page.PostFormAsync("/verifier", new() { ["credential"] = credential });

        Assert.Equal("valid", report.Verdict());
        Assert.Equal("lookalike", report.Trust());
        Assert.Equal("failed", report.Check("registry").Text("outcome"));
        Assert.Equal("issuerImitates", report.Check("registry").Text("code"));
        Assert.Contains("« INAÉ »", report.Check("registry").Text("detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        var verdict = page.Document?.QuerySelector(".verdict");
        Assert.NotNull(verdict);
        Assert.True(verdict.ClassList.Contains("unknown"));
        var headline = verdict.QuerySelector("h1")?.TextContent ?? "";
        Assert.Contains("inae-badges.example", headline, StringComparison.Ordinal);
        Assert.DoesNotContain("INAÉ", headline, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("INAÉ", verdict.QuerySelector(".verdict-facts")?.TextContent ?? "",
            StringComparison.OrdinalIgnoreCase);
        Assert.Null(page.Document?.QuerySelector(".verdict.authentic"));
    }

    [Theory]
    [InlineData("inae", "lookalike")]
    [InlineData("ΙΝΑΕ", "lookalike")]
    [InlineData("ᎥNᎪᎬ", "lookalike")]
    [InlineData("L'Atelier du fi1", "lookalike")]
    [InlineData("INAÉ Nouvelle-Aquitaine", "lookalike")]
    [InlineData("Réseau de l’inae", "lookalike")]
    [InlineData("(INΑE) Badges", "lookalike")]
    [InlineData("Inaelia", "unknown")]
    [InlineData("Couture ailleurs", "unknown")]
    public async Task Post_ValidBadgeOfAStranger_IsJudgedByTheName(string name, string trust)
    {
        using var client = _app.ClientWithKey(_app.StructureKey);

        var report = await client.PostAsync(new { credential = _issuer.Sign(name, TestApp.Now) }).ReportAsync();

        Assert.Equal("valid", report.Verdict());
        Assert.Equal(trust, report.Trust());
    }
}

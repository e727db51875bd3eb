namespace Badges.EndToEnd.Tests;

/// <summary>
/// Every page: accessible, narrow enough for the smallest phone, and loading nothing from anywhere else.
/// </summary>
public sealed class PagesTests : BrowserTest
{
    private static readonly int[] Widths = [360, 1280];

    /// <summary>The texts that reach beyond the window, where nothing scrolls.</summary>
    private const string CutOff = """
        [...document.querySelectorAll('main :is(p, dd, dt, h1, h2, h3, li, img, label)')]
          .filter(each => !each.closest('.table-scroll') && each.offsetParent !== null)
          .filter(each => each.getBoundingClientRect().right > window.innerWidth + 1)
          .map(each => each.tagName + ' ' + each.textContent.trim().slice(0, 40)).join(' | ')
        """;

    [ChromiumFact]
    public async Task PublicPages_AtBothWidths_HaveNoFaultThatAxeFinds()
    {
        var award = await PublishAndAwardAsync();
        foreach (var width in Widths)
        {
            await VisitAsync(width, signedInAs: null,
            [
                "/", "/verifier", "/badges", $"/badges/{TestAwards.Badge}", $"/issuers/{TestApp.Structure}",
                $"/credentials/{award.GetProperty("id")}", "/registre", "/connexion", "/aide", "/confidentialite",
                "/mentions-legales", "/nulle-part",
            ]);
        }
    }

    [ChromiumFact]
    public async Task PagesOfAnEncadrant_AtBothWidths_HaveNoFaultThatAxeFinds()
    {
        var award = await PublishAndAwardAsync();
        foreach (var width in Widths)
        {
            await VisitAsync(width, TestApp.Encadrant,
            [
                $"/badges/{TestAwards.Badge}/attribuer", "/remises", $"/remises/{award.GetProperty("id")}",
            ]);
        }
    }

    [ChromiumFact]
    public async Task PagesOfAnAdministrator_AtBothWidths_HaveNoFaultThatAxeFinds()
    {
        await PublishAndAwardAsync();
        foreach (var width in Widths)
        {
            await VisitAsync(width, TestApp.Administrator,
            [
                "/gestion/badges", "/badges/nouveau", $"/badges/{TestAwards.Badge}",
                $"/badges/{TestAwards.Badge}/retirer",
            ]);
        }
    }

    private async Task VisitAsync(int width, string? signedInAs, IReadOnlyList<string> paths)
    {
        var page = await Browser.OpenAsync(App, width);
        if (signedInAs is not null)
        {
            await SignIn.AsAsync(page, signedInAs);
        }

        var foreign = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(App.Address.ToString(), StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                foreign.Add(request.Url);
            }
        };
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await page.AssertNoneThatAxeFindsAsync($"{path} at {width}");
            await page.SetViewportSizeAsync(320, 740);
            await page.AssertNoSidewaysScrollAsync(320, path);
            var cut = await page.EvaluateAsync<string>(CutOff);
            Assert.True(cut.Length == 0, $"{path} cuts off at 320: {cut}");
            await page.SetViewportSizeAsync(width, 900);
        }

        Assert.Empty(foreign);
        await page.Context.CloseAsync();
    }
}

using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Badges.EndToEnd.Tests;

/// <summary>A verdict is printed on one page, with the address that checks it again.</summary>
public sealed partial class PaperTests : BrowserTest
{
    [ChromiumFact]
    public async Task PublicPage_Printed_IsOnePage()
    {
        var award = await PublishAndAwardAsync();
        var page = await Browser.OpenAsync(App);
        await page.GotoAsync($"/credentials/{award.GetProperty("id").GetString()}");

        var sheet = await page.PdfAsync(new() { PreferCSSPageSize = true, Format = "A4", PrintBackground = true });

        Assert.Single(Page().Matches(Encoding.Latin1.GetString(sheet)));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(".paper")).ToContainTextAsync($"{award.GetProperty("url").GetString()}");
        await Assertions.Expect(page.Locator(".verdict h1")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".verdict-folds")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".panel:visible")).ToHaveCountAsync(0);
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Page();
}

using System.Text;
using Badges.Server.Demo;
using Badges.Server.Features.BadgeClasses;
using Microsoft.Playwright;

namespace Badges.EndToEnd.Tests;

/// <summary>
/// Each colour of a verdict, unfolded, in light and in dark: without a fault that axe finds, on a phone.
/// </summary>
public sealed class VerdictColoursTests : BrowserTest
{
    private const int Width = 360;

    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    [ChromiumFact]
    public async Task PublicPages_OfEachColour_HaveNoFaultThatAxeFinds()
    {
        var award = await PublishAndAwardAsync();
        var revoked = await App.AwardAsync(TestAwards.Badge, "Bruno");
        await App.RevokeAsync($"{revoked.GetProperty("id").GetString()}");
        var page = await Browser.OpenAsync(App, Width);

        await page.GotoAsync($"/credentials/{award.GetProperty("id").GetString()}");
        await ExamineAsync(page, "authentic");
        await page.GotoAsync($"/credentials/{revoked.GetProperty("id").GetString()}");
        await ExamineAsync(page, "false");
    }

    [ChromiumFact]
    public async Task ResultsOfAFile_OfEachColour_HaveNoFaultThatAxeFinds()
    {
        await App.PublishProgrammeAsync(TestAwards.Badge);
        var published = await App.Get<BadgeStore>().FindPublishedAsync(TestAwards.Badge, CancellationToken.None);
        var stripped = await App.Client.GetByteArrayAsync($"/achievements/{published?.Version.PublicId}.png");
        var unknown = ForeignBadges.SignByUnknownIssuer(TimeProvider.System.GetUtcNow());
        var page = await Browser.OpenAsync(App, Width);

        await PostAsync(page, Encoding.UTF8.GetBytes(unknown));
        await ExamineAsync(page, "unknown");
        await PostAsync(page, stripped);
        await ExamineAsync(page, "unverifiable");
    }

    [ChromiumFact]
    public async Task AnswersToTheQuestionAboutAPerson_HaveNoFaultThatAxeFinds()
    {
        await App.PublishProgrammeAsync(TestAwards.Badge);
        var award = await App.AwardToEmailAsync(TestAwards.Badge, "amina@example.org");
        var page = await Browser.OpenAsync(App, Width);
        await page.GotoAsync($"/credentials/{award.GetProperty("id").GetString()}");

        foreach (var (typed, answer) in new[]
        {
            ("Amina", "Écrivez une adresse e-mail entière"),
            ("amina@example.org", "Oui."),
            ("other@example.org", "Nous ne pouvons pas confirmer."),
        })
        {
            if (await page.Locator("#personne details[open]").CountAsync() == 0)
            {
                await page.GetByText("Est-ce bien cette personne ?").ClickAsync();
            }

            await page.GetByLabel("L'adresse e-mail de la personne").FillAsync(typed);
            await page.GetByRole(AriaRole.Button, new() { Name = "Comparer" }).ClickAsync();
            await Assertions.Expect(page.Locator("#personne")).ToContainTextAsync(answer);
            await ExamineAsync(page, "authentic");
        }
    }

    private static async Task PostAsync(IPage page, byte[] file)
    {
        await page.GotoAsync("/verifier");
        await page.Locator("input[type=file]").SetInputFilesAsync(
            new FilePayload { Name = "badge", MimeType = "application/octet-stream", Buffer = file });
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Vérifier" }).ClickAsync();
    }

    private static async Task ExamineAsync(IPage page, string colour)
    {
        await Assertions.Expect(page.Locator($".verdict.{colour}")).ToBeVisibleAsync();
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
        foreach (var scheme in Schemes)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.AssertNoneThatAxeFindsAsync($"{colour}, {scheme}");
            await page.AssertNoSidewaysScrollAsync(Width, $"{colour}, {scheme}");
        }
    }
}

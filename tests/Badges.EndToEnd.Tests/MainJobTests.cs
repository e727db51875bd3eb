using Microsoft.Playwright;

namespace Badges.EndToEnd.Tests;

/// <summary>The main job as people do it: define, publish, award, show, verify, take back; no JavaScript.</summary>
public sealed class MainJobTests : BrowserTest
{
    private const string Slug = "ranger-l-atelier";

    [ChromiumFact]
    public async Task Badge_FromItsDefinitionToItsWithdrawal_SaysTheRightThingAtEachStep()
    {
        var administrator = await Browser.OpenAsync(App, javaScript: false);
        await SignIn.AsAsync(administrator, TestApp.Administrator);
        await DefineAndPublishAsync(administrator);

        var encadrant = await Browser.OpenAsync(App, width: 360, javaScript: false);
        await SignIn.AsAsync(encadrant, TestApp.Encadrant);
        var publicPage = await AwardAsync(encadrant);

        var employer = await Browser.OpenAsync(App, javaScript: false);
        await employer.GotoAsync(publicPage);
        await Assertions.Expect(Verdict(employer)).ToContainTextAsync("Badge authentique");
        var picture = await DownloadPictureAsync(employer);
        await VerifyAsync(employer, picture, "Badge authentique");

        await TakeBackAsync(encadrant);
        await VerifyAsync(employer, picture, "retiré");
        await employer.GotoAsync(publicPage);
        await Assertions.Expect(Verdict(employer)).ToContainTextAsync("retiré");
    }

    private static async Task DefineAndPublishAsync(IPage page)
    {
        await page.GotoAsync("/badges/nouveau");
        await FillAsync(page, "name", "Ranger l'atelier");
        await FillAsync(page, "shortName", "Rangement");
        await FillAsync(page, "slug", Slug);
        await FillAsync(page, "description", "Ranger l'atelier pour que chacun y travaille sans danger.");
        await FillAsync(page, "plainSentence", "Vous savez ranger l'atelier.");
        await FillAsync(page, "employerSentence", "Cette personne range un atelier sans aide.");
        await FillAsync(page, "imageAlt", "Badge rond avec un balai.");
        await FillAsync(page, "criteria[0].text", "Ranger chaque outil à sa place.");
        await FillAsync(page, "criteria[1].text", "Balayer le sol autour des machines.");
        await CheckAsync(page, "audience", "parcours");
        await CheckAsync(page, "awardPolicy", "all");
        await page.Locator("[name=achievementType]").SelectOptionAsync("Competency");
        await ClickAsync(page, "Continuer : choisir l'image");
        await CheckAsync(page, "picture.shape", "hexagon");
        await CheckAsync(page, "picture.palette", "ember");
        await page.Locator("[name='picture.icon']").First.CheckAsync();
        await ClickAsync(page, "Dessiner");
        await page.GotoAsync($"/badges/{Slug}/publier");
        await ClickAsync(page, "Publier la version 1");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToContainTextAsync("Ranger l'atelier");
    }

    /// <summary>Awards the badge and answers the address of its public page.</summary>
    private static async Task<string> AwardAsync(IPage page)
    {
        await page.GotoAsync($"/badges/{Slug}/attribuer");
        await FillAsync(page, "GivenName", "Amina");
        await FillAsync(page, "FamilyName", "Exemple");
        foreach (var criterion in await page.Locator("[name=Criteria]").AllAsync())
        {
            await criterion.CheckAsync();
        }

        await FillAsync(page, "Evidence", "Tout l'atelier, un vendredi soir.");
        await ClickAsync(page, "Remettre le badge");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Le badge est remis à Amina Exemple");
        return await page.Locator("a[href^='/credentials/']:not([download])").First.GetAttributeAsync("href") ?? "";
    }

    /// <summary>From the page of the award that the encadrant was left on.</summary>
    private static async Task TakeBackAsync(IPage page)
    {
        await page.GetByText("Retirer ce badge").ClickAsync();
        await CheckAsync(page, "Reason", "error");
        await ClickAsync(page, "Retirer le badge");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Ce badge a été retiré");
    }

    private static Task FillAsync(IPage page, string name, string text) =>
        page.Locator($"[name='{name}']").FillAsync(text);

    private static Task CheckAsync(IPage page, string name, string value) =>
        page.Locator($"[name='{name}'][value='{value}']").CheckAsync();

    private static Task ClickAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    private static ILocator Verdict(IPage page) => page.Locator(".verdict");

    private static async Task<string> DownloadPictureAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { NameRegex = new("PNG") }).ClickAsync());
        return await download.PathAsync();
    }

    private static async Task VerifyAsync(IPage page, string picture, string expected)
    {
        await page.GotoAsync("/verifier");
        await page.Locator("input[type=file]").SetInputFilesAsync(picture);
        await ClickAsync(page, "Vérifier");
        await Assertions.Expect(Verdict(page)).ToContainTextAsync(expected);
    }
}

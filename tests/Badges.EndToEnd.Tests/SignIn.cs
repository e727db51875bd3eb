using Microsoft.Playwright;

namespace Badges.EndToEnd.Tests;

/// <summary>Signing in as people do.</summary>
internal static class SignIn
{
    public static async Task AsAsync(IPage page, string email)
    {
        await page.GotoAsync("/connexion");
        await page.GetByLabel("Adresse e-mail").FillAsync(email);
        await page.GetByLabel("Mot de passe").FillAsync(TestApp.Password);
        await page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" })).ToBeVisibleAsync();
    }
}

using System.Net;
using Badges.Server.Features.Accounts;

namespace Badges.Server.Tests.Features.Accounts;

public sealed class SignInPagesTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Post_RightPassword_SignsIn()
    {
        using var page = await _app.SignInAsync(TestApp.Encadrant);

        await page.GetAsync("/connexion");

        Assert.Contains("Se déconnecter", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WrongPassword_ComesBackWithTheAddressAndOneSentence()
    {
        using var page = new PageClient(_app.CreateClient());
        await page.GetAsync("/connexion");

        var answer = await page.PostFormAsync(
            "/connexion", new() { ["Email"] = TestApp.Encadrant, ["Password"] = "faux" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("L'adresse ou le mot de passe n'est pas le bon.", page.Text, StringComparison.Ordinal);
        Assert.Equal(TestApp.Encadrant, page.Document?.QuerySelector("input[name=Email]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Post_NothingButTheToken_ComesBack()
    {
        using var page = new PageClient(_app.CreateClient());
        await page.GetAsync("/connexion");

        var answer = await page.PostFormAsync("/connexion", []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task Post_FiveWrongPasswords_LocksEvenTheRightOneOut()
    {
        using var page = new PageClient(_app.CreateClient());
        await page.GetAsync("/connexion");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await page.PostFormAsync("/connexion", new() { ["Email"] = TestApp.Encadrant, ["Password"] = "faux" });
        }

        var answer = await page.PostFormAsync(
            "/connexion", new() { ["Email"] = TestApp.Encadrant, ["Password"] = TestApp.Password });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Après cinq essais, attendez cinq minutes.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SixTries_SayTheSameOfAKnownAndOfAnUnknownAddress()
    {
        await using var app = await TestApp.StartAsync(settings: options => options with
        {
            TrustedProxies = [IPNetwork.Parse("127.0.0.0/8")],
        });

        var known = await SixTriesAsync(app, TestApp.Encadrant, "192.0.2.1");
        var unknown = await SixTriesAsync(app, "personne@inae.test", "192.0.2.2");

        Assert.Equal(6, known.Count);
        Assert.Single(known.Concat(unknown).Distinct());
        var account = await app.Get<AccountStore>().FindByEmailAsync(TestApp.Encadrant, CancellationToken.None);
        Assert.NotNull(account?.LockedUntil);
    }

    [Fact]
    public async Task SignOut_WithToken_EndsTheSession()
    {
        using var page = await _app.SignInAsync(TestApp.Encadrant);
        await page.GetAsync("/remises");

        using var answer = await page.PostFormAsync("/deconnexion", new Dictionary<string, string>());
        await page.GetAsync("/");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.DoesNotContain("Se déconnecter", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_WithoutToken_IsRefused()
    {
        using var page = await _app.SignInAsync(TestApp.Referent);
        using var client = _app.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", page.CookieNamed("badges.session"));

        using var withAForm = await client.PostAsync(
            new Uri("/deconnexion", UriKind.Relative), new FormUrlEncodedContent([]));
        using var withNothing = await client.PostAsync(new Uri("/deconnexion", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.BadRequest, withAForm.StatusCode);
        Assert.InRange((int)withNothing.StatusCode, 400, 499);
        Assert.False(withNothing.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Post_ReturnToAnotherHost_GoesHomeInstead()
    {
        using var page = new PageClient(_app.CreateClient());
        await page.GetAsync("/connexion?retour=//evil.test/");

        var answer = await page.PostFormAsync("/connexion", new()
        {
            ["Email"] = TestApp.Encadrant,
            ["Password"] = TestApp.Password,
            ["ReturnTo"] = "//evil.test/",
        });

        Assert.Equal("/remises", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Post_WithoutToken_IsRefused()
    {
        using var page = new PageClient(_app.CreateClient());

        var answer = await page.PostFormAsync(
            "/connexion", new() { ["Email"] = TestApp.Encadrant, ["Password"] = TestApp.Password });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Post_ElevenTimesInAMinute_IsToldToWait()
    {
        using var page = new PageClient(_app.CreateClient());
        await page.GetAsync("/connexion");
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await page.PostFormAsync("/connexion", new() { ["Email"] = "personne@inae.test", ["Password"] = "faux" });
        }

        var answer = await page.PostFormAsync(
            "/connexion", new() { ["Email"] = "personne@inae.test", ["Password"] = "faux" });

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    private static async Task<IReadOnlyList<string>> SixTriesAsync(TestApp app, string email, string address)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        using var page = new PageClient(client);
        await page.GetAsync("/connexion");
        var texts = new List<string>();
        for (var attempt = 0; attempt < 6; attempt++)
        {
            using var answer = await page.PostFormAsync(
                "/connexion", new() { ["Email"] = email, ["Password"] = "faux" });
            texts.Add($"{(int)answer.StatusCode} {page.Text}");
        }

        return texts;
    }
}

using System.Net;

namespace Badges.Server.Tests.Settings;

/// <summary>Behind a proxy: a client has its own budget only through a trusted one; cookies stay on https.</summary>
public sealed class ReverseProxyTests
{
    private static readonly IPNetwork Here = IPNetwork.Parse("127.0.0.0/8");

    [Fact]
    public async Task ForwardedFor_ThroughATrustedProxy_EachClientHasItsOwnBudget()
    {
        await using var app = await TestApp.StartAsync(settings: options => options with { TrustedProxies = [Here] });
        await ExhaustAsync(app, "192.0.2.1");

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(app, "192.0.2.1"));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await TryAsync(app, "192.0.2.2"));
    }

    [Fact]
    public async Task ForwardedFor_ThroughATrustedProxyBehindAForger_CountsTheAddressThatTheProxySaw()
    {
        await using var app = await TestApp.StartAsync(settings: options => options with { TrustedProxies = [Here] });
        await ExhaustAsync(app, "192.0.2.1");

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(app, "198.51.100.7, 192.0.2.1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("10.0.0.0/8")]
    public async Task ForwardedFor_WithoutTrust_AllShareOneBudget(string? trusted)
    {
        await using var app = await TestApp.StartAsync(settings: options => options with
        {
            TrustedProxies = trusted is null ? [] : [IPNetwork.Parse(trusted)],
        });
        await ExhaustAsync(app, "192.0.2.1");

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(app, "192.0.2.2"));
    }

    [Theory]
    [InlineData("https://badges.test", true)]
    [InlineData("http://badges.test", false)]
    public async Task SignIn_PublicAddress_SaysWhetherCookiesAreSecure(string publicUrl, bool isSecure)
    {
        await using var app = await TestApp.StartAsync(
            settings: options => options with { PublicUrl = new Uri(publicUrl) });
        using var client = app.CreateClient();
        using var page = new PageClient(client);
        using var form = await page.GetAsync("/connexion");

        using var answer = await page.PostFormAsync(
            "/connexion", new() { ["Email"] = TestApp.Encadrant, ["Password"] = TestApp.Password });

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(isSecure, IsSecure(form, "jeton"));
        Assert.Equal(isSecure, IsSecure(answer, "badges.session"));
    }

    private static bool IsSecure(HttpResponseMessage answer, string cookie) =>
        answer.Headers.GetValues("Set-Cookie")
            .Single(line => line.StartsWith($"{cookie}=", StringComparison.Ordinal))
            .Contains("; secure", StringComparison.OrdinalIgnoreCase);

    private static async Task ExhaustAsync(TestApp app, string client)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, await TryAsync(app, client));
        }
    }

    private static async Task<HttpStatusCode> TryAsync(TestApp app, string client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connexion")
        {
            Content = new FormUrlEncodedContent([new("Email", "personne@inae.test"), new("Password", "faux")]),
        };
        request.Headers.Add("X-Forwarded-For", client);
        using var answer = await app.Client.SendAsync(request);
        return answer.StatusCode;
    }
}

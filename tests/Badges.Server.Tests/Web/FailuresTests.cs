using System.Net;
using Badges.Server.Settings;
using Badges.Server.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Badges.Server.Tests.Web;

/// <summary>A service whose endpoints only fail.</summary>
public sealed class FailuresTests : IAsyncLifetime
{
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddWeb().AddSingleton(
            new BadgesOptions { PublicUrl = new Uri("https://badges.test"), DataDirectory = "" });
        _app = builder.Build();
        _app.UseSecurityHeaders();
        _app.UseRouting();
        _app.UseWeb();
        _app.MapGet("/fault", IResult () => throw new InvalidOperationException("Mot de passe secret"));
        _app.MapGet("/bad", IResult () => throw new BadHttpRequestException("x", StatusCodes.Status413PayloadTooLarge));
        _app.MapGet("/status/{code:int}", (int code) => TypedResults.StatusCode(code));
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("text/html", "text/html")]
    [InlineData("application/json", "application/problem+json")]
    public async Task Get_EndpointThatThrows_AnswersKindlyAndTellsNothingOfTheFault(string accept, string type)
    {
        var answer = await GetAsync("/fault", accept);
        var body = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", body, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task Get_RequestThatIsTooLarge_KeepsItsStatus() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await GetAsync("/bad", "text/html")).StatusCode);

    [Theory]
    [InlineData(400, "BadRequest")]
    [InlineData(401, "NotSignedIn")]
    [InlineData(403, "Forbidden")]
    [InlineData(404, "NotFound")]
    [InlineData(406, "NotAcceptable")]
    [InlineData(410, "Gone")]
    [InlineData(413, "TooLarge")]
    [InlineData(415, "UnsupportedMediaType")]
    [InlineData(429, "TooManyRequests")]
    [InlineData(503, "Unavailable")]
    public async Task Get_StatusWithoutBody_HasAPageAndACode(int status, string code)
    {
        var page = await GetAsync($"/status/{status}", "text/html");
        var problem = await GetAsync($"/status/{status}", "application/json");

        Assert.Equal(status, (int)page.StatusCode);
        Assert.Contains("<h1>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(status, (int)problem.StatusCode);
        Assert.Contains($"\"code\":\"{code}\"", await problem.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string accept)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(_app.Urls.Single()), path));
        request.Headers.Add("Accept", accept);
        return await client.SendAsync(request);
    }
}

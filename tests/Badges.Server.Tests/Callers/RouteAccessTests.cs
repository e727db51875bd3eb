using System.Net;
using System.Text.RegularExpressions;
using Badges.Server.Callers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Badges.Server.Tests.Callers;

/// <summary>Every route × every kind of caller: each is let in or kept out as the policy that the route states.</summary>
public sealed partial class RouteAccessTests : IAsyncLifetime
{
    private const string Everybody = "everybody";

    private static readonly HttpStatusCode[] KeptOut = [HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden];

    /// <summary>Which callers each policy lets in.</summary>
    private static readonly Dictionary<string, string[]> LetIn = new()
    {
        [Everybody] = ["anonymous", "other encadrant", "encadrant", "referent", "administrator", "structure key", "network key"],
        [Access.SignedIn] = ["other encadrant", "encadrant", "referent", "administrator", "structure key", "network key"],
        [Access.Award] = ["other encadrant", "encadrant", "referent", "administrator", "structure key", "network key"],
        [Access.Administer] = ["administrator", "network key"],
    };

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public void Routes_Each_StatesItsPolicy() => Snapshot.Match(string.Join('\n', Routes().Select(route => route.ToString())));

    [Fact]
    public async Task Routes_EachForEachCaller_LetInOrKeptOut()
    {
        var surprises = new List<string>();
        foreach (var (caller, send) in await CallersAsync())
        {
            foreach (var route in Routes())
            {
                var answer = await send(new HttpRequestMessage(new HttpMethod(route.Method), route.Address));
                var isLetIn = !KeptOut.Contains(answer.StatusCode) && !IsSentToSignIn(answer);
                if (isLetIn != LetIn[route.Policy].Contains(caller) || (int)answer.StatusCode >= 500)
                {
                    surprises.Add($"{route} answers {(int)answer.StatusCode} to {caller}");
                }
            }
        }

        Assert.Empty(surprises);
    }

    private static bool IsSentToSignIn(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Found
        && answer.Headers.Location?.ToString().Contains("/connexion?", StringComparison.Ordinal) == true;

    private async Task<Dictionary<string, Func<HttpRequestMessage, Task<HttpResponseMessage>>>> CallersAsync() => new()
    {
        ["anonymous"] = _app.Client.SendAsync,
        ["other encadrant"] = await SessionAsync(TestApp.OtherEncadrant),
        ["encadrant"] = await SessionAsync(TestApp.Encadrant),
        ["referent"] = await SessionAsync(TestApp.Referent),
        ["administrator"] = await SessionAsync(TestApp.Administrator),
        ["structure key"] = _app.ClientWithKey(_app.StructureKey).SendAsync,
        ["network key"] = _app.ClientWithKey(_app.NetworkKey).SendAsync,
    };

    private async Task<Func<HttpRequestMessage, Task<HttpResponseMessage>>> SessionAsync(string email)
    {
        using var page = await _app.SignInAsync(email);
        var cookie = page.CookieNamed("badges.session");
        var client = _app.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client.SendAsync;
    }

    private List<Route> Routes() =>
    [
        .. _app.Services.GetServices<EndpointDataSource>().Concat([_app.Get<EndpointDataSource>()])
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Distinct()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Select(method => new Route(method, endpoint.RoutePattern.RawText ?? "", PolicyOf(endpoint))))
            .OrderBy(route => route.Pattern, StringComparer.Ordinal)
            .ThenBy(route => route.Method, StringComparer.Ordinal),
    ];

    private static string PolicyOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            ? Everybody
            : endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy
                ?? throw new InvalidOperationException($"{endpoint.DisplayName} states no policy.");

    private sealed partial record Route(string Method, string Pattern, string Policy)
    {
        /// <summary>The pattern with names in its places that nothing has.</summary>
        public string Address => Place().Replace(Pattern, "nothing-has-this-name");

        public override string ToString() => $"{Method,-6} {Pattern}  {Policy}";

        [GeneratedRegex(@"\{[^}]*\}")]
        private static partial Regex Place();
    }
}

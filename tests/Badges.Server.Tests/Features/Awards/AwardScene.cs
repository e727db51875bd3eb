using System.Net.Http.Json;
using System.Text.Json;
using Badges.Credentials.Proofs;
using Badges.Server.Callers;
using Badges.Server.Features.BadgeClasses;

namespace Badges.Server.Tests.Features.Awards;

/// <summary>A service with one published badge: three criteria, the last of them optional.</summary>
public sealed class AwardScene : IAsyncLifetime
{
    public const string Badge = "gestes-de-test";

    private TestApp? _app;

    public TestApp App => _app ?? throw new InvalidOperationException("The scene has not begun.");

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        await PublishAsync(Badge);
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    public HttpClient Structure() => App.ClientWithKey(App.StructureKey);

    public HttpClient Network() => App.ClientWithKey(App.NetworkKey);

    public async Task PublishAsync(string slug, Func<BadgeRequest, BadgeRequest>? change = null)
    {
        await DefineAsync(slug, change);
        var published = await App.Get<PublishVersion>().RunAsync(slug, Caller.Anonymous, CancellationToken.None);
        _ = published.Value;
    }

    public async Task DefineAsync(string slug, Func<BadgeRequest, BadgeRequest>? change = null)
    {
        var request = Request(slug);
        var defined = await App.Get<DefineBadge>().RunAsync(
            change?.Invoke(request) ?? request, Caller.Anonymous, CancellationToken.None);
        _ = defined.Value;
    }

    public static object Body(
        string? reference = null, string badgeClass = Badge, object? recipient = null, object? criteria = null,
        object? evidence = null, string? observedOn = null, string? expires = null, string? organization = null,
        string? identity = null, bool? confirmPublicText = null) => new
        {
            badgeClass,
            organization,
            recipient = recipient ?? new { reference },
            criteria,
            evidence,
            observedOn,
            expires,
            identity,
            confirmPublicText,
        };

    /// <summary>Awards to somebody new, as the structure's own program.</summary>
    public Task<JsonElement> AwardAsync() => AwardAsync(Body(Guid.NewGuid().ToString()));

    public async Task<JsonElement> AwardAsync(object body)
    {
        using var client = Structure();
        using var answer = await client.PostAsJsonAsync("/api/v1/awards", body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement.Clone();
    }

    public async Task RevokeAsync(string id, string reason = "error", string? note = null)
    {
        using var client = Structure();
        using var answer = await client.PostAsJsonAsync($"/api/v1/awards/{id}/revocation", new { reason, note });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public Task<string> GetTextAsync(string address) => App.Client.GetStringAsync(new Uri(address));

    public async Task<JsonElement> GetJsonAsync(string address) =>
        JsonDocument.Parse(await GetTextAsync(address)).RootElement.Clone();

    public async Task<HttpResponseMessage> GetAsync(string address, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(App.Address, address));
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await App.Client.SendAsync(request);
    }

    public static JsonElement PayloadOf(string jws)
    {
        var read = Jws.TryRead(jws);
        Assert.NotNull(read);
        return JsonDocument.Parse(read.Payload).RootElement.Clone();
    }

    public static string Text(JsonElement json, params string[] path) =>
        path.Aggregate(json, (element, name) => element.GetProperty(name)).GetString() ?? "";

    private static BadgeRequest Request(string slug) => new()
    {
        Slug = slug,
        Audience = "parcours",
        Sector = "Textile",
        AwardPolicy = "all",
        AchievementType = "Competency",
        Name = $"Gestes de {slug}",
        ShortName = "Gestes",
        Description = "Trier et préparer des textiles usagés.",
        EmployerSentence = "Sait trier des textiles.",
        PlainSentence = "Tu sais trier des textiles.",
        ImageAlt = "Un écusson bleu avec un fil.",
        Criteria =
        [
            new CriterionRequest { Text = "Trie les textiles par matière.", Mandatory = true },
            new CriterionRequest { Text = "Retire les boutons et les fermetures.", Mandatory = true },
            new CriterionRequest { Text = "Explique le geste à un collègue.", Mandatory = false },
        ],
        Evidence = [],
        Alignments = [],
        Picture = new PictureRequest { Shape = "hexagon", Palette = "ocean", Icon = "M4 4h16v16H4z" },
    };
}

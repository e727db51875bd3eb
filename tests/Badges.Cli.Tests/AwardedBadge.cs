using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Badges.Server.Callers;
using Badges.Server.Features.BadgeClasses;
using Badges.Server.Features.Verification;
using Badges.Server.Settings;

namespace Badges.Cli.Tests;

/// <summary>
/// A service that awarded one badge, the badge's files, and a folder of all that their verification asks for.
/// </summary>
public sealed class AwardedBadge : IAsyncLifetime
{
    public const string Slug = "gestes-de-test";

    private TestApp? _app;

    public TestApp App => _app ?? throw new InvalidOperationException("The service has not started.");
    public string Folder { get; } = Directory.CreateTempSubdirectory("badges-cli-").FullName;
    public string Documents => Path.Combine(Folder, "documents");
    public string Png => PathOf("badge.png");
    public string Svg => PathOf("badge.svg");
    public string Json => PathOf("badge.json");
    public string Jwt => PathOf("badge.jwt");
    public string PlainPicture => PathOf("plain.png");
    public string PublicId { get; private set; } = "";
    public string Url => new Uri(App.Address, $"/credentials/{PublicId}").AbsoluteUri;

    /// <summary>What the server's settings say, for commands that work on the installation.</summary>
    public IReadOnlyDictionary<string, string> Environment
    {
        get
        {
            var options = App.Get<BadgesOptions>();
            var environment = new Dictionary<string, string>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Badges__PublicUrl"] = options.Address(""),
                ["Badges__KeyProtectionSecret"] = options.KeyProtectionSecret ?? "",
            };
            if (options.PostgresConnection is { } connection)
            {
                environment["ConnectionStrings__Badges"] = connection;
            }

            return environment;
        }
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();
        await PublishAsync();
        PublicId = await AwardAsync("first");
        foreach (var (file, suffix) in new[] { (Png, ".png"), (Svg, ".svg"), (Json, ".json"), (Jwt, ".jwt") })
        {
            await File.WriteAllBytesAsync(file, await App.Client.GetByteArrayAsync(new Uri(Url + suffix)));
        }

        await File.WriteAllBytesAsync(
            PlainPicture, await App.Client.GetByteArrayAsync(new Uri(App.Address, $"/badges/{Slug}.png")));
        await WriteDocumentsAsync(Documents);
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    public async Task<string> AwardAsync(string reference)
    {
        using var client = App.ClientWithKey(App.StructureKey);
        using var answer = await client.PostAsJsonAsync(
            "/api/v1/awards",
            new { badgeClass = Slug, recipient = new { reference, email = "nadia@example.org" }, identity = "email" });
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("id").GetString() ?? "";
    }

    /// <summary>An archive as <c>--documents</c> reads it, of the present state.</summary>
    public async Task WriteDocumentsAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var own = App.Get<OwnDocuments>();
        var index = new Dictionary<string, object>();
        foreach (var address in await own.ListDependenciesAsync(PublicId, CancellationToken.None))
        {
            if (await own.FindAsync(new Uri(address), CancellationToken.None) is { } document)
            {
                var name = $"{index.Count}.bin";
                index[address] = new { status = document.Status, file = name };
                await File.WriteAllBytesAsync(Path.Combine(folder, name), document.Body.ToArray());
            }
        }

        await File.WriteAllTextAsync(
            Path.Combine(folder, "index.json"), JsonSerializer.Serialize(index), Encoding.UTF8);
    }

    private async Task PublishAsync()
    {
        var request = new BadgeRequest
        {
            Slug = Slug,
            Audience = "parcours",
            Sector = "Textile",
            AwardPolicy = "all",
            AchievementType = "Competency",
            Name = "Trier des textiles",
            ShortName = "Tri",
            Description = "Trier et préparer des textiles usagés.",
            EmployerSentence = "Sait trier des textiles.",
            PlainSentence = "Tu sais trier des textiles.",
            ImageAlt = "Un écusson bleu avec un fil.",
            Criteria = [new CriterionRequest { Text = "Trie les textiles par matière.", Mandatory = true }],
            Evidence = [],
            Alignments = [],
            Picture = new PictureRequest { Shape = "hexagon", Palette = "ocean", Icon = "M4 4h16v16H4z" },
        };
        _ = (await App.Get<DefineBadge>().RunAsync(request, Caller.Anonymous, CancellationToken.None)).Value;
        _ = (await App.Get<PublishVersion>().RunAsync(Slug, Caller.Anonymous, CancellationToken.None)).Value;
    }
}

using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Badges.Credentials.Baking;
using Badges.Credentials.Proofs;
using Badges.Credentials.Status;
using Badges.Server.Callers;
using Badges.Server.Features.Accounts;
using Badges.Server.Features.Recipients;

namespace Badges.Server.Tests.Features.Awards;

/// <summary>
/// An award about an unmistakable person, by an unmistakable encadrant: whatever anybody can fetch without signing in,
/// and whatever is inside it, names neither of them.
/// </summary>
public sealed partial class AwardPrivacyTests : IAsyncLifetime
{
    private const string EncadrantEmail = "wilfried.xyzzyquux@structure.test";

    private static readonly string[] Secrets =
    [
        "Zéphyrine", "Ôlgafrézka", "zephyrine.olgafrezka@example.org", "REF-ÇÉ-4711", "Wilfried", "Xyzzyquux",
        "ponceuse à bande verte du hangar",
    ];

    private readonly AwardScene _scene = new();

    public async Task InitializeAsync()
    {
        await _scene.InitializeAsync();
        var account = new CreateAccount.Command
        {
            Email = EncadrantEmail,
            DisplayName = "Wilfried Xyzzyquux",
            Password = TestApp.Password,
            OrganizationSlug = TestApp.Structure,
            Role = MembershipRole.Encadrant,
        };
        _ = (await _scene.App.Get<CreateAccount>().RunAsync(account, CancellationToken.None)).Value;
    }

    public Task DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData("secret")]
    [InlineData("email")]
    public async Task Award_EverythingPublished_NamesNobody(string identity)
    {
        var id = await AwardAsync(identity);
        var found = await FetchAllAsync(id);
        await _scene.RevokeAsync(id, "other", $"Rendu par {Secrets[0]} {Secrets[1]}");
        found = [.. found, .. await FetchAllAsync(id)];

        Assert.True(found.Count > 30, $"Only {found.Count} documents were read.");
        Assert.Contains(
            found, document => document.Text.Contains("preuve conservée par la structure", StringComparison.Ordinal));
        foreach (var holder in (string[])[".json", ".png#openbadgecredential", ".svg"])
        {
            Assert.Contains(found, document => document.Address == $"/credentials/{id}{holder}"
                && document.Text.Contains("eddsa-rdfc-2022", StringComparison.Ordinal));
        }

        foreach (var (address, text) in found)
        {
            Assert.All(Secrets, secret => Assert.False(
                FoldedText.Of(text).Contains(FoldedText.Of(secret), StringComparison.Ordinal),
                $"{address} holds {secret}."));
        }
    }

    [Fact]
    public void Layers_SecretInsideAJwtInsideAPicture_IsFound()
    {
        var payload = Encoding.UTF8.GetBytes($$"""{"type":"VerifiableCredential","name":"{{Secrets[0]}}"}""");
        var jws = $"{Encode("""{"alg":"none"}"""u8)}.{Encode(payload)}.";
        var envelope = Encoding.UTF8.GetBytes($"{{\"id\":\"data:application/vc+jwt,{jws}\"}}");

        Assert.Contains(Layers("x", envelope), layer => layer.Text.Contains(Secrets[0], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"name":"Z\u00e9phyrine"}""")]
    [InlineData("<p>Z&#xE9;phyrine</p>")]
    public void Layers_SecretInAnotherSpelling_IsFound(string document) => Assert.Contains(
        Layers("x", Encoding.UTF8.GetBytes(document)),
        layer => layer.Text.Contains("Zéphyrine", StringComparison.Ordinal));

    private async Task<string> AwardAsync(string identity)
    {
        using var page = await _scene.App.SignInAsync(EncadrantEmail);
        await page.GetAsync($"/badges/{AwardScene.Badge}/attribuer");
        var form = new KeyValuePair<string, string>[]
        {
            new("GivenName", "Zéphyrine"), new("FamilyName", "Ôlgafrézka"),
            new("Email", "zephyrine.olgafrezka@example.org"), new("Reference", "REF-ÇÉ-4711"),
            new("ObservedOn", "2026-02-01"), new("Criteria", "1"), new("Criteria", "2"),
            new("Evidence", "Vue à la ponceuse à bande verte du hangar par Wilfried."),
            new("TieToEmail", identity == "email" ? "true" : "false"),
        };
        using var answer = await page.PostFormAsync($"/badges/{AwardScene.Badge}/attribuer", form);
        var location = answer.Headers.Location?.ToString() ?? "";
        Assert.StartsWith("/remises/", location, StringComparison.Ordinal);
        return location["/remises/".Length..location.IndexOf('?', StringComparison.Ordinal)];
    }

    /// <summary>Every address of the contract, and every address of ours that a document names.</summary>
    private async Task<IReadOnlyList<(string Address, string Text)>> FetchAllAsync(string id)
    {
        var network = Caller.Anonymous with { Roles = [new CallerRole(Guid.Empty, MembershipRole.Administrator)] };
        var code = await _scene.App.Get<Server.Features.Awards.AwardViewStore>()
            .FindAsync(network, id, CancellationToken.None);
        var open = new Queue<string>(
        [
            .. new[]
            {
                "", ".json", ".jwt", ".png", ".svg", ".png?format=jwt", ".png?format=ob2", ".svg?format=jwt",
                ".svg?format=ob2",
            }.Select(suffix => $"/credentials/{id}{suffix}"),
            $"/v/{code?.Award.CardCode}",
            $"/ob2/issuers/{TestApp.Structure}/assertions/{id}",
            $"/ob2/issuers/{TestApp.Structure}/assertions/{id}.jws",
            $"/issuers/{TestApp.Structure}", $"/issuers/{TestApp.Structure}/did.json",
            $"/issuers/{TestApp.Structure}/jwks.json",
            $"/ob2/issuers/{TestApp.Structure}", $"/ob2/issuers/{TestApp.Structure}/revocations",
            "/", "/badges", $"/badges/{AwardScene.Badge}", "/verifier", "/openapi/v1.json",
        ]);
        var seen = new HashSet<string>(open);
        var documents = new List<(string, string)>();
        while (open.TryDequeue(out var path))
        {
            foreach (var accept in (string[])["*/*", "text/html", "application/vc+jwt"])
            {
                using var answer = await _scene.GetAsync($"{_scene.App.Address}{path.TrimStart('/')}", accept);
                var body = await answer.Content.ReadAsByteArrayAsync();
                documents.Add(($"{path} headers", $"{answer.Headers}{answer.Content.Headers}"));
                documents.AddRange(Layers(path, body));
            }

            var named = documents
                .SelectMany(document => OwnAddress().Matches(document.Item2))
                .Select(match => match.Groups[1].Value);
            foreach (var next in named.Where(seen.Add).ToList())
            {
                open.Enqueue(next);
            }
        }

        return documents;
    }

    /// <summary>A document and what is inside it: texts of a picture, payloads of JWTs, status lists.</summary>
    private static IEnumerable<(string Address, string Text)> Layers(string address, byte[] body)
    {
        foreach (var baked in PngBaking.TryRead(body, 1 << 20, out _) ?? [])
        {
            foreach (var layer in Layers($"{address}#{baked.Keyword}", Encoding.UTF8.GetBytes(baked.Text ?? "")))
            {
                yield return layer;
            }
        }

        var text = Encoding.UTF8.GetString(body);
        yield return (address, text);
        yield return ($"{address}!decoded", Decode(text));
        foreach (Match match in CompactJws().Matches(text))
        {
            if (Jws.TryRead(match.Value) is { } jws)
            {
                foreach (var layer in Layers($"{address}!payload", jws.Payload.ToArray()))
                {
                    yield return layer;
                }
            }
        }

        foreach (Match match in EncodedList().Matches(text))
        {
            var bits = BitstringStatusList.TryDecode(match.Groups[1].Value, 1 << 20);
            yield return ($"{address}!list", Encoding.Latin1.GetString(bits?.Bits.ToArray() ?? []));
        }
    }

    /// <summary>Names as JSON and HTML may write them: \u00e9, &amp;#xE9;.</summary>
    private static string Decode(string text) => JsonEscape().Replace(
        WebUtility.HtmlDecode(text), match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    private static string Encode(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    [GeneratedRegex(@"[\w-]{10,}\.[\w-]{10,}\.[\w-]*")]
    private static partial Regex CompactJws();

    [GeneratedRegex("\"encodedList\":\"(u[\\w-]+)\"")]
    private static partial Regex EncodedList();

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex JsonEscape();

    [GeneratedRegex(@"http://localhost:\d+(/[\w/.%-]+)")]
    private static partial Regex OwnAddress();
}

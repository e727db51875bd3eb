using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Server.Settings;

namespace Badges.Server.Tests.Features.Registry;

/// <summary>Another network's registry on a server of its own, which answers whatever the test chose last.</summary>
public sealed class ForeignRegistry : IAsyncDisposable
{
    public const string Name = "Réseau voisin";

    private readonly Ed25519SigningKey _key = Ed25519SigningKey.FromSeed([.. Enumerable.Repeat((byte)9, 32)]);
    private readonly HostileServer _server;

    private ForeignRegistry() => _server = new(async (_, stream, cancellationToken) =>
        await stream.WriteAsync(Answer ?? Document(Encoding.UTF8.GetBytes(Text)), cancellationToken));

    public static ForeignRegistry Start() => new();

    /// <summary>The document that it answers.</summary>
    public string Text { get; set; } = "{}";

    /// <summary>What it answers instead, down to the last byte.</summary>
    public byte[]? Answer { get; set; }

    public int Requests => _server.Requests.Count;

    public RegistrySource Signed => new()
    {
        Name = Name,
        Url = _server.Address("/registry.json"),
        PublicKey = _key.Multikey,
    };

    public RegistrySource Pinned => Signed with { PublicKey = null, Sha256 = DigestOf(Text) };

    public static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A registry with one issuer, not signed.</summary>
    public static string Write(
        string issuer, DateTimeOffset updated, string name = "Couture ailleurs", string? recognised = null)
    {
        var entry = new JsonObject { ["name"] = name, ["url"] = "https://couture.example", ["location"] = "Nantes" };
        if (recognised is not null)
        {
            entry["recognised"] = JsonNode.Parse(recognised);
        }

        return new JsonObject
        {
            ["meta"] = new JsonObject { ["updated"] = updated.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null) },
            ["registry"] = new JsonObject { [issuer] = entry },
        }.ToJsonString();
    }

    public string Sign(string registry, Cryptosuite? suite = null) => DataIntegrity.Sign(
        registry,
        suite ?? Cryptosuites.EddsaJcs2022,
        _key,
        new() { VerificationMethod = $"did:web:voisin.example#{_key.Multikey}", Created = TestApp.Now },
        BundledContexts.Documents);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _key.Dispose();
    }

    private static byte[] Document(byte[] body) => HostileServer.Answer(
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}", body);
}

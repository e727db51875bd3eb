using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.Server.Secrets;
using Badges.Server.Settings;

namespace Badges.Server.Features.CredentialApi;

/// <summary>
/// The keys of this API, one of each type, made at first use and kept wrapped in the data directory. They stand for no
/// structure: no badge is signed with them.
/// </summary>
public sealed class CredentialApiKeys(BadgesOptions options, KeyWrapping wrapping) : IDisposable
{
    public const string FileName = "keys.json";

    private readonly Lock _turn = new();
    private Dictionary<string, ISigningKey>? _keys;

    /// <summary>Where the files of this API are.</summary>
    public static string FolderOf(BadgesOptions options) => Path.Combine(options.DataDirectory, "vc-api");

    public Ed25519SigningKey Ed25519 => (Ed25519SigningKey)All["Ed25519"];

    public EcSigningKey P256 => (EcSigningKey)All["P-256"];

    public EcSigningKey P384 => (EcSigningKey)All["P-384"];

    private Dictionary<string, ISigningKey> All
    {
        get
        {
            lock (_turn)
            {
                return _keys ??= Open();
            }
        }
    }

    public void Dispose()
    {
        foreach (var (_, key) in _keys ?? [])
        {
            key.Dispose();
        }
    }

    private Dictionary<string, ISigningKey> Open()
    {
        var file = Path.Combine(FolderOf(options), FileName);
        var stored = File.Exists(file)
            ? JsonSerializer.Deserialize<Dictionary<string, byte[]>>(File.ReadAllBytes(file)) ?? []
            : [];
        var keys = new Dictionary<string, ISigningKey>
        {
            ["Ed25519"] = Read(stored, "Ed25519", bytes => Ed25519SigningKey.FromPkcs8(bytes)) ?? NewEd25519(),
            ["P-256"] = Read(stored, "P-256", bytes => EcSigningKey.FromPkcs8(bytes))
                ?? NewEc(ECCurve.NamedCurves.nistP256),
            ["P-384"] = Read(stored, "P-384", bytes => EcSigningKey.FromPkcs8(bytes))
                ?? NewEc(ECCurve.NamedCurves.nistP384),
        };
        Directory.CreateDirectory(FolderOf(options));
        File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(
            keys.ToDictionary(each => each.Key, each => wrapping.Wrap(each.Value.ExportPkcs8(), RowOf(each.Key)))));
        return keys;
    }

    /// <summary>The key as it was kept; null when there is none, or another secret wrapped it.</summary>
    private ISigningKey? Read(
        Dictionary<string, byte[]> stored, string name, Func<byte[], ISigningKey> read) =>
        stored.GetValueOrDefault(name) is { } wrapped && wrapping.TryUnwrap(wrapped, RowOf(name)) is { } pkcs8
            ? read(pkcs8)
            : null;

    private static Guid RowOf(string name) => new(SHA256.HashData(Encoding.ASCII.GetBytes(name)).AsSpan(0, 16));

    private static Ed25519SigningKey NewEd25519() => Ed25519SigningKey.FromSeed(RandomNumberGenerator.GetBytes(32));

    private static EcSigningKey NewEc(ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        return new EcSigningKey(key);
    }
}

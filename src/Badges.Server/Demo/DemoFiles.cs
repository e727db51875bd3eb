using System.Text.Encodings.Web;
using System.Text.Json;
using Badges.Server.Features.Verification;
using Badges.Server.Publication;
using Badges.Server.Settings;

namespace Badges.Server.Demo;

/// <summary>What the demonstration leaves in the data directory.</summary>
public sealed class DemoFiles(BadgesOptions options) : IOwnFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const string PicturesPath = "/demo/";

    private string PicturesFolder => Path.Combine(options.DataDirectory, "demo");

    private string SummaryFile => Path.Combine(options.DataDirectory, "demo.json");

    private string DocumentsFolder => Path.Combine(options.DataDirectory, "demo-documents");

    public async Task<DemoSummary?> ReadSummaryAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(SummaryFile))
        {
            return null;
        }

        await using var stream = File.OpenRead(SummaryFile);
        return await JsonSerializer.DeserializeAsync<DemoSummary>(stream, Json, cancellationToken);
    }

    /// <summary>The summary holds passwords and a key: its owner alone may read it.</summary>
    public async Task WriteSummaryAsync(DemoSummary summary, CancellationToken cancellationToken)
    {
        var file = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var stream = new FileStream(SummaryFile, file);
        await JsonSerializer.SerializeAsync(stream, summary, Json, cancellationToken);
    }

    /// <summary>The file of one of the pictures that stand at <c>/demo/…</c>.</summary>
    public string? FindPicture(string name) =>
        Directory.Exists(PicturesFolder)
            ? Directory.GetFiles(PicturesFolder).FirstOrDefault(file => Path.GetFileName(file) == name)
            : null;

    /// <summary>The pictures as a verification of their address finds them.</summary>
    public async Task<PublishedDocument?> FindAsync(string path, CancellationToken cancellationToken) =>
        path.StartsWith(PicturesPath, StringComparison.Ordinal) && FindPicture(path[PicturesPath.Length..]) is { } file
            ? PublishedDocument.Of(
                "image/png", await File.ReadAllBytesAsync(file, cancellationToken), Freshness.Revalidate)
            : null;

    public async Task<string> WritePictureAsync(string name, byte[] bytes, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(PicturesFolder);
        await File.WriteAllBytesAsync(Path.Combine(PicturesFolder, name), bytes, cancellationToken);
        return options.Address(PicturesPath + name);
    }

    /// <summary>Documents by address, as <c>badges verify --documents</c> reads them.</summary>
    public async Task WriteDocumentsAsync(
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> documents, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(DocumentsFolder);
        var index = new Dictionary<string, string>();
        foreach (var (address, body) in documents)
        {
            var name = $"{index.Count + 1:000}{ExtensionOf(address)}";
            index[address] = name;
            await File.WriteAllBytesAsync(Path.Combine(DocumentsFolder, name), body, cancellationToken);
        }

        await File.WriteAllTextAsync(
            Path.Combine(DocumentsFolder, "index.json"), JsonSerializer.Serialize(index, Json), cancellationToken);
    }

    private static string ExtensionOf(string address) => Path.GetExtension(address) switch
    {
        ".png" or ".svg" or ".jwt" or ".jws" => Path.GetExtension(address),
        _ => ".json",
    };
}

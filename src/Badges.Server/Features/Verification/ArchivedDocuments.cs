using System.Text.Json;
using Badges.Credentials.Verification;

namespace Badges.Server.Features.Verification;

/// <summary>
/// A folder that stands for the web: its <c>index.json</c> maps addresses to files, or to a status and a file. What is
/// not in it is not to be had.
/// </summary>
public sealed class ArchivedDocuments : IDocumentSource
{
    public const string IndexName = "index.json";

    private readonly string _folder;
    private readonly IReadOnlyDictionary<string, Entry> _entries;

    private ArchivedDocuments(string folder, IReadOnlyDictionary<string, Entry> entries)
    {
        _folder = folder;
        _entries = entries;
    }

    /// <summary>No document at all: a verification without a network.</summary>
    public static ArchivedDocuments Empty { get; } = new("", new Dictionary<string, Entry>());

    /// <exception cref="InvalidDataException">
    /// The index is missing, is not well formed, or leaves the folder.
    /// </exception>
    public static ArchivedDocuments Open(string folder)
    {
        try
        {
            using var index = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, IndexName)));
            var entries = index.RootElement.EnumerateObject()
                .ToDictionary(member => member.Name, member => Read(folder, member.Value));
            return new ArchivedDocuments(folder, entries);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IOException
            or UnauthorizedAccessException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new InvalidDataException(
                $"{Path.Combine(folder, IndexName)} cannot be read: {exception.Message}", exception);
        }
    }

    public async Task<FetchedDocument> FetchAsync(
        string address, WantedDocument wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = new FetchedDocument { Address = address, Outcome = FetchOutcome.Unreachable, At = now };
        return Find(address) is { } entry
            ? found with
            {
                Outcome = FetchOutcome.Fetched,
                Status = entry.Status,
                Body = entry.File is { } file
                    ? await File.ReadAllBytesAsync(Path.Combine(_folder, file), cancellationToken)
                    : default(ReadOnlyMemory<byte>),
            }
            : found;
    }

    /// <summary>
    /// As written; an <c>http:</c> address is asked for as <c>https:</c>, and stands here as it was written.
    /// </summary>
    private Entry? Find(string address)
    {
        var plain = address.StartsWith("https:", StringComparison.Ordinal)
            ? "http:" + address["https:".Length..]
            : address;
        return _entries.GetValueOrDefault(address) ?? _entries.GetValueOrDefault(plain);
    }

    private static Entry Read(string folder, JsonElement value)
    {
        var entry = value.ValueKind == JsonValueKind.String
            ? new Entry(null, value.GetString())
            : new Entry(
                value.TryGetProperty("status", out var status) ? status.GetInt32() : null,
                value.TryGetProperty("file", out var file) ? file.GetString() : null);
        return entry.File is { } name && !IsWithin(folder, name)
            ? throw new FormatException($"{name} is not a file of the folder.")
            : entry;
    }

    private static bool IsWithin(string folder, string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && File.Exists(path);
    }

    private sealed record Entry(int? Status, string? File);
}

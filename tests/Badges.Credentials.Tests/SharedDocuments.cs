using System.Text.Json;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification;

namespace Badges.Credentials.Tests;

/// <summary>The JSON documents of the vectors and the samples, also those inside tokens and pictures.</summary>
internal static class SharedDocuments
{
    /// <summary>Folders of vectors that hold badges, credentials and what belongs to them.</summary>
    private static readonly string[] Folders =
    [
        "1edtech-openbadges-specification", "1edtech-validator",
        "w3c-vc-data-model", "w3c-vc-di-ecdsa", "w3c-vc-di-eddsa",
    ];

    /// <summary>Their files, relative to nothing: a test names its case by it.</summary>
    public static IEnumerable<string> Files()
    {
        var roots = Folders.Where(_ => SharedData.Vectors is not null)
            .Select(folder => Path.Combine(SharedData.Vectors!, folder))
            .Append(SharedData.Samples).OfType<string>();
        return roots.SelectMany(root => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".json" or ".jwt" or ".png" or ".svg")
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The JSON of a file, or null when there is none that can be read.</summary>
    public static JsonElement? TryRead(string file)
    {
        var text = Unbaking.Unbake(Submission.Read(File.ReadAllBytes(file), null).Submission ?? Empty).Text;
        try
        {
            return text is null ? null
                : Jws.TryRead(text) is { } jws ? JsonElement.Parse(jws.Payload.Span)
                : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Submission Empty { get; } =
        new() { Container = SubmissionContainer.Html, Bytes = ReadOnlyMemory<byte>.Empty };
}

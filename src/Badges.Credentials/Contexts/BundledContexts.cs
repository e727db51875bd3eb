using Badges.LinkedData.JsonLd;

namespace Badges.Credentials.Contexts;

/// <summary>The documents behind <see cref="KnownContexts"/>: our own, which define every term as the published ones
/// do.</summary>
public static class BundledContexts
{
    private static readonly Lazy<ContextDocuments> All = new(() => ContextDocuments.Create(Files()));

    /// <summary>All of them, read once.</summary>
    public static ContextDocuments Documents => All.Value;

    /// <summary>The documents by address.</summary>
    internal static IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Files() =>
        KnownContexts.Documents.Select(each => KeyValuePair.Create(each.Key, Read(each.Value)));

    private static ReadOnlyMemory<byte> Read(string name)
    {
        var resource = $"contexts/{name}.jsonld";
        using var stream = typeof(BundledContexts).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

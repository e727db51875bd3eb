using System.Reflection;
using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Badges.Server.Web;

/// <summary>
/// The one stylesheet that is served, <c>/badges.css</c>, joined from the files of <c>Web/Styles</c> in the order of
/// their names: one file for the network, several for whoever writes them.
/// </summary>
public sealed class Stylesheet : IFileProvider, IFileInfo
{
    public const string Path = "/badges.css";

    private const string Folder = "styles/";

    private readonly byte[] _bytes;

    public Stylesheet()
    {
        var assembly = typeof(Stylesheet).Assembly;
        var parts = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name => Read(assembly, name));
        _bytes = Encoding.UTF8.GetBytes(string.Join('\n', parts));
        LastModified = File.GetLastWriteTimeUtc(assembly.Location);
    }

    public bool Exists => true;

    public bool IsDirectory => false;

    public DateTimeOffset LastModified { get; }

    public long Length => _bytes.Length;

    public string Name => Path[1..];

    public string? PhysicalPath => null;

    public Stream CreateReadStream() => new MemoryStream(_bytes, writable: false);

    public IFileInfo GetFileInfo(string subpath) => subpath == Path ? this : new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The style {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

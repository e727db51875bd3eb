using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Badges.Server.Web;

/// <summary>
/// Addresses of our own files that name their content, so that browsers keep them without asking again.
/// </summary>
public sealed class WebFiles(IWebHostEnvironment environment)
{
    private const string VersionName = "v";

    private readonly ConcurrentDictionary<string, string> _addresses = new();

    /// <summary>The files of wwwroot, and the stylesheet that is joined from its parts.</summary>
    public IFileProvider Provider { get; } =
        new CompositeFileProvider(environment.WebRootFileProvider, new Stylesheet());

    /// <summary>The address of one of our files, for example <c>/badges.css?v=3f9a…</c>.</summary>
    public string AddressOf(string path) => environment.IsDevelopment()
        ? Fingerprint(path)
        : _addresses.GetOrAdd(path, Fingerprint);

    /// <summary>
    /// Lets a file be kept for a year under the address that names its content, and be asked for again otherwise.
    /// </summary>
    public static void SetCaching(StaticFileResponseContext file)
    {
        var isVersioned = file.Context.Request.Query.ContainsKey(VersionName);
        var isLasting = isVersioned || IsFont(file.File.Name) || IsVendored(file.Context.Request.Path);
        file.Context.Response.Headers[HeaderNames.CacheControl] =
            isLasting ? "public, max-age=31536000, immutable" : "no-cache";
    }

    /// <summary>Files of others; their folders name their versions.</summary>
    private static bool IsVendored(PathString path) => path.StartsWithSegments("/vendor");

    private static bool IsFont(string name) => name.EndsWith(".woff2", StringComparison.Ordinal);

    private string Fingerprint(string path)
    {
        var file = Provider.GetFileInfo(path);
        if (!file.Exists)
        {
            return path;
        }

        using var content = file.CreateReadStream();
        return $"{path}?{VersionName}={Convert.ToHexStringLower(SHA256.HashData(content)[..6])}";
    }
}

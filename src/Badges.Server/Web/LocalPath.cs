using System.Diagnostics.CodeAnalysis;

namespace Badges.Server.Web;

/// <summary>A path of our own to come back to; never another host's.</summary>
public static class LocalPath
{
    public static bool IsLocal([NotNullWhen(true)] string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);

    public static string OrHome(string? path, string home = "/") => IsLocal(path) ? path : home;
}

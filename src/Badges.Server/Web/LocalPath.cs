namespace Badges.Server.Web;

/// <summary>A path of our own to come back to; never another host's.</summary>
public static class LocalPath
{
    private static readonly Uri Anywhere = new("http://localhost");

    /// <summary>The path, written so that a header can carry it; home when it is none of ours.</summary>
    public static string OrHome(string? path, string home = "/") =>
        IsLocal(path) && Uri.TryCreate(Anywhere, path, out var address) && IsLocal(address.PathAndQuery)
            ? address.PathAndQuery
            : home;

    private static bool IsLocal(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);
}

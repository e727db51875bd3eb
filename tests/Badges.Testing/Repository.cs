namespace Badges.Testing;

/// <summary>Where the repository stands that these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Badges.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"Badges.sln stands nowhere above {start}.");
    }
}

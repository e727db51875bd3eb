namespace Badges.Benchmarks;

/// <summary>Files of the repository that the program was built from.</summary>
internal static class RepositoryRoot
{
    public static string PathOf(string path)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Badges.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("Badges.sln is not above the program.");
        }

        return Path.Combine(folder, path);
    }
}

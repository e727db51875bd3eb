using System.Text.RegularExpressions;

namespace Badges.Server.Tests.Tree;

/// <summary>What the READMEs name exists, and they stay short enough to be read.</summary>
public sealed partial class ReadmeTests
{
    private const int MostLines = 120;

    public static TheoryData<string> Folders => ["src", "tests", "schemas", "samples"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Readme_OfEachFolder_IsShort(string folder) =>
        Assert.InRange(File.ReadAllLines(ReadmeOf(folder)).Length, 1, MostLines);

    [Theory]
    [MemberData(nameof(Folders))]
    public void Readme_EveryPathThatItNames_Exists(string folder) =>
        Assert.Equal([], MissingPaths(folder));

    [Fact]
    public void Readme_AtTheTop_NamesOnlyPathsThatExist() =>
        Assert.Equal([], MissingPaths("."));

    [Fact]
    public void PathsIn_PathsAndCommands_FindsThePathsOnly() => Assert.Equal(
        ["schemas/", "src/Badges.Cli/Program.cs"],
        PathsIn("See `schemas/` and `src/Badges.Cli/Program.cs`; run `dotnet test X`, GET `/api/v1/x`, `a → b`."));

    [Fact]
    public void TopLevel_HoldsWhatWasAskedForAndNothingElse()
    {
        string[] allowed =
        [
            "src", "tests", "schemas", "samples", "Badges.sln", "README.md", "LICENSE", "global.json",
            "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "BannedSymbols.Pure.txt",
        ];

        var entries = Directory.EnumerateFileSystemEntries(Repository.Root).Select(Path.GetFileName)
            .Where(name => name is not null && !name.StartsWith('.') && name is not ("data" or "TestResults"));

        Assert.Empty(entries.Except(allowed));
    }

    private static IEnumerable<string> MissingPaths(string folder) =>
        PathsIn(File.ReadAllText(ReadmeOf(folder))).Where(path => !Exists(folder, path));

    private static string ReadmeOf(string folder) => Repository.PathOf(Path.Combine(folder, "README.md"));

    private static IEnumerable<string> PathsIn(string text) =>
        InlineCode().Matches(text).Select(match => match.Groups["code"].Value)
            .Where(code => PathShape().IsMatch(code));

    /// <summary>
    /// A path is named from the top, from the folder of the README or from one of its rooms; a star stands for any name.
    /// </summary>
    private static bool Exists(string folder, string path) =>
        Directory.GetDirectories(Repository.PathOf(folder)).Concat([Repository.Root, Repository.PathOf(folder)])
            .Select(start => Path.Combine(start, path))
            .Any(full => full.Contains('*', StringComparison.Ordinal)
                ? Directory.Exists(Path.GetDirectoryName(full))
                    && Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(full) ?? "", Path.GetFileName(full)).Any()
                : File.Exists(full) || Directory.Exists(full));

    [GeneratedRegex("`(?<code>[^`\n]+)`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"^(\.\./)?[A-Za-z0-9_.*-]+/([A-Za-z0-9_.*-]+/?)*$")]
    private static partial Regex PathShape();
}

using System.Runtime.CompilerServices;
using Snapshooter;
using Xunit;

namespace Badges.Testing;

/// <summary>Compares what a person or another program reads with the copy kept in <c>__snapshots__</c> beside the
/// test. A missing copy is written, but fails the test when CI is true or SNAPSHOOTER_STRICT_MODE is on.</summary>
public static class Snapshot
{
    public static void Match(
        string text, string? name = null, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        var folder = Path.GetDirectoryName(testFile) ?? "";
        var file = $"{Path.GetFileNameWithoutExtension(testFile)}.{test}{(name is null ? "" : "_" + name)}.snap";
        var kept = Path.Combine(folder, "__snapshots__", file);
        if (IsStrict && !File.Exists(kept))
        {
            Assert.Fail($"There is no snapshot {kept}.");
        }

        Snapshooter.Xunit.Snapshot.Match(text, new SnapshotFullName(file, folder));
    }

    private static bool IsStrict => IsOn("CI", "true") || IsOn("SNAPSHOOTER_STRICT_MODE", "on");

    private static bool IsOn(string variable, string value) =>
        string.Equals(Environment.GetEnvironmentVariable(variable), value, StringComparison.OrdinalIgnoreCase);
}

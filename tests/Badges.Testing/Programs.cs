using Xunit;

namespace Badges.Testing;

/// <summary>Programs of this machine that some tests need.</summary>
public static class Programs
{
    public static string? Node { get; } = Find("node", "/usr/bin/node", "/usr/local/bin/node");

    public static string? Chromium { get; } = Find("chromium", "/usr/bin/chromium", "/usr/bin/chromium-browser");

    /// <summary>
    /// The folder of the independent verifiers written for Node; their packages come from <c>npm ci</c>.
    /// </summary>
    public static string NodeFolder { get; } = Repository.PathOf("tests/Badges.Interop.Tests/node");

    public static bool HasNodePackages =>
        Node is not null && Directory.Exists(Path.Combine(NodeFolder, "node_modules"));

    private static string? Find(string name, params string[] places) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name))
            .Concat(places)
            .FirstOrDefault(File.Exists);
}

/// <summary>A fact that needs Node and the packages of <see cref="Programs.NodeFolder"/>.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = Demands.SkipUnless(
        Programs.HasNodePackages, "needs Node, and: npm ci --prefix tests/Badges.Interop.Tests/node");
}

/// <summary>A fact that needs Chromium.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Demands.SkipUnless(Programs.Chromium is not null, "needs Chromium");
}

/// <summary>A theory that needs Chromium.</summary>
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = Demands.SkipUnless(Programs.Chromium is not null, "needs Chromium");
}

/// <summary>A fact that needs a PostgreSQL server where databases may be made.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Demands.SkipUnless(
        TestDatabase.PostgresServer is not null, $"needs a PostgreSQL server, named by {TestDatabase.PostgresSetting}");
}

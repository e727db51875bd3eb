using System.Text.RegularExpressions;

namespace Badges.Server.Tests.Tree;

/// <summary>A feature uses only the features that stand before it; what lies below the features uses none.</summary>
public sealed partial class FeatureOrderTests
{
    private static readonly string[] Order =
    [
        "Organizations", "Accounts", "SigningKeys", "Issuers", "Registry", "BadgeClasses", "StatusLists", "Recipients",
        "Awards", "Cards", "Verification", "Receipts", "CredentialApi",
    ];

    /// <summary>The rooms above all features: the list of parts, and the demonstration that plays with all of them.</summary>
    private static readonly string[] Above = ["BadgesServer.cs", "Program.cs", "Demo"];

    [Fact]
    public void Features_EveryFolder_StandsInTheOrder()
    {
        var folders = Directory.GetDirectories(Repository.PathOf("src/Badges.Server/Features")).Select(Path.GetFileName);

        Assert.Empty(folders.Except(Order));
    }

    [Fact]
    public void Features_EveryFile_UsesOnlyFeaturesBeforeItsOwn() => Assert.Empty(
        SourceFiles().SelectMany(file => Offences(file.Path, file.Text)));

    [Fact]
    public void Offences_FeatureThatUsesALaterOne_IsNamed() => Assert.Equal(
        ["Features/Issuers/X.cs uses Awards"],
        Offences("Features/Issuers/X.cs", "using Badges.Server.Features.Awards;"));

    [Fact]
    public void Offences_GroundThatUsesAFeature_IsNamed() => Assert.Equal(
        ["Web/X.razor uses Accounts"],
        Offences("Web/X.razor", "@using Badges.Server.Features.Accounts"));

    [Fact]
    public void Map_Features_StandInTheSameOrder()
    {
        var map = File.ReadAllText(Repository.PathOf("src/README.md"));

        var positions = Order.Select(feature => map.IndexOf($"`{feature}`", StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(-1, positions);
        Assert.Equal(positions.Order(), positions);
    }

    private static IEnumerable<(string Path, string Text)> SourceFiles()
    {
        var root = Repository.PathOf("src/Badges.Server");
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            .Select(path => (Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)))
            .Where(file => !file.Item1.StartsWith("obj/", StringComparison.Ordinal)
                && !file.Item1.StartsWith("bin/", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Offences(string path, string text)
    {
        var parts = path.Split('/');
        if (Above.Contains(parts[0]))
        {
            return [];
        }

        var own = parts[0] == "Features" && parts.Length > 2 ? Array.IndexOf(Order, parts[1]) : -1;
        return FeatureName().Matches(text)
            .Select(match => match.Groups["feature"].Value)
            .Distinct()
            .Where(feature => Array.IndexOf(Order, feature) > own)
            .Select(feature => $"{path} uses {feature}");
    }

    [GeneratedRegex(@"(Badges\.Server\.)?\bFeatures\.(?<feature>\w+)")]
    private static partial Regex FeatureName();
}

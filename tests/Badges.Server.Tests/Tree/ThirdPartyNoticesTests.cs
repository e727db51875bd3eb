using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Badges.Server.Tests.Tree;

/// <summary>Every package that the projects of src reference has its line, and no line speaks of another.</summary>
public sealed partial class ThirdPartyNoticesTests
{
    [Fact]
    public void Notices_ThePackagesOfTheProjects_AreAllThere()
    {
        var referenced = Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(file => XDocument.Load(file).Descendants("PackageReference"))
            .Select(reference => reference.Attribute("Include")?.Value)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.OrdinalIgnoreCase);

        var noticed = Row().Matches(File.ReadAllText(Repository.PathOf("src/THIRD-PARTY-NOTICES.md")))
            .Select(row => row.Groups["package"].Value)
            .Where(package => package != "package");

        Assert.Equal(referenced, noticed);
    }

    [GeneratedRegex(@"^\| (?<package>[\w.-]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}

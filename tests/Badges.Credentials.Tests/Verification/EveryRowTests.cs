using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Badges.Credentials.Tests.Verification;

/// <summary>Every row of the list of wrong verdicts has a test that bears its number. There is no row 6.</summary>
public partial class EveryRowTests
{
    /// <summary>They speak of pages and addresses: their tests are the server's.</summary>
    private static readonly int[] OfTheServer = [8, 23, 27];

    [Fact]
    public void Rows_OfTheList_HaveATestEach()
    {
        var tested = typeof(EveryRowTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
            .Select(method => Row().Match(method.Name)).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));

        Assert.Equal(
            Enumerable.Range(1, 34).Except([6]).Except(OfTheServer), tested.Distinct().Order());
    }

    [GeneratedRegex(@"\AV(\d+)_")]
    private static partial Regex Row();
}

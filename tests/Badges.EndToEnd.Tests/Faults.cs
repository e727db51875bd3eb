using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Badges.EndToEnd.Tests;

/// <summary>What no page may have: faults that axe finds, and more width than the window.</summary>
internal static class Faults
{
    public static async Task AssertNoneThatAxeFindsAsync(this IPage page, string shown)
    {
        var found = await page.RunAxe();
        Assert.True(
            found.Violations.Length == 0,
            $"{shown}: {string.Join("; ", found.Violations.Select(
                violation => $"{violation.Id} {violation.Nodes[0].Html}"))}");
    }

    public static async Task AssertNoSidewaysScrollAsync(this IPage page, int width, string shown) =>
        Assert.True(
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width,
            $"{shown} scrolls sideways at {width}.");
}

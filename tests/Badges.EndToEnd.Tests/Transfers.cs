using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Badges.EndToEnd.Tests;

/// <summary>What a page loads, as it comes over the wire: compressed, with its headers.</summary>
internal sealed class Transfers
{
    private readonly ConcurrentDictionary<string, string> _addresses = [];
    private readonly ConcurrentDictionary<string, long> _sizes = [];

    public long Total => _sizes.Values.Sum();

    /// <summary>All that was asked for, but what the page holds itself.</summary>
    public IReadOnlyList<string> Addresses =>
        [.. _addresses.Values.Where(address => !address.StartsWith("data:", StringComparison.Ordinal))];

    public static async Task<Transfers> WatchAsync(IPage page)
    {
        var transfers = new Transfers();
        var devTools = await page.Context.NewCDPSessionAsync(page);
        devTools.Event("Network.requestWillBeSent").OnEvent += (_, sent) => transfers.Add(sent);
        devTools.Event("Network.loadingFinished").OnEvent += (_, loaded) => transfers.Finish(loaded);
        await devTools.SendAsync("Network.enable");
        return transfers;
    }

    public override string ToString() => string.Join(
        '\n', _sizes.Select(size => $"{size.Value,7} {_addresses.GetValueOrDefault(size.Key, size.Key)}"));

    private void Add(JsonElement? sent)
    {
        if (sent is { } request)
        {
            _addresses[IdOf(request)] = request.GetProperty("request").GetProperty("url").GetString() ?? "";
        }
    }

    private void Finish(JsonElement? loaded)
    {
        if (loaded is { } response)
        {
            _sizes[IdOf(response)] = (long)response.GetProperty("encodedDataLength").GetDouble();
        }
    }

    private static string IdOf(JsonElement message) => message.GetProperty("requestId").GetString() ?? "";
}

using System.Diagnostics;
using System.Text.Json;

namespace Badges.Benchmarks;

/// <summary>The program of the folder <c>node</c>, which does the same works with other libraries.</summary>
internal sealed class NodePeer : IAsyncDisposable
{
    private readonly Process _process;

    private NodePeer(Process process) => _process = process;

    private static string Folder => RepositoryRoot.PathOf("tests/Badges.Benchmarks/node");

    /// <summary>Starts it on a document, the contexts that it names and a picture; null with a sentence when it cannot
    /// be.</summary>
    public static async Task<(NodePeer? Peer, string? Problem)> StartAsync(
        JsonElement document, IReadOnlyDictionary<string, JsonElement> contexts, byte[] png)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            return (null, "The peers need Node, and: npm ci --prefix tests/Badges.Benchmarks/node");
        }

        try
        {
            var process = Process.Start(new ProcessStartInfo("node", "peer.mjs")
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            })!;
            var peer = new NodePeer(process);
            await peer.AskAsync(JsonSerializer.Serialize(new { document, contexts, png = Convert.ToBase64String(png) }));
            return (peer, null);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "The peers need Node, which is not installed.");
        }
    }

    /// <summary>How often it does a work in a second.</summary>
    public async Task<double> PerSecondAsync(string work) =>
        (await AskAsync(JsonSerializer.Serialize(new { work }))).GetProperty("perSecond").GetDouble();

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<JsonElement> AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        return JsonElement.Parse(await _process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The peer ended: what it printed says why."));
    }
}

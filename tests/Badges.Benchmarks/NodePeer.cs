using System.Diagnostics;
using System.Text.Json;

namespace Badges.Benchmarks;

/// <summary>The program of the folder <c>node</c>, which does the same works with other libraries.</summary>
internal sealed class NodePeer : IDisposable
{
    private readonly Process _process;

    private NodePeer(Process process) => _process = process;

    private static string Folder => RepositoryRoot.PathOf("tests/Badges.Benchmarks/node");

    /// <summary>Starts it on a document, the contexts that it names and a picture; null with a sentence when it cannot
    /// be.</summary>
    public static (NodePeer? Peer, string? Problem) Start(
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
            peer.Ask(JsonSerializer.Serialize(new { document, contexts, png = Convert.ToBase64String(png) }));
            return (peer, null);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "The peers need Node, which is not installed.");
        }
    }

    /// <summary>How often it does a work in a second of its processor's time.</summary>
    public double PerSecond(string work) =>
        Ask(JsonSerializer.Serialize(new { work })).GetProperty("perSecond").GetDouble();

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private JsonElement Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        return JsonElement.Parse(_process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("The peer ended: what it printed says why."));
    }
}

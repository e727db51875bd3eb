using System.Diagnostics;
using System.Text.Json;

namespace Badges.Interop.Tests;

/// <summary>
/// The independent libraries, in one Node process that lives as long as the test class: a question a line, an answer a
/// line. It gets the published contexts and whatever a question hands in, and never goes to the network but to a server
/// that the question names.
/// </summary>
public sealed class Referee : IDisposable
{
    private readonly Lazy<Process> _process = new(Start);
    private readonly Lock _turn = new();

    /// <summary>What the operation answers.</summary>
    /// <exception cref="RefusedByPeerException">The operation refused what it was given.</exception>
    public JsonElement Ask(string operation, object parameters)
    {
        string? line;
        lock (_turn)
        {
            _process.Value.StandardInput.WriteLine(JsonSerializer.Serialize(new { operation, parameters }));
            _process.Value.StandardInput.Flush();
            line = _process.Value.StandardOutput.ReadLine();
        }

        var answer = JsonElement.Parse(line ?? throw new InvalidOperationException("The referee ended."));
        return answer.TryGetProperty("refusal", out var refusal)
            ? throw new RefusedByPeerException(refusal.GetProperty("message").GetString() ?? "")
            : answer.GetProperty("result");
    }

    public void Dispose()
    {
        if (_process.IsValueCreated)
        {
            _process.Value.StandardInput.Close();
            _process.Value.WaitForExit();
            _process.Value.Dispose();
        }
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo(Programs.Node ?? "node")
        {
            WorkingDirectory = Programs.NodeFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add("referee.mjs");
        start.ArgumentList.Add(SharedData.Vectors
            ?? throw new InvalidOperationException($"The referee {RefereeFactAttribute.Needs}."));
        return Process.Start(start) ?? throw new InvalidOperationException("Node did not start.");
    }
}

/// <summary>A fact that needs the <see cref="Referee"/>: Node, its packages, and the published contexts.</summary>
public sealed class RefereeFactAttribute : FactAttribute
{
    public RefereeFactAttribute() => Skip = Reason;

    internal const string Needs =
        "needs Node, npm ci --prefix tests/Badges.Interop.Tests/node, "
        + "and ../shared/vectors or its path in BADGES_VECTORS";

    internal static string? Reason { get; } = Demands.SkipUnless(
        Programs.HasNodePackages && SharedData.Vectors is not null, Needs);
}

/// <summary>A theory that needs the <see cref="Referee"/>.</summary>
public sealed class RefereeTheoryAttribute : TheoryAttribute
{
    public RefereeTheoryAttribute() => Skip = RefereeFactAttribute.Reason;
}

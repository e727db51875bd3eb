namespace Badges.Benchmarks.Load;

/// <summary>What is asked, of whom: one request of several like it, taken in turn.</summary>
internal sealed record Target
{
    public required string Name { get; init; }
    public required ServerProcess Server { get; init; }
    public required int Port { get; init; }
    public required IReadOnlyList<byte[]> Requests { get; init; }

    /// <summary>What every answer holds; another one ends the run.</summary>
    public string? Holds { get; init; }

    public byte[] RequestAt(long turn) => Requests[(int)(turn % Requests.Count)];

    /// <summary>Asks once and looks at the answer.</summary>
    public void Check()
    {
        using var connection = new Connection(Port);
        connection.Send(RequestAt(0));
        var answer = System.Text.Encoding.UTF8.GetString(connection.Receive(status: 200));
        if (Holds is { } text && !answer.Contains(text, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{Name}: the answer does not hold {text}: {answer}");
        }
    }
}

namespace Badges.Cli;

/// <summary>Files that are read whole, and no further than is useful.</summary>
public static class Input
{
    public const string Standard = "-";

    private const int Largest = 8 * 1024 * 1024;

    public static bool IsAddress(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="IOException">The file is missing, cannot be read, or is far too large for a badge.</exception>
    public static async Task<byte[]> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var source = name == Standard ? Console.OpenStandardInput() : File.OpenRead(name);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > Largest)
            {
                throw new IOException($"{name} is too large for a badge.");
            }
        }

        return bytes.ToArray();
    }
}

using System.Security.Cryptography;
using System.Text;
using Badges.Server.Settings;

namespace Badges.Server.Secrets;

/// <summary>
/// Where the secret comes from that wraps the private keys: the setting, or in Development a random one made in the
/// data directory, readable by its owner only.
/// </summary>
public static class KeyProtection
{
    public const string FileName = "key-protection-secret";

    public static KeyWrapping Open(BadgesOptions options) =>
        new(Encoding.UTF8.GetBytes(options.KeyProtectionSecret ?? ReadOrMake(options.DataDirectory)));

    private static string ReadOrMake(string directory)
    {
        var file = Path.Combine(directory, FileName);
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(directory);
            Make(file);
        }

        return File.ReadAllText(file).Trim();
    }

    /// <summary>Written aside and moved: of two processes that start at once, one file wins, and it is whole.</summary>
    private static void Make(string file)
    {
        var written = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new StreamWriter(written, Encoding.ASCII, options))
        {
            stream.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(48)));
        }

        try
        {
            File.Move(written, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(written);
        }
    }
}

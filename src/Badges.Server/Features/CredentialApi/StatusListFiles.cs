using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using Badges.Credentials.Status;
using Badges.Server.Settings;

namespace Badges.Server.Features.CredentialApi;

/// <summary>
/// The status lists of this API, one file each: a bit for every position that was given away, then a bit for every
/// position that is set. One process at a time writes them.
/// </summary>
public sealed class StatusListFiles(BadgesOptions options)
{
    public const int Length = BitstringStatusList.MinimumLength;
    private const int Bytes = Length / 8;

    private readonly Lock _turn = new();
    private readonly Dictionary<string, StatusListFile> _open = [];

    /// <summary>Gives away a position of the newest list of that kind, at random; a list that is half full is followed
    /// by the next.</summary>
    public (string List, int Position) Take(string kind)
    {
        lock (_turn)
        {
            for (var number = 1; ; number++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");
                var file = Open(name) ?? Make(name);
                if (file.Taken >= Length / 2)
                {
                    continue;
                }

                int position;
                do
                {
                    position = RandomNumberGenerator.GetInt32(Length);
                }
                while (BitstringStatusList.IsSet(file.Content.AsSpan(0, Bytes), position));

                Change(name, file, position, isSet: true, offset: 0);
                file.Taken++;
                return (name, position);
            }
        }
    }

    /// <summary>The bits of a list and how often it changed; null when there is no such list.</summary>
    public (byte[] Bits, int Generation)? Find(string name)
    {
        lock (_turn)
        {
            return Open(name) is { } file ? (file.Content[Bytes..], file.Generation) : null;
        }
    }

    /// <summary>Sets or clears the bit; false when that position was never given away.</summary>
    public bool TrySet(string name, int position, bool isSet)
    {
        lock (_turn)
        {
            if (position is < 0 or >= Length || Open(name) is not { } file
                || !BitstringStatusList.IsSet(file.Content.AsSpan(0, Bytes), position))
            {
                return false;
            }

            Change(name, file, position, isSet, Bytes);
            file.Generation++;
            return true;
        }
    }

    private static bool IsName(string name) => name.Length < 64 && name.All(letter =>
        char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private StatusListFile? Open(string name)
    {
        if (_open.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!IsName(name) || !File.Exists(PathOf(name)))
        {
            return null;
        }

        var content = File.ReadAllBytes(PathOf(name));
        Array.Resize(ref content, 2 * Bytes);
        return _open[name] = new StatusListFile(content)
        {
            Taken = new BitArray(content[..Bytes]).Cast<bool>().Count(bit => bit),
        };
    }

    private StatusListFile Make(string name)
    {
        Directory.CreateDirectory(CredentialApiKeys.FolderOf(options));
        var content = new byte[2 * Bytes];
        File.WriteAllBytes(PathOf(name), content);
        return _open[name] = new StatusListFile(content);
    }

    private void Change(string name, StatusListFile file, int position, bool isSet, int offset)
    {
        var at = offset + (position >> 3);
        var bit = (byte)(0x80 >> (position & 7));
        file.Content[at] = (byte)(isSet ? file.Content[at] | bit : file.Content[at] & ~bit);
        using var handle = File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.Write);
        RandomAccess.Write(handle, file.Content.AsSpan(at, 1), at);
    }

    private string PathOf(string name) => Path.Combine(CredentialApiKeys.FolderOf(options), name + ".list");

    private sealed class StatusListFile(byte[] content)
    {
        public byte[] Content { get; } = content;

        public int Taken { get; set; }

        public int Generation { get; set; }
    }
}

using System.Text;

namespace Badges.Fuzzing;

/// <summary>Changes bytes by chance, as fuzzers do.</summary>
public static class Mutations
{
    private const int LongestInput = 256 * 1024;

    private static readonly byte[] Telling =
        [0, 1, 9, 10, 13, 0x20, 0x22, 0x2E, 0x5C, 0x7F, 0x80, 0xC0, 0xE2, 0xFE, 0xFF];

    private static readonly uint[] Numbers =
        [0, 1, 0x7F, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF];

    /// <summary>The input with one to eight changes; pieces come from the other input or from the words.</summary>
    public static byte[] Change(byte[] input, byte[] other, IReadOnlyList<string> words, Random random)
    {
        var bytes = new List<byte>(input);
        for (var count = 1 << random.Next(4); count > 0; count--)
        {
            ChangeOnce(bytes, other, words, random);
        }

        return bytes.Count > LongestInput ? [.. bytes.Take(LongestInput)] : [.. bytes];
    }

    private static void ChangeOnce(List<byte> bytes, byte[] other, IReadOnlyList<string> words, Random random)
    {
        var at = bytes.Count == 0 ? 0 : random.Next(bytes.Count);
        var rest = bytes.Count - at;
        switch (bytes.Count == 0 ? 9 : random.Next(12))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes[at] = Telling[random.Next(Telling.Length)];
                break;
            case 3:
                bytes[at] = (byte)(bytes[at] + random.Next(-4, 5));
                break;
            case 4:
                bytes.RemoveRange(at, Math.Min(rest, 1 + random.Next(16)));
                break;
            case 5:
                bytes.RemoveRange(at, Math.Min(rest, 1 + random.Next(512)));
                break;
            case 6:
                var piece = bytes.GetRange(at, Math.Min(rest, 1 + random.Next(128)));
                bytes.InsertRange(random.Next(bytes.Count + 1), piece);
                break;
            case 7:
                bytes.InsertRange(at, Repeated(bytes[at], 1 + random.Next(300)));
                break;
            case 8:
                PutNumber(bytes, at, Numbers[random.Next(Numbers.Length)], random);
                break;
            case 9 when words.Count > 0:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(words[random.Next(words.Count)]));
                break;
            case 10 when words.Count > 0:
                var word = Encoding.UTF8.GetBytes(words[random.Next(words.Count)]);
                bytes.RemoveRange(at, Math.Min(rest, word.Length));
                bytes.InsertRange(at, word);
                break;
            default:
                Splice(bytes, at, other, random);
                break;
        }
    }

    private static void Splice(List<byte> bytes, int at, byte[] other, Random random)
    {
        if (other.Length > 0)
        {
            var from = random.Next(other.Length);
            var piece = other.AsSpan(from, Math.Min(other.Length - from, 1 + random.Next(256))).ToArray();
            bytes.InsertRange(at, piece);
        }
    }

    private static void PutNumber(List<byte> bytes, int at, uint number, Random random)
    {
        var size = random.Next(2) == 0 ? 2 : 4;
        for (var index = 0; index < size && at + index < bytes.Count; index++)
        {
            bytes[at + index] = (byte)(number >> (8 * (size - 1 - index)));
        }
    }

    private static byte[] Repeated(byte value, int count)
    {
        var bytes = new byte[count];
        Array.Fill(bytes, value);
        return bytes;
    }
}

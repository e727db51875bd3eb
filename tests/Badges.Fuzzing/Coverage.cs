using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Badges.Fuzzing;

/// <summary>Which branches were taken, and about how often, in libraries that SharpFuzz has instrumented: AFL's map,
/// read in this process.</summary>
public sealed unsafe class Coverage
{
    private const int Size = 64 * 1024;

    private readonly byte* _map = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] _seen = new byte[Size];

    public Coverage() => Trace.SharedMem = _map;

    public int Count { get; private set; }

    /// <summary>Forgets all branches, for another target.</summary>
    public void Begin()
    {
        Array.Clear(_seen);
        Count = 0;
    }

    public void Clear()
    {
        new Span<byte>(_map, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Whether the last input took a branch, or took one so often, as none before.</summary>
    public bool HasNew()
    {
        var isNew = false;
        var words = new ReadOnlySpan<ulong>(_map, Size / sizeof(ulong));
        for (var word = 0; word < words.Length; word++)
        {
            if (words[word] == 0)
            {
                continue;
            }

            for (var index = word * sizeof(ulong); index < (word + 1) * sizeof(ulong); index++)
            {
                var bucket = Bucket(_map[index]);
                if ((bucket & ~_seen[index]) != 0)
                {
                    Count += _seen[index] == 0 ? 1 : 0;
                    _seen[index] |= bucket;
                    isNew = true;
                }
            }
        }

        return isNew;
    }

    private static byte Bucket(byte count) => count switch
    {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 4,
        < 8 => 8,
        < 16 => 16,
        < 32 => 32,
        < 128 => 64,
        _ => 128,
    };
}

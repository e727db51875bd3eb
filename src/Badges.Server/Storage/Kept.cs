using System.Collections.Concurrent;

namespace Badges.Server.Storage;

/// <summary>
/// Answers that were read from the database, kept in memory while nothing is written to it and for a minute at most.
/// The oldest go when the bound is reached.
/// </summary>
/// <param name="sizeOf">About how many bytes an answer takes.</param>
/// <param name="isSame">Whether an answer that was read again says the same: then the instance that is known
/// stays, with all that was worked out of it.</param>
public sealed class Kept<TKey, TValue>(
    Database database, TimeProvider time, long mostBytes, Func<TValue, long> sizeOf,
    Func<TValue, TValue, bool>? isSame = null)
    where TKey : notnull
    where TValue : class
{
    private const long BytesOfAnEntry = 256;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private ConcurrentDictionary<TKey, Entry> _young = [];
    private ConcurrentDictionary<TKey, Entry> _old = [];
    private long _bytes;

    /// <summary>How many answers are kept now.</summary>
    public int Count => _young.Count + _old.Count;

    /// <summary>The answer when it is known and holds.</summary>
    public TValue? Find(TKey key) =>
        _young.TryGetValue(key, out var entry) && entry.Holds(database.Version, time.GetUtcNow()) ? entry.Value : null;

    /// <summary>The answer, read unless it is known. That there is none is asked again each time.</summary>
    public ValueTask<TValue?> GetAsync<TState>(
        TKey key, Func<TState, CancellationToken, Task<TValue?>> read, TState state,
        CancellationToken cancellationToken)
    {
        // Asked before reading: what is committed meanwhile makes the answer old at once.
        var version = database.Version;
        var now = time.GetUtcNow();
        var entry = _young.GetValueOrDefault(key);
        if (entry is not null && entry.Holds(version, now))
        {
            return new(entry.Value);
        }

        return new(ReadAsync(key, entry ?? _old.GetValueOrDefault(key), version, now, read, state, cancellationToken));
    }

    private async Task<TValue?> ReadAsync<TState>(
        TKey key, Entry? known, long version, DateTimeOffset now, Func<TState, CancellationToken, Task<TValue?>> read,
        TState state, CancellationToken cancellationToken)
    {
        if (known is not null && known.Holds(version, now))
        {
            Keep(key, known);
            return known.Value;
        }

        var value = await read(state, cancellationToken);
        if (value is null)
        {
            return null;
        }

        value = known is not null && isSame?.Invoke(known.Value, value) == true ? known.Value : value;
        Keep(key, new Entry(value, version, now, sizeOf(value) + BytesOfAnEntry));
        return value;
    }

    /// <summary>What was asked for since the last turn is young; at each turn the old ones are let go.</summary>
    private void Keep(TKey key, Entry entry)
    {
        if (entry.Bytes > mostBytes / 4)
        {
            return;
        }

        lock (_gate)
        {
            if (_bytes + entry.Bytes > mostBytes / 2)
            {
                (_old, _young, _bytes) = (_young, [], 0);
            }

            _bytes += entry.Bytes - (_young.GetValueOrDefault(key)?.Bytes ?? 0);
            _young[key] = entry;
        }
    }

    private sealed record Entry(TValue Value, long Version, DateTimeOffset ReadAt, long Bytes)
    {
        public bool Holds(long version, DateTimeOffset now) =>
            Version == version && now >= ReadAt && now - ReadAt < Longest;
    }
}

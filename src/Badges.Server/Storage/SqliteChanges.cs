using Microsoft.Data.Sqlite;

namespace Badges.Server.Storage;

/// <summary>
/// Notices that an SQLite file was written to: this process says so itself, and <c>data_version</c> is asked a few
/// times a second for what other processes wrote.
/// </summary>
public sealed class SqliteChanges(string connectionString) : IDisposable
{
    private const int MillisecondsBetweenLooks = 200;

    private readonly Lock _gate = new();
    private SqliteConnection? _connection;
    private SqliteCommand? _question;
    private long _lookedAt = long.MinValue / 2;
    private long _dataVersion;
    private long _version;

    public long Version
    {
        get
        {
            if (IsDue && _gate.TryEnter())
            {
                try
                {
                    Look();
                }
                finally
                {
                    _gate.Exit();
                }
            }

            return Volatile.Read(ref _version);
        }
    }

    private bool IsDue => Environment.TickCount64 - Volatile.Read(ref _lookedAt) >= MillisecondsBetweenLooks;

    /// <summary>Something was written by this process.</summary>
    public void Count() => Interlocked.Increment(ref _version);

    public void Dispose()
    {
        lock (_gate)
        {
            _question?.Dispose();
            _connection?.Dispose();
            (_question, _connection) = (null, null);
        }
    }

    private void Look()
    {
        if (!IsDue)
        {
            return;
        }

        if (_question is null)
        {
            _connection = new SqliteConnection(connectionString);
            _connection.Open();
            _question = _connection.CreateCommand();
            _question.CommandText = "pragma data_version";
        }

        var found = (long)(_question.ExecuteScalar() ?? 0L);
        if (found != _dataVersion)
        {
            _dataVersion = found;
            Count();
        }

        Volatile.Write(ref _lookedAt, Environment.TickCount64);
    }
}

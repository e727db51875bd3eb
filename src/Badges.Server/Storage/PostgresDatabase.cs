using DbUp;
using Npgsql;

namespace Badges.Server.Storage;

/// <summary>PostgreSQL by connection string.</summary>
public sealed class PostgresDatabase : Database, IAsyncDisposable
{
    private const int MillisecondsOfVersion = 2_000;

    private readonly string _connectionString;
    private readonly NpgsqlDataSource _source;

    // Work that writes may read on a second connection: writers never take more than half of the pool.
    private readonly SemaphoreSlim _writers;

    private long _commits;

    public PostgresDatabase(string connectionString)
    {
        TypeHandlers.Register();
        _connectionString = connectionString;
        _writers = new SemaphoreSlim(
            Math.Max(1, new NpgsqlConnectionStringBuilder(connectionString).MaxPoolSize / 2));
        _source = new NpgsqlDataSourceBuilder(connectionString) { ConnectionStringBuilder = { MaxAutoPrepare = 100 } }
            .Build();
    }

    public override DatabaseEngine Engine => DatabaseEngine.PostgreSql;

    /// <summary>What another process wrote is not asked for: each number lasts two seconds at most.</summary>
    public override long Version =>
        Volatile.Read(ref _commits) + ((Environment.TickCount64 / MillisecondsOfVersion) << 32);

    public override async Task<Session> OpenAsync(CancellationToken cancellationToken) =>
        new(await _source.OpenConnectionAsync(cancellationToken), transaction: null);

    public override async Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        await _writers.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await _source.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            var result = await work(new Session(connection, transaction));
            await CommitAsync(transaction, cancellationToken);
            return result;
        }
        finally
        {
            _writers.Release();
        }
    }

    public override void Migrate()
    {
        var result = Upgrader().PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException("The migration failed.", result.Error);
        }
    }

    public override bool IsMigrated() => !Upgrader().IsUpgradeRequired();

    public ValueTask DisposeAsync()
    {
        _writers.Dispose();
        return _source.DisposeAsync();
    }

    /// <summary>A commit that failed may have been made all the same.</summary>
    private async Task CommitAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            Interlocked.Increment(ref _commits);
        }
    }

    private DbUp.Engine.UpgradeEngine Upgrader() =>
        DeployChanges.To.PostgresqlDatabase(_connectionString)
            .WithScriptsEmbeddedInAssembly(typeof(PostgresDatabase).Assembly)
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();
}

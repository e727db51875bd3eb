using DbUp;
using Microsoft.Data.Sqlite;

namespace Badges.Server.Storage;

/// <summary>
/// SQLite in one file: pooled connections read, one queue writes; WAL, and durable against power loss.
/// </summary>
public sealed class SqliteDatabase : Database, IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly SqliteWriter _writer;
    private readonly SqliteChanges _changes;

    public SqliteDatabase(string file)
    {
        TypeHandlers.Register();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".");
        File = file;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();
        _changes = new SqliteChanges(_connectionString);
        _writer = new SqliteWriter(ConnectAsync, _changes.Count);
    }

    public string File { get; }

    public override DatabaseEngine Engine => DatabaseEngine.Sqlite;

    public override long Version => _changes.Version;

    public override async Task<Session> OpenAsync(CancellationToken cancellationToken) =>
        new(await ConnectAsync(cancellationToken), transaction: null);

    public override Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken) =>
        _writer.RunAsync(work, cancellationToken);

    public override void Migrate()
    {
        var result = Upgrader().PerformUpgrade();
        if (!result.Successful)
        {
            throw new InvalidOperationException("The migration failed.", result.Error);
        }
    }

    public override bool IsMigrated() => !Upgrader().IsUpgradeRequired();

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _changes.Dispose();
        await using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private DbUp.Engine.UpgradeEngine Upgrader() =>
        DeployChanges.To.SqliteDatabase(_connectionString)
            .WithScriptsEmbeddedInAssembly(typeof(SqliteDatabase).Assembly)
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build();

    private async Task<SqliteConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 30000;";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }
}

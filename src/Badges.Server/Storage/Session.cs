using System.Data.Common;
using Dapper;

namespace Badges.Server.Storage;

/// <summary>One open connection, within a transaction when it was opened for writing.</summary>
public sealed class Session(DbConnection connection, DbTransaction? transaction) : IAsyncDisposable
{
    public DbConnection Connection => connection;

    public Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(Command(sql, parameters, cancellationToken));

    public async Task<IReadOnlyList<T>> QueryAsync<T>(
        string sql, object? parameters, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<T>(Command(sql, parameters, cancellationToken))];

    /// <summary>The one row, or null when there is none; two rows are a fault.</summary>
    public async Task<T?> FindAsync<T>(string sql, object? parameters, CancellationToken cancellationToken) =>
        await connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters, cancellationToken));

    public async Task<T?> ScalarAsync<T>(string sql, object? parameters, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<T>(Command(sql, parameters, cancellationToken));

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private CommandDefinition Command(string sql, object? parameters, CancellationToken cancellationToken) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);
}

using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Badges.Server.Storage;

/// <summary>
/// The single writer of an SQLite file. Waiting items share one commit, each in a savepoint of its own, so that a
/// failing item does not undo its neighbours; an item's caller hears of success only after the shared commit.
/// </summary>
public sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostItemsOfOneCommit = 256;

    private readonly Channel<Item> _items = Channel.CreateUnbounded<Item>(new() { SingleReader = true });
    private readonly Func<CancellationToken, Task<SqliteConnection>> _connect;
    private readonly Action _committed;
    private readonly Task _running;

    /// <param name="committed">Called after each commit, before anybody hears of it.</param>
    public SqliteWriter(Func<CancellationToken, Task<SqliteConnection>> connect, Action committed)
    {
        _connect = connect;
        _committed = committed;
        _running = Task.Run(WriteAllAsync);
    }

    public async Task<T> RunAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        var item = new Item<T>(work, cancellationToken);
        await _items.Writer.WriteAsync(item, cancellationToken);
        return await item.Completion;
    }

    public async ValueTask DisposeAsync()
    {
        _items.Writer.TryComplete();
        await _running;
    }

    private async Task WriteAllAsync()
    {
        SqliteConnection? connection = null;
        var batch = new List<Item>();
        while (await _items.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostItemsOfOneCommit && _items.Reader.TryRead(out var item))
            {
                batch.Add(item);
            }

            try
            {
                connection ??= await _connect(CancellationToken.None);
                await WriteBatchAsync(connection, batch);
            }
            catch (Exception exception)
            {
                batch.ForEach(item => item.Fail(exception));
                if (connection is not null)
                {
                    await connection.DisposeAsync();
                    connection = null;
                }
            }
        }

        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private async Task WriteBatchAsync(SqliteConnection connection, List<Item> batch)
    {
        await using var transaction = connection.BeginTransaction(deferred: false);
        var session = new Session(connection, transaction);
        foreach (var item in batch)
        {
            await transaction.SaveAsync("item");
            if (!await item.TryRunAsync(session))
            {
                await transaction.RollbackAsync("item");
            }

            await transaction.ReleaseAsync("item");
        }

        try
        {
            await transaction.CommitAsync();
        }
        finally
        {
            _committed(); // a commit that failed may have been made all the same
        }

        batch.ForEach(item => item.Commit());
    }

    private abstract class Item
    {
        /// <summary>Runs the work; false when it failed and must be rolled back.</summary>
        public abstract Task<bool> TryRunAsync(Session session);

        public abstract void Commit();

        public abstract void Fail(Exception exception);
    }

    private sealed class Item<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken) : Item
    {
        private readonly TaskCompletionSource<T> _completion =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        private Exception? _fault;
        private T? _result;

        public Task<T> Completion => _completion.Task;

        public override async Task<bool> TryRunAsync(Session session)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                _result = await work(session);
                return true;
            }
            catch (Exception exception)
            {
                _fault = exception;
                return false;
            }
        }

        public override void Commit()
        {
            if (_fault is null)
            {
                _completion.TrySetResult(_result!);
            }
            else
            {
                _completion.TrySetException(_fault);
            }
        }

        public override void Fail(Exception exception) => _completion.TrySetException(_fault ?? exception);
    }
}

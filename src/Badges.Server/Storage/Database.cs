namespace Badges.Server.Storage;

/// <summary>
/// The database, with one SQL text for two engines: SQLite embedded, PostgreSQL when one machine is not enough.
/// </summary>
public abstract class Database
{
    public abstract DatabaseEngine Engine { get; }

    /// <summary>
    /// Another number whenever something may have been written: at once after a commit of this process, and within
    /// seconds after one of another. What was read under a number, is the newest while the number stays.
    /// </summary>
    public abstract long Version { get; }

    /// <summary>Opens a connection for reading; the caller disposes of it.</summary>
    public abstract Task<Session> OpenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Runs the work in one transaction and commits it; an exception rolls all of it back. The work must not call
    /// this method again: on SQLite it is one item of the single write queue.
    /// </summary>
    public abstract Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken);

    public Task WriteAsync(Func<Session, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async session =>
            {
                await work(session);
                return true;
            },
            cancellationToken);

    /// <summary>Brings the schema up to the newest migration.</summary>
    public abstract void Migrate();

    /// <summary>Whether every migration has been applied; throws when the database cannot be reached.</summary>
    public abstract bool IsMigrated();
}

public enum DatabaseEngine
{
    Sqlite,
    PostgreSql,
}

using Npgsql;

namespace Badges.Testing;

/// <summary>
/// A database of its own for one test application: a fresh SQLite file, or a fresh PostgreSQL database when
/// <c>BADGES_TEST_DATABASE</c> holds the connection string of a server where databases may be made.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string Setting = "BADGES_TEST_DATABASE";

    /// <summary>The same, for the few tests that need PostgreSQL while all others stay on SQLite.</summary>
    public const string PostgresSetting = "BADGES_TEST_POSTGRES";

    private readonly string? _server;
    private readonly string? _name;

    private TestDatabase(string? server, string? name)
    {
        _server = server;
        _name = name;
    }

    /// <summary>PostgreSQL's connection string; null for SQLite.</summary>
    public string? ConnectionString => _server is null
        ? null
        : new NpgsqlConnectionStringBuilder(_server) { Database = _name, Pooling = true, MaxPoolSize = 20 }.ToString();

    /// <summary>A PostgreSQL server for tests that need one; null where there is none.</summary>
    public static string? PostgresServer => Read(PostgresSetting) ?? Read(Setting);

    public static Task<TestDatabase> CreateAsync() => Read(Setting) is { } server
        ? CreateOnPostgresAsync(server)
        : Task.FromResult(new TestDatabase(null, null));

    public static async Task<TestDatabase> CreateOnPostgresAsync(string server)
    {
        var name = $"badges_test_{Guid.NewGuid():N}";
        await RunAsync(server, $"create database {name}");
        return new TestDatabase(server, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await RunAsync(_server, $"drop database {_name} with (force)");
        }
    }

    private static string? Read(string setting) =>
        Environment.GetEnvironmentVariable(setting) is { Length: > 0 } value ? value : null;

    private static async Task RunAsync(string server, string statement)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is a GUID of our own.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

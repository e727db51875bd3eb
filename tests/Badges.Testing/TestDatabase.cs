using Npgsql;

namespace Badges.Testing;

/// <summary>
/// A database of its own for one test application: a fresh SQLite file, or a fresh PostgreSQL database when
/// <c>BADGES_TEST_DATABASE</c> holds the connection string of a server where databases may be made.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string Setting = "BADGES_TEST_DATABASE";

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
        : new NpgsqlConnectionStringBuilder(_server) { Database = _name, Pooling = true, MaxPoolSize = 10 }.ToString();

    public static async Task<TestDatabase> CreateAsync()
    {
        if (Environment.GetEnvironmentVariable(Setting) is not { Length: > 0 } server)
        {
            return new TestDatabase(null, null);
        }

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

using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Badges.Server.Storage;

/// <summary>
/// Copies all rows from one engine into the other, table by table in the order of their references. Tables and columns
/// are those of the migrated schema, so that a new migration needs no change here.
/// </summary>
public static class DatabaseCopy
{
    /// <summary>All of PostgreSQL as it is at one instant, as a new SQLite file.</summary>
    public static async Task ToSqliteAsync(PostgresDatabase source, string file, CancellationToken cancellationToken)
    {
        await using var target = new SqliteDatabase(file);
        target.Migrate();
        var tables = await SchemaTables.ListAsync(target, cancellationToken);
        await using var session = await source.OpenAsync(cancellationToken);
        var connection = (NpgsqlConnection)session.Connection;
        await using var snapshot = await connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        await target.WriteAsync(
            async written =>
            {
                // Rows of one table may refer to rows that come after them.
                await written.ExecuteAsync("pragma defer_foreign_keys = on", null, cancellationToken);
                foreach (var table in tables)
                {
                    await CopyAsync(connection, (SqliteConnection)written.Connection, table, cancellationToken);
                }
            },
            cancellationToken);
    }

    /// <summary>All of a checked SQLite file into an empty PostgreSQL database, or nothing.</summary>
    public static async Task ToPostgresAsync(string file, PostgresDatabase target, CancellationToken cancellationToken)
    {
        target.Migrate();
        await using var source = new SqliteDatabase(file);
        var tables = await SchemaTables.ListAsync(source, cancellationToken);
        await using var session = await source.OpenAsync(cancellationToken);
        await target.WriteAsync(
            async written =>
            {
                foreach (var table in tables)
                {
                    await CopyAsync(
                        (SqliteConnection)session.Connection, (NpgsqlConnection)written.Connection, table,
                        cancellationToken);
                }
            },
            cancellationToken);
    }

    /// <summary>Whether the database holds no table of ours, or no row in any.</summary>
    public static async Task<bool> IsEmptyAsync(PostgresDatabase database, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        return await session.ScalarAsync<bool>(
            "select to_regclass('audit') is null", null, cancellationToken)
            || await session.ScalarAsync<bool>(
                "select not exists (select 1 from audit) and not exists (select 1 from organizations)",
                null,
                cancellationToken);
    }

    private static async Task CopyAsync(
        NpgsqlConnection source, SqliteConnection target, SchemaTable table, CancellationToken cancellationToken)
    {
        await using var select = source.CreateCommand();
        await using var insert = target.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns come from the schema.
        select.CommandText = table.Select;
        insert.CommandText = table.Insert;
#pragma warning restore CA2100
        for (var column = 0; column < table.Columns.Count; column++)
        {
            insert.Parameters.Add(new SqliteParameter($"$p{column}", DBNull.Value));
        }

        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            for (var column = 0; column < table.Columns.Count; column++)
            {
                insert.Parameters[column].Value = ToSqlite(reader.GetValue(column));
            }

            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task CopyAsync(
        SqliteConnection source, NpgsqlConnection target, SchemaTable table, CancellationToken cancellationToken)
    {
        var types = await ListTypesAsync(target, table, cancellationToken);
        await using var select = source.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns come from the schema.
        select.CommandText = table.Select;
#pragma warning restore CA2100
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        await using var import = await target.BeginBinaryImportAsync(table.Copy, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            await import.StartRowAsync(cancellationToken);
            for (var column = 0; column < table.Columns.Count; column++)
            {
                if (await reader.IsDBNullAsync(column, cancellationToken))
                {
                    await import.WriteNullAsync(cancellationToken);
                }
                else
                {
                    var type = types[table.Columns[column]];
                    await import.WriteAsync(ToPostgres(reader, column, type), type, cancellationToken);
                }
            }
        }

        await import.CompleteAsync(cancellationToken);
    }

    private static async Task<Dictionary<string, NpgsqlDbType>> ListTypesAsync(
        NpgsqlConnection target, SchemaTable table, CancellationToken cancellationToken)
    {
        await using var command = target.CreateCommand();
        command.CommandText =
            """
            select column_name, data_type from information_schema.columns
            where table_schema = current_schema() and table_name = $1
            """;
        command.Parameters.Add(new NpgsqlParameter { Value = table.Name });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var types = new Dictionary<string, NpgsqlDbType>();
        while (await reader.ReadAsync(cancellationToken))
        {
            types[reader.GetString(0)] = reader.GetString(1) switch
            {
                "uuid" => NpgsqlDbType.Uuid,
                "timestamp with time zone" => NpgsqlDbType.TimestampTz,
                "date" => NpgsqlDbType.Date,
                "boolean" => NpgsqlDbType.Boolean,
                "bytea" => NpgsqlDbType.Bytea,
                "integer" => NpgsqlDbType.Integer,
                "bigint" => NpgsqlDbType.Bigint,
                "text" => NpgsqlDbType.Text,
                var other => throw new NotSupportedException($"No copy is made of columns of type {other}."),
            };
        }

        return types;
    }

    private static object ToSqlite(object value) => value switch
    {
        Guid id => id.ToString("D", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString(TypeHandlers.InstantFormat, CultureInfo.InvariantCulture),
        DateOnly day => day.ToString(TypeHandlers.DayFormat, CultureInfo.InvariantCulture),
        bool isSet => isSet ? 1L : 0L,
        _ => value,
    };

    private static object ToPostgres(SqliteDataReader reader, int column, NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.Uuid => Guid.Parse(reader.GetString(column), CultureInfo.InvariantCulture),
        NpgsqlDbType.TimestampTz => DateTime.Parse(
            reader.GetString(column), CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
        NpgsqlDbType.Date => DateOnly.ParseExact(
            reader.GetString(column), TypeHandlers.DayFormat, CultureInfo.InvariantCulture),
        NpgsqlDbType.Boolean => reader.GetInt64(column) != 0,
        NpgsqlDbType.Integer => checked((int)reader.GetInt64(column)),
        NpgsqlDbType.Bigint => reader.GetInt64(column),
        NpgsqlDbType.Bytea => reader.GetFieldValue<byte[]>(column),
        _ => reader.GetString(column),
    };
}

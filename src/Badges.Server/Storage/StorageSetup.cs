using Badges.Server.Settings;

namespace Badges.Server.Storage;

public static class StorageSetup
{
    public const string SqliteFileName = "badges.db";

    public static IServiceCollection AddStorage(this IServiceCollection services, BadgesOptions options) =>
        services.AddSingleton(Open(options)).AddSingleton<Installation>();

    /// <summary>
    /// The database that the settings name: PostgreSQL by its connection string, else the SQLite file.
    /// </summary>
    public static Database Open(BadgesOptions options) => options.PostgresConnection is { } connection
        ? new PostgresDatabase(connection)
        : new SqliteDatabase(Path.Combine(options.DataDirectory, SqliteFileName));
}

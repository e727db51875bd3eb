namespace Badges.Server.Storage;

/// <summary>A table as it is copied.</summary>
public sealed record SchemaTable(string Name, IReadOnlyList<string> Columns)
{
    public string Select => $"select {Names} from {Quoted(Name)}";

    public string Insert =>
        $"insert into {Quoted(Name)} ({Names}) values "
        + $"({string.Join(", ", Columns.Select((_, index) => $"$p{index}"))})";

    public string Copy => $"copy {Quoted(Name)} ({Names}) from stdin (format binary)";

    private string Names => string.Join(", ", Columns.Select(Quoted));

    private static string Quoted(string name) => $"\"{name}\"";
}

/// <summary>The tables of a migrated database, each after those that it refers to.</summary>
public static class SchemaTables
{
    private const string Migrations = "SchemaVersions";

    public static async Task<IReadOnlyList<SchemaTable>> ListAsync(
        SqliteDatabase database, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken);
        var names = await session.QueryAsync<string>(
            """
            select name from sqlite_master
            where type = 'table' and name not like 'sqlite_%' and lower(name) <> lower(@migrations) order by name
            """,
            new { migrations = Migrations },
            cancellationToken);
        var references = new Dictionary<string, IReadOnlyList<string>>();
        var columns = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var name in names)
        {
            references[name] = await session.QueryAsync<string>(
                "select \"table\" from pragma_foreign_key_list(@name)", new { name }, cancellationToken);
            columns[name] = await session.QueryAsync<string>(
                "select name from pragma_table_info(@name) order by cid", new { name }, cancellationToken);
        }

        var ordered = new List<string>();
        foreach (var name in names)
        {
            Place(name, references, ordered, []);
        }

        return [.. ordered.Select(name => new SchemaTable(name, columns[name]))];
    }

    private static void Place(
        string name, Dictionary<string, IReadOnlyList<string>> references, List<string> ordered, HashSet<string> under)
    {
        if (ordered.Contains(name) || !under.Add(name))
        {
            return; // placed already, or a table that refers to itself
        }

        foreach (var reference in references[name])
        {
            Place(reference, references, ordered, under);
        }

        ordered.Add(name);
    }
}

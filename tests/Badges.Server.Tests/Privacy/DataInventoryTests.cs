using System.Text.RegularExpressions;

namespace Badges.Server.Tests.Privacy;

/// <summary>Every column has a line that says what it is for, how private it is and how long it is kept.</summary>
public sealed partial class DataInventoryTests
{
    private static readonly string[] Classes = ["public", "internal", "personal", "secret"];

    [Fact]
    public void Inventory_EveryColumnOfEveryMigration_HasOneLine()
    {
        var columns = Directory.GetFiles(Repository.PathOf("src/Badges.Server/Storage/Migrations"), "*.sql")
            .SelectMany(file => ColumnsOf(File.ReadAllText(file)));

        var listed = Lines().Select(line => $"{line[0]}.{line[1]}");

        Assert.Equal(columns.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Inventory_EveryLine_SaysPurposeClassAndRetention() =>
        Assert.All(Lines(), line =>
        {
            Assert.Equal(5, line.Length);
            Assert.Contains(line[2], Classes);
            Assert.All(line, cell => Assert.NotEmpty(cell));
        });

    [Fact]
    public void ColumnsOf_ColumnAddedLater_IsSeen() =>
        Assert.Equal(["t.a", "t.b", "t.c"], ColumnsOf("""
            create table t (
                a uuid primary key,
                b text not null,
                unique (a, b)
            );
            alter table t add column c text;
            """));

    private static IEnumerable<string[]> Lines() =>
        File.ReadLines(Repository.PathOf("src/Badges.Server/Privacy/data.tsv")).Skip(1).Select(line => line.Split('\t'));

    private static IEnumerable<string> ColumnsOf(string sql) =>
        Table().Matches(sql)
            .SelectMany(table => table.Groups["body"].Value.Split('\n', StringSplitOptions.TrimEntries)
                .Where(line => line.Length > 0 && !Constraint().IsMatch(line))
                .Select(line => $"{table.Groups["name"].Value}.{line.Split(' ')[0]}"))
            .Concat(Addition().Matches(sql)
                .Select(added => $"{added.Groups["table"].Value}.{added.Groups["column"].Value}"));

    [GeneratedRegex(@"create table (?<name>\w+) \((?<body>.*?)^\s*\);", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Table();

    [GeneratedRegex(@"^(unique|primary key|foreign key|check)\b")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"alter table (?<table>\w+) add column (?<column>\w+)")]
    private static partial Regex Addition();
}

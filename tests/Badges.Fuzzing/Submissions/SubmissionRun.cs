using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Badges.Fuzzing.Submissions;

/// <summary><c>submissions</c>: tricks and changed files, handed in to the real service over HTTP, several at a time.
/// </summary>
public sealed class SubmissionRun(SubmissionApp app, int seed)
{
    private const int AtOnce = 4;
    private const int LargestFile = 300_000;

    private static readonly string[] Types =
    [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x",
        "multipart/form-data; boundary=\"a b\"", $"multipart/form-data; boundary={new string('b', 200)}",
        "multipart/mixed; boundary=x", "application/json; charset=utf-16", "application/json; charset=nonsense",
        "application/x-www-form-urlencoded", "text/plain", "", "application/vc+jwt", "*/*", "application/json",
    ];

    private readonly byte[][] _files = [.. Files()];
    private readonly byte[][] _tricks =
        [.. AllTricks.All.Select(each => each.Make()).Where(each => each.Length < LargestFile)];
    private readonly ConcurrentBag<Outcome> _outcomes = [];

    public IReadOnlyCollection<Outcome> Outcomes => _outcomes;

    public IEnumerable<Outcome> ServerErrors => _outcomes.Where(each => each.ServerErrorOf is not null);

    public Task RunAsync(int count) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (number, _) => await SubmitAsync(new Random(HashCode.Combine(seed, number) & int.MaxValue)));

    public void Print()
    {
        foreach (var answer in _outcomes.GroupBy(each => each.Answer).OrderBy(group => group.Key))
        {
            Console.WriteLine($"{answer.Key,-18} {answer.Count(),7}");
        }

        var times = _outcomes.OrderBy(each => each.Time).ToList();
        double Milliseconds(int at) => times[at].Time.TotalMilliseconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"median {Milliseconds(times.Count / 2):0} ms, 99th {Milliseconds(times.Count * 99 / 100):0} ms, ")
            + string.Create(
                CultureInfo.InvariantCulture, $"slowest {Milliseconds(times.Count - 1):0} ms ({times[^1].Kind})"));
        Console.WriteLine($"working set {Environment.WorkingSet / 1024 / 1024} MB, of this and the service; "
            + $"{GC.GetTotalMemory(forceFullCollection: true) / 1024 / 1024} MB held after a collection");
        Console.WriteLine($"{app.ConnectionsInside} connections to forbidden addresses");
        Console.WriteLine($"{_outcomes.Count} submissions, {ServerErrors.Count()} × 5xx");
        foreach (var error in ServerErrors.Take(5))
        {
            Console.WriteLine(error.Describe());
        }
    }

    private async Task SubmitAsync(Random random)
    {
        var input = Input(random);
        var text = Encoding.UTF8.GetString(input);
        var (kind, pending) = random.Next(20) switch
        {
            < 9 => ("file to the API", app.PostFileAsync(SubmissionApp.Api, input)),
            < 14 => ("file to the page", app.PostFileAsync(SubmissionApp.Page, input, "a@b.example")),
            < 17 => ("text to the API", app.PostTextAsync(text)),
            17 => ("address to the API", app.PostJsonAsync(
                JsonSerializer.Serialize(new { url = text.Length > 3000 ? text[..3000] : text }))),
            18 => ("body to the API", app.PostAsync(SubmissionApp.Api, input, Types[random.Next(Types.Length)])),
            _ => ("body to the page", app.PostAsync(SubmissionApp.Page, input, Types[random.Next(Types.Length)])),
        };
        var answer = await pending;
        var status = answer.Status.ToString(CultureInfo.InvariantCulture);
        _outcomes.Add(new Outcome(
            kind,
            answer.Verdict is { } verdict ? $"{status} {verdict}" : status,
            answer.Time,
            answer.Status >= 500 ? input : null));
    }

    private byte[] Input(Random random)
    {
        var from = random.Next(2) == 0 ? _files : _tricks;
        var file = from[random.Next(from.Length)];
        var other = _files[random.Next(_files.Length)];
        var changed = random.Next(8) switch
        {
            0 => file,
            < 4 when file is [(byte)'{', ..] => JsonMutations.Change(file, random),
            _ => Mutations.Change(file, other, ["<!ENTITY", "iTXt", "\"proof\":", "eyJ"], random),
        };
        return random.Next(4) > 0 && changed is [0x89, ..] ? FuzzBadges.RepairPng(changed) : changed;
    }

    /// <summary>Samples, hostile files and vectors, where they stand; genuine badges in any case.</summary>
    private static IEnumerable<byte[]> Files()
    {
        foreach (var text in new[] { FuzzBadges.Jcs, FuzzBadges.Rdfc, FuzzBadges.Jwt, FuzzBadges.Text })
        {
            yield return Encoding.UTF8.GetBytes(text);
        }

        string[] wanted = [".json", ".jsonld", ".jwt", ".png", ".svg"];
        var folders = new[] { SharedData.Samples, SharedData.Hostile, SharedData.Vectors }.OfType<string>();
        foreach (var file in folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => wanted.Contains(Path.GetExtension(file)) && new FileInfo(file).Length < LargestFile)
            .Order(StringComparer.Ordinal))
        {
            yield return File.ReadAllBytes(file);
        }
    }
}

/// <summary>What was answered; the input only when it is to be seen again.</summary>
public sealed record Outcome(string Kind, string Answer, TimeSpan Time, byte[]? ServerErrorOf)
{
    public string Describe() => $"{Kind}: {Answer}\ninput, base64: {Convert.ToBase64String(ServerErrorOf ?? [])}";
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Badges.Fuzzing.Submissions;

/// <summary><c>submissions</c>: tricks and changed files, handed in to the real service over HTTP, several at a time.
/// </summary>
public sealed class SubmissionRun(SubmissionApp app, int seed)
{
    private const int AtOnce = 4;

    private static readonly string[] Types =
    [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x",
        "multipart/form-data; boundary=\"a b\"", $"multipart/form-data; boundary={new string('b', 200)}", "multipart/mixed; boundary=x",
        "application/json; charset=utf-16", "application/json; charset=nonsense", "application/x-www-form-urlencoded", "text/plain", "",
        "application/vc+jwt", "*/*", "application/json",
    ];

    private readonly byte[][] _files = [.. Files()];
    private readonly byte[][] _tricks = [.. AllTricks.All.Select(each => each.Make()).Where(each => each.Length < 300_000)];
    private readonly ConcurrentBag<(string Kind, Answer Answer, byte[] Input)> _answers = [];

    public IReadOnlyCollection<(string Kind, Answer Answer, byte[] Input)> Answers => _answers;

    public IEnumerable<(string Kind, Answer Answer, byte[] Input)> ServerErrors =>
        _answers.Where(each => each.Answer.Status >= 500);

    public Task RunAsync(int count) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (number, _) => await SubmitAsync(new Random(HashCode.Combine(seed, number) & int.MaxValue)));

    public void Print()
    {
        foreach (var status in _answers.GroupBy(each => each.Answer.Verdict is { } verdict
            ? $"200 {verdict}"
            : each.Answer.Status.ToString(CultureInfo.InvariantCulture)).OrderBy(group => group.Key))
        {
            Console.WriteLine($"{status.Key,-18} {status.Count(),7}");
        }

        var slowest = _answers.MaxBy(each => each.Answer.Time);
        var times = _answers.Select(each => each.Answer.Time.TotalMilliseconds).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"median {times[times.Count / 2]:0} ms, 99th {times[times.Count * 99 / 100]:0} ms, slowest {slowest.Answer.Time.TotalMilliseconds:0} ms ({slowest.Kind})"));
        Console.WriteLine($"working set at most {Environment.WorkingSet / 1024 / 1024} MB now, "
            + $"{GC.GetTotalMemory(forceFullCollection: true) / 1024 / 1024} MB held; {app.ConnectionsInside} connections inside");
        Console.WriteLine($"{_answers.Count} submissions, {ServerErrors.Count()} × 5xx");
        foreach (var (kind, answer, input) in ServerErrors.Take(5))
        {
            Console.WriteLine($"{kind}: {answer.Status}\ninput, base64: {Convert.ToBase64String(input)}");
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
                System.Text.Json.JsonSerializer.Serialize(new { url = text.Length > 3000 ? text[..3000] : text }))),
            18 => ("body to the API", app.PostAsync(SubmissionApp.Api, input, Types[random.Next(Types.Length)])),
            _ => ("body to the page", app.PostAsync(SubmissionApp.Page, input, Types[random.Next(Types.Length)])),
        };
        _answers.Add((kind, await pending, input));
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
        foreach (var file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => wanted.Contains(Path.GetExtension(file)) && new FileInfo(file).Length < 300_000)
            .Order(StringComparer.Ordinal))
        {
            yield return File.ReadAllBytes(file);
        }
    }
}

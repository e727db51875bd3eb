using System.Globalization;
using Badges.Fuzzing;
using Badges.Fuzzing.Submissions;

// dotnet run -c Release --project tests/Badges.Fuzzing -- [targets | guided] [SECONDS] [--seed N] [--only TARGET]
// dotnet run -c Release --project tests/Badges.Fuzzing -- submissions [COUNT] [--seed N]
var command = args.FirstOrDefault() ?? "targets";
int? Option(string name) => Value(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
string? Value(string name) => args.SkipWhile(each => each != name).Skip(1).FirstOrDefault();
var amount = args.Length > 1 && int.TryParse(args[1], CultureInfo.InvariantCulture, out var given) ? given : (int?)null;
var seed = Option("--seed") ?? Environment.TickCount & 0xFFFFFF;

switch (command)
{
    case "targets":
        return TargetsRun.Run(TimeSpan.FromSeconds(amount ?? 60), seed, Value("--only"));
    case "guided":
        return await Instrumented.RunAsync(
            ["targets", .. args.Skip(1), .. Option("--seed") is null ? new[] { "--seed", $"{seed}" } : []]);
    case "submissions":
        await using (var app = await SubmissionApp.StartAsync())
        {
            Console.WriteLine($"seed {seed}");
            var run = new SubmissionRun(app, seed);
            await run.RunAsync(amount ?? 10_000);
            run.Print();
            return run.ServerErrors.Any() ? 1 : 0;
        }

    default:
        Console.Error.WriteLine("targets: changes by chance. guided: the same, keeping what takes new branches. "
            + "submissions: to the real service.");
        return 64;
}

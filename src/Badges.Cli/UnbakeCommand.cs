using System.CommandLine;
using Badges.Credentials.Verification;
using ParseResult = System.CommandLine.ParseResult;

namespace Badges.Cli;

/// <summary><c>badges unbake</c>: takes the record out of a picture.</summary>
public static class UnbakeCommand
{
    private static readonly Argument<string> Image = new("image")
    {
        HelpName = "IMAGE",
        Description = "The picture, PNG or SVG, or - for the standard input.",
    };

    public static Command Create()
    {
        var command = new Command(
            "unbake",
            "Print the record that a picture carries, the Open Badges 3.0 one when there are two. Exits with 3 "
            + "when there is none. Nothing is checked.")
        {
            Image,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var read = Submission.Read(await Input.ReadAsync(parsed.GetRequiredValue(Image), cancellationToken), null);
        var unbaked = read.Submission is { Container: SubmissionContainer.Png or SubmissionContainer.Svg } picture
            ? Unbaking.Unbake(picture)
            : null;
        if (unbaked?.Text is { } text)
        {
            await Console.Out.WriteLineAsync(text);
            return ExitCode.Success;
        }

        if (unbaked is { HasNoBadge: true })
        {
            await Console.Error.WriteLineAsync("The picture carries no record.");
            return ExitCode.NoBadge;
        }

        var code = unbaked?.Code ?? read.Code ?? "neither PNG nor SVG";
        var reason = string.Join(' ', [code, .. unbaked?.Arguments ?? []]);
        await Console.Error.WriteLineAsync($"The picture cannot be read: {reason}.");
        return ExitCode.Failed;
    }
}

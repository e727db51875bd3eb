using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Badges.Server.Features.Awards;

namespace Badges.Cli;

/// <summary><c>badges rotate-key</c>: new keys for a structure, by schedule or after a theft.</summary>
public static class RotateKeyCommand
{
    private static readonly Argument<string> Slug = new("slug")
    {
        HelpName = "SLUG",
        Description = "The structure's short name.",
    };

    private static readonly Option<DateTimeOffset?> CompromisedSince = new("--compromised-since")
    {
        HelpName = "INSTANT",
        Description = "Since when the keys are in somebody else's hands, such as 2026-02-01T00:00:00Z. They are "
            + "withdrawn, and what they signed before is signed again. Badges signed after that instant are told "
            + "apart.",
        CustomParser = ReadInstant,
    };

    public static Command Create()
    {
        var data = OpenedInstallation.CreateDataOption();
        var command = new Command(
            "rotate-key",
            "Give a structure new keys to sign with. The old ones stay published, so that what they signed stays "
            + "genuine.")
        {
            Slug, CompromisedSince, data,
        };
        command.SetAction((parsed, cancellationToken) => OpenedInstallation.RunAsync(
            parsed.GetValue(data), installation => RunAsync(installation, parsed, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        OpenedInstallation installation, ParseResult parsed, CancellationToken cancellationToken)
    {
        var slug = parsed.GetRequiredValue(Slug);
        var rotated = await installation.Get<RotateKey>().RunAsync(
            slug, parsed.GetValue(CompromisedSince), cancellationToken);
        if (rotated.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal == RotateKeyRefusal.InstantInFuture
                ? "That instant is still to come."
                : $"{slug} has no keys: no structure of this name has signed anything.");
            return ExitCode.Failed;
        }

        var (embedded, jwt, ob2, signedAgain) = rotated.Value;
        await Console.Out.WriteLineAsync($"New key: {embedded}");
        await Console.Out.WriteLineAsync($"New key of tokens: {jwt}");
        if (ob2 is not null)
        {
            await Console.Out.WriteLineAsync($"New key of Open Badges 2.0: {ob2}");
            await Console.Out.WriteLineAsync($"Signed again: {signedAgain.ToString(CultureInfo.InvariantCulture)}");
        }

        return ExitCode.Success;
    }

    private static DateTimeOffset? ReadInstant(ArgumentResult result)
    {
        if (DateTimeOffset.TryParse(
            result.Tokens[0].Value, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant))
        {
            return instant;
        }

        result.AddError($"{result.Tokens[0].Value} is not an instant such as 2026-02-01T00:00:00Z.");
        return null;
    }
}

using System.CommandLine;
using System.Globalization;
using Badges.Server.Features.Awards;

namespace Badges.Cli;

/// <summary><c>badges sign-missing</c>: the forms that older awards lack.</summary>
public static class SignMissingCommand
{
    public static Command Create()
    {
        var data = OpenedInstallation.CreateDataOption();
        var command = new Command(
            "sign-missing",
            "Add the embedded proof to badges that were awarded before there was one. What was signed before stays as "
            + "it is.")
        {
            data,
        };
        command.SetAction((parsed, cancellationToken) => OpenedInstallation.RunAsync(
            parsed.GetValue(data), installation => RunAsync(installation, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(OpenedInstallation installation, CancellationToken cancellationToken)
    {
        var (signed, left) = await installation.Get<SignMissing>().RunAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"Signed: {signed.ToString(CultureInfo.InvariantCulture)}");
        if (left == 0)
        {
            return ExitCode.Success;
        }

        await Console.Error.WriteLineAsync(
            $"Not signed: {left.ToString(CultureInfo.InvariantCulture)}. The keys of their structures are missing, or "
            + "were protected by another Badges__KeyProtectionSecret.");
        return ExitCode.Failed;
    }
}

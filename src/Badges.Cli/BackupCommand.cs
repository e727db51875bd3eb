using System.CommandLine;
using Badges.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Badges.Cli;

/// <summary><c>badges backup</c>: everything in one file, while the service goes on.</summary>
public static class BackupCommand
{
    private static readonly Argument<string> File = new("file")
    {
        HelpName = "FILE",
        Description = "The file to write; it must not be there yet. It holds keys and people's data: keep it locked.",
    };

    public static Command Create()
    {
        var data = OpenedInstallation.CreateDataOption();
        var command = new Command(
            "backup", "Write the database, the keys and all other data into one file.")
        {
            File, data,
        };
        command.SetAction((parsed, cancellationToken) => OpenedInstallation.RunAsync(
            parsed.GetValue(data), installation => RunAsync(installation, parsed, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(
        OpenedInstallation installation, ParseResult parsed, CancellationToken cancellationToken)
    {
        var backup = ActivatorUtilities.CreateInstance<TakeBackup>(installation.Get<IServiceProvider>());
        var manifest = await backup.RunAsync(parsed.GetRequiredValue(File), cancellationToken);
        await Console.Out.WriteLineAsync($"{parsed.GetValue(File)}: {manifest.Parts.Count} parts.");
        if (manifest.NeedsSecretOfSettings)
        {
            await Console.Out.WriteLineAsync(
                "Keep Badges__KeyProtectionSecret too, in another place: without it the private keys cannot be "
                + "opened.");
        }

        return ExitCode.Success;
    }
}

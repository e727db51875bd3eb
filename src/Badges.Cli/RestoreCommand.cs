using System.CommandLine;
using Badges.Server.Features.Issuers;
using Badges.Server.Features.SigningKeys;
using Badges.Server.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Badges.Cli;

/// <summary><c>badges restore</c>: an installation from a backup, checked before it is put in place.</summary>
public static class RestoreCommand
{
    private static readonly Argument<string> File = new("file")
    {
        HelpName = "FILE",
        Description = "A file that badges backup wrote, on SQLite or on PostgreSQL.",
    };

    public static Command Create()
    {
        var data = OpenedInstallation.CreateDataOption();
        var command = new Command(
            "restore",
            "Bring an installation back from a backup, into an empty data directory and an empty database. The "
            + "server must not run.")
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
        var restore = ActivatorUtilities.CreateInstance<RestoreBackup>(installation.Get<IServiceProvider>());
        var restored = await restore.RunAsync(parsed.GetRequiredValue(File), cancellationToken);
        if (restored.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync(Explain(refusal));
            return ExitCode.Failed;
        }

        await Console.Out.WriteLineAsync(
            $"Restored: {restored.Value.Parts.Count} parts of "
            + $"{restored.Value.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, all as "
            + "they were written; the database is whole and its journal unbroken.");
        return await KeysOpenAsync(installation, cancellationToken) ? ExitCode.Success : ExitCode.Configuration;
    }

    /// <summary>Keys that were wrapped under another secret would be found out only at the next award.</summary>
    private static async Task<bool> KeysOpenAsync(OpenedInstallation installation, CancellationToken cancellationToken)
    {
        foreach (var issuer in await installation.Get<IssuerStore>().ListAsync(cancellationToken))
        {
            if (await installation.Get<KeyRing>().FindAsync(issuer.Id, cancellationToken) is null)
            {
                await Console.Error.WriteLineAsync(
                    $"But the private keys of {issuer.Slug} do not open: Badges__KeyProtectionSecret is not the "
                    + "one that they were wrapped with. Set that one before the server starts.");
                return false;
            }
        }

        return true;
    }

    private static string Explain(RestoreRefusal refusal) => refusal switch
    {
        RestoreRefusal.TargetNotEmpty => "There is an installation already: the data directory and the database "
            + "must be empty.",
        RestoreRefusal.NotABackup => "This file is not a backup.",
        RestoreRefusal.PartMissing => "A part of the backup is missing.",
        RestoreRefusal.PartDiffers => "A part of the backup is not as it was written: the file is damaged or was "
            + "changed.",
        RestoreRefusal.JournalBroken => "The journal in the backup does not follow from line to line: rows were "
            + "changed.",
        _ => "The database in the backup is damaged.",
    };
}

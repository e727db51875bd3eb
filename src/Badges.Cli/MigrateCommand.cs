using System.CommandLine;
using Badges.Server.Storage;

namespace Badges.Cli;

/// <summary><c>badges migrate</c>: what the server does at each start, done before it.</summary>
public static class MigrateCommand
{
    public static Command Create()
    {
        var data = OpenedInstallation.CreateDataOption();
        var command = new Command("migrate", "Bring the database up to this version.")
        {
            data,
        };
        command.SetAction(parsed => OpenedInstallation.RunAsync(parsed.GetValue(data), async installation =>
        {
            installation.Get<Database>().Migrate();
            await Console.Out.WriteLineAsync("The database is up to date.");
            return ExitCode.Success;
        }));
        return command;
    }
}

using System.CommandLine;
using Badges.Cli;

var root = new RootCommand(
    $"""
    Verify, bake and unbake open badges, and operate an installation of the badges service.

    verify says whether a badge is genuine and in force. Which issuers are known is for the service to say.

    {OpenedInstallation.Settings}
    """)
{
    VerifyCommand.Create(),
    BakeCommand.Create(),
    UnbakeCommand.Create(),
    CanonicalizeCommand.Create(),
    MigrateCommand.Create(),
    CreateAdminCommand.Create(),
    RotateKeyCommand.Create(),
    SignMissingCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync(error.Message);
    }

    await Console.Error.WriteLineAsync($"See: badges {parsed.CommandResult.Command.Name} --help".Replace(
        $"badges {root.Name} ", "badges ", StringComparison.Ordinal));
    return ExitCode.Usage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return ExitCode.Failed;
}

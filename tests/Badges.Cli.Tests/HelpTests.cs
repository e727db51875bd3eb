namespace Badges.Cli.Tests;

public sealed class HelpTests
{
    [Theory]
    [InlineData("")]
    [InlineData("verify")]
    [InlineData("bake")]
    [InlineData("unbake")]
    [InlineData("canonicalize")]
    [InlineData("migrate")]
    [InlineData("create-admin")]
    [InlineData("rotate-key")]
    [InlineData("sign-missing")]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task Help_OfEachCommand_IsAsReviewed(string command)
    {
        var ran = await BadgesProcess.RunAsync(command.Length == 0 ? ["--help"] : [command, "--help"]);

        ran.Expect(0);
        Snapshot.Match(ran.Output, command.Length == 0 ? "badges" : command);
    }
}

using System.Text;
using Badges.Server.Storage;

namespace Badges.Cli.Tests;

public sealed class OperationCommandsTests(AwardedBadge badge) : IClassFixture<AwardedBadge>
{
    private const string Password = "un mot de passe de test\n";

    [Fact]
    public async Task CreateAdmin_InANewPlace_MakesTheNetworkAndTheAccount()
    {
        var place = badge.PathOf("new");

        var first = await CreateAdminAsync(place, "admin@inae.test", Password);
        var second = await CreateAdminAsync(place, "second@inae.test", Password);
        var again = await CreateAdminAsync(place, "ADMIN@inae.test", Password);

        first.Expect(0);
        Assert.Contains("admin@inae.test is an administrator of inae.", first.Output, StringComparison.Ordinal);
        second.Expect(0);
        again.Expect(1);
        Assert.Contains("already", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAdmin_ShortPassword_IsRefused()
    {
        var ran = await CreateAdminAsync(badge.PathOf("short"), "admin@inae.test", "court\n");

        ran.Expect(1);
        Assert.Contains("12", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAdmin_OnTheRunningService_CanSignIn()
    {
        (await CreateAdminAsync(badge.App.DataDirectory, "cli@inae.test", TestApp.Password + "\n", badge.Environment))
            .Expect(0);

        using var page = await badge.App.SignInAsync("cli@inae.test");
        Assert.NotEmpty(page.CookieNamed("badges.session"));
    }

    [Fact]
    public async Task Migrate_ANewPlace_MakesTheDatabase()
    {
        var place = badge.PathOf("migrated");

        var ran = await BadgesProcess.RunAsync(["migrate", "--data", place], null, Development);

        ran.Expect(0);
        Assert.True(File.Exists(Path.Combine(place, "badges.db")));
    }

    [Fact]
    public async Task RotateKey_ByName_NamesTheNewKeyAndKeepsOldBadgesGenuine()
    {
        var ran = await BadgesProcess.RunAsync(
            ["rotate-key", TestApp.Structure, "--data", badge.App.DataDirectory], null, badge.Environment);

        ran.Expect(0);
        Assert.StartsWith("New key: ", ran.Output, StringComparison.Ordinal);
        using var client = badge.App.ClientWithKey(badge.App.StructureKey);
        var picture = await File.ReadAllBytesAsync(badge.Png);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(picture), "file", "x" } };
        using var answer = await client.PostAsync("/api/v1/verifications", form);
        Assert.Contains("\"verdict\":\"valid\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignMissing_NothingMissing_SaysSo()
    {
        var ran = await BadgesProcess.RunAsync(
            ["sign-missing", "--data", badge.App.DataDirectory], null, badge.Environment);

        ran.Expect(0);
        Assert.Equal("Signed: 0\n", ran.Output);
    }

    [Fact]
    public async Task SignMissing_OlderAward_IsCountedOnceOrLeftWhereNoKeyOpens()
    {
        await badge.AwardAsync("older");
        await badge.App.Get<Database>().WriteAsync(
            session => session.ExecuteAsync(
                "delete from award_forms where kind = 'ob3-eddsa-rdfc' and id = (select f.id from award_forms f "
                + "where f.kind = 'ob3-eddsa-rdfc' order by f.id desc limit 1)",
                null, CancellationToken.None),
            CancellationToken.None);
        string[] arguments = ["sign-missing", "--data", badge.App.DataDirectory];
        var otherSecret = new Dictionary<string, string>(badge.Environment)
        {
            ["Badges__KeyProtectionSecret"] = "another secret, long enough to be taken for one",
        };

        var locked = await BadgesProcess.RunAsync(arguments, null, otherSecret);
        var first = await BadgesProcess.RunAsync(arguments, null, badge.Environment);
        var second = await BadgesProcess.RunAsync(arguments, null, badge.Environment);

        locked.Expect(1);
        Assert.Contains("Not signed: 1.", locked.Error, StringComparison.Ordinal);
        first.Expect(0);
        Assert.Equal("Signed: 1\n", first.Output);
        Assert.Equal("Signed: 0\n", second.Output);
    }

    [Theory]
    [InlineData("nobody", null, 1)]
    [InlineData(TestApp.Structure, "2999-01-01T00:00:00Z", 1)]
    [InlineData(TestApp.Structure, "soon", 64)]
    public async Task RotateKey_WhatCannotBe_IsRefused(string slug, string? since, int code)
    {
        string[] arguments = ["rotate-key", slug, "--data", badge.App.DataDirectory];

        var ran = await BadgesProcess.RunAsync(
            since is null ? arguments : [.. arguments, "--compromised-since", since], null, badge.Environment);

        ran.Expect(code);
        Assert.NotEmpty(ran.Error);
    }

    [Fact]
    public async Task Operate_WithoutSettingsInProduction_SaysWhichIsMissing()
    {
        var ran = await BadgesProcess.RunAsync("migrate", "--data", badge.PathOf("nothing"));

        ran.Expect(78);
        Assert.Contains("Badges__PublicUrl", ran.Error, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Development => new() { ["ASPNETCORE_ENVIRONMENT"] = "Development" };

    private static Task<Ran> CreateAdminAsync(
        string place, string email, string password, IReadOnlyDictionary<string, string>? environment = null) =>
        BadgesProcess.RunAsync(
            ["create-admin", "--email", email, "--name", "Alix Martin", "--data", place],
            Encoding.UTF8.GetBytes(password),
            environment ?? Development);
}

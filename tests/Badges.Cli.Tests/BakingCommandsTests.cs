namespace Badges.Cli.Tests;

public sealed class BakingCommandsTests(AwardedBadge badge) : IClassFixture<AwardedBadge>
{
    [Fact]
    public async Task Unbake_OurPicture_PrintsTheRecordAsSigned()
    {
        var ran = await BadgesProcess.RunAsync("unbake", badge.Png);

        ran.Expect(0);
        Assert.Equal(await File.ReadAllTextAsync(badge.Json), ran.Output.TrimEnd());
    }

    [Theory]
    [InlineData("plain.png", "baked.png")]
    [InlineData("badge.svg", "baked.svg")]
    public async Task Bake_ARecord_UnbakesAsItWas(string picture, string name)
    {
        var target = badge.PathOf(name);

        (await BadgesProcess.RunAsync("bake", badge.PathOf(picture), badge.Jwt, "-o", target)).Expect(0);
        var ran = await BadgesProcess.RunAsync("unbake", target);

        ran.Expect(0);
        Assert.Equal(await File.ReadAllTextAsync(badge.Jwt), ran.Output.TrimEnd());
    }

    [Fact]
    public async Task Unbake_PictureWithoutRecord_IsThree()
    {
        (await BadgesProcess.RunAsync("unbake", badge.PlainPicture)).Expect(3);
    }

    [Fact]
    public async Task Unbake_NoPicture_SaysWhy()
    {
        var ran = await BadgesProcess.RunAsync("unbake", Path.Combine(badge.Documents, "index.json"));

        Assert.NotEqual(0, ran.Code);
        Assert.NotEmpty(ran.Error);
    }

    [Theory]
    [InlineData("badge.jwt", "badge.jwt", 1)]
    [InlineData("plain.png", "plain.png", 1)]
    [InlineData("missing.png", "badge.jwt", 1)]
    public async Task Bake_WhatCannotBe_IsRefused(string picture, string record, int code)
    {
        var target = badge.PathOf("never.png");

        var ran = await BadgesProcess.RunAsync("bake", badge.PathOf(picture), badge.PathOf(record), "-o", target);

        ran.Expect(code);
        Assert.NotEmpty(ran.Error);
        Assert.False(File.Exists(target));
    }

    [Fact]
    public async Task Bake_WithoutTarget_IsWrongUse()
    {
        (await BadgesProcess.RunAsync("bake", badge.PlainPicture, badge.Jwt)).Expect(64);
    }
}

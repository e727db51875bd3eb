using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Imaging.Png;

namespace Badges.Cli.Tests;

public sealed class VerifyCommandTests(AwardedBadge badge) : IClassFixture<AwardedBadge>
{
    private const string Now = "2026-02-01T09:00:00Z";

    [Theory]
    [InlineData("badge.png")]
    [InlineData("badge.svg")]
    [InlineData("badge.jwt")]
    public async Task Verify_FileWithItsDocuments_IsValidWithoutANetwork(string file)
    {
        var ran = await VerifyAsync(badge.PathOf(file), "--documents", badge.Documents, "--at", Now);

        ran.Expect(0);
        Assert.Contains("Le badge n’a pas été modifié", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NON", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WithTheRegistryOfTheService_IsOfAKnownIssuer()
    {
        var (file, key, digest) = await RegistryAsync();

        foreach (var pin in (string[][])[[], ["--registry-key", key], ["--registry-sha256", digest]])
        {
            var ran = await VerifyAsync(
                [badge.Png, "--documents", badge.Documents, "--at", Now, "--json", "--registry", file, .. pin]);

            ran.Expect(0);
            using var report = JsonDocument.Parse(ran.Output);
            Assert.Equal("known", report.RootElement.GetProperty("trust").GetString());
        }
    }

    [Fact]
    public async Task Verify_RegistryThatIsNotWhatItHasToBe_IsWrongUse()
    {
        var (file, _, _) = await RegistryAsync();
        const string Other = "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";

        var signed = await VerifyAsync(badge.Png, "--offline", "--registry", file, "--registry-key", Other);
        var pinned = await VerifyAsync(
            badge.Png, "--offline", "--registry", file, "--registry-sha256", new string('0', 64));
        var unpinned = await VerifyAsync(badge.Png, "--offline", "--registry", "https://voisin.example/registry.json");
        var missing = await VerifyAsync(
            badge.Png, "--offline", "--registry", "https://voisin.example/registry.json", "--registry-key", Other);

        signed.Expect(64);
        Assert.Contains("WrongSignature", signed.Error, StringComparison.Ordinal);
        pinned.Expect(64);
        Assert.Contains("WrongDigest", pinned.Error, StringComparison.Ordinal);
        unpinned.Expect(64);
        missing.Expect(64);
    }

    [Fact]
    public async Task Verify_RecordInAnotherPicture_IsValidAndSaysSo()
    {
        var baked = await File.ReadAllBytesAsync(badge.Png);
        var picture = PngDatastream.TryRead(baked, out _);
        Assert.NotNull(picture);
        var moved = badge.PathOf("moved.png");
        await File.WriteAllBytesAsync(
            moved,
            picture.WithChunks([picture.Chunks[0], new PngChunk("gAMA", new byte[] { 0, 0, 0, 1 }),
                .. picture.Chunks.Skip(1)]).ToBytes());

        var own = await VerifyAsync(badge.Png, "--documents", badge.Documents, "--at", Now);
        var ran = await VerifyAsync(moved, "--documents", badge.Documents, "--at", Now);

        Assert.Contains("oui       L’image est celle de la structure", own.Output, StringComparison.Ordinal);
        ran.Expect(0);
        Assert.Contains("L’image donnée n’est pas celle de la structure.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("NON       L’image est celle de la structure", ran.Output, StringComparison.Ordinal);
        Assert.Matches("Image +https?://.*/achievements/", ran.Output);
    }

    [Fact]
    public async Task Verify_AddressInTheArchive_IsValid()
    {
        (await VerifyAsync(badge.Url, "--documents", badge.Documents, "--at", Now)).Expect(0);
    }

    [Fact]
    public async Task Verify_StandardInput_IsRead()
    {
        var ran = await BadgesProcess.RunAsync(
            ["verify", "-", "--documents", badge.Documents, "--at", Now],
            await File.ReadAllBytesAsync(badge.Jwt), null);

        ran.Expect(0);
    }

    [Fact]
    public async Task Verify_Offline_CannotBeTold()
    {
        (await VerifyAsync(badge.Png, "--offline", "--at", Now)).Expect(2);
    }

    [Fact]
    public async Task Verify_BeforeItBegan_IsNotValid()
    {
        (await VerifyAsync(badge.Png, "--documents", badge.Documents, "--at", "2026-01-01T00:00:00Z")).Expect(1);
    }

    [Theory]
    [InlineData("nadia@example.org", 0)]
    [InlineData("somebody@example.org", 1)]
    public async Task Verify_WithARecipient_SaysWhetherItIsTheirs(string recipient, int code)
    {
        var ran = await VerifyAsync(
            badge.Png, "--documents", badge.Documents, "--at", Now, "--recipient", recipient);

        ran.Expect(code);
    }

    [Fact]
    public async Task Verify_PictureWithoutBadge_IsThree()
    {
        var ran = await VerifyAsync(badge.PlainPicture, "--offline");

        ran.Expect(3);
        Assert.Contains("Aucun badge trouvé.", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_TruncatedPicture_IsNotValid()
    {
        var cut = badge.PathOf("cut.png");
        await File.WriteAllBytesAsync(cut, (await File.ReadAllBytesAsync(badge.Png))[..500]);

        (await VerifyAsync(cut, "--offline")).Expect(1);
    }

    [Fact]
    public async Task Verify_Json_AnswersTheReportAlone()
    {
        var ran = await VerifyAsync(
            badge.Png, "--documents", badge.Documents, "--at", Now, "--json", "--language", "en");

        ran.Expect(0);
        using var report = JsonDocument.Parse(ran.Output);
        Assert.Equal("valid", report.RootElement.GetProperty("verdict").GetString());
        Assert.Equal("2026-02-01T09:00:00Z", report.RootElement.GetProperty("checkedAt").GetString());
        Assert.StartsWith("This badge was not changed", report.RootElement.GetProperty("sentence").GetString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "Ce badge n’a pas été modifié")]
    [InlineData("en_GB.UTF-8", null, "This badge was not changed")]
    [InlineData("en_GB.UTF-8", "fr", "Ce badge n’a pas été modifié")]
    public async Task Verify_Language_IsThatOfTheMachineUnlessSaid(string? lang, string? asked, string begin)
    {
        var arguments = new List<string> { "verify", badge.Png, "--documents", badge.Documents, "--at", Now };
        if (asked is not null)
        {
            arguments.AddRange(["--language", asked]);
        }

        var ran = await BadgesProcess.RunAsync(
            arguments, null, lang is null ? null : new Dictionary<string, string> { ["LANG"] = lang });

        Assert.StartsWith(begin, ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("verify", "a", "b")]
    [InlineData("verify", "/nowhere/badge.png", "--offline")]
    [InlineData("verify", "-", "--at", "yesterday")]
    [InlineData("verify", "-", "--documents", "/nowhere")]
    [InlineData("verify", "-", "--language", "de")]
    [InlineData("frobnicate")]
    [InlineData]
    public async Task Verify_WrongUse_Is64(params string[] arguments)
    {
        var ran = await BadgesProcess.RunAsync(arguments);

        ran.Expect(64);
        Assert.NotEmpty(ran.Error);
        Assert.Empty(ran.Output);
    }

    [Fact]
    public async Task Verify_WhatOthersWrote_CannotSteerTheTerminal()
    {
        const string text =
            """
            {
              "@context": ["https://www.w3.org/ns/credentials/v2"],
              "type": ["VerifiableCredential", "OpenBadgeCredential"],
              "id": "urn:x\u001b[2J",
              "issuer": "did:key:z\u001b[31m"
            }
            """;
        var file = badge.PathOf("escape.json");
        await File.WriteAllTextAsync(file, text, Encoding.UTF8);

        var ran = await VerifyAsync(file, "--offline");

        Assert.DoesNotContain('\u001b', ran.Output);
    }

    [SamplesTheory]
    [InlineData("invalid/97-jwt-attacker-jwk.jwt", 1)]
    [InlineData("invalid/91-jwt-hs256-confusion.jwt", 1)]
    [InlineData("invalid/b1-compressed-chunk.png", 1)]
    [InlineData("invalid/b3-unbaked.png", 3)]
    public async Task Verify_Sample_EndsAsItsVerdictSays(string name, int code)
    {
        var folder = SharedData.Samples ?? "";

        var ran = await VerifyAsync(
            Path.Combine(folder, name), "--documents", Path.Combine(folder, "web"), "--at", "2026-02-01T00:00:00Z");

        ran.Expect(code);
    }

    private async Task<(string File, string Key, string Digest)> RegistryAsync()
    {
        var registry = await badge.App.Client.GetByteArrayAsync(new Uri("/registry.json", UriKind.Relative));
        var file = badge.PathOf("registry.json");
        await File.WriteAllBytesAsync(file, registry);
        using var json = JsonDocument.Parse(registry);
        var method = json.RootElement.GetProperty("proof")[0].GetProperty("verificationMethod").GetString() ?? "";
        return (file, method.Split('#')[1], Convert.ToHexString(SHA256.HashData(registry)));
    }

    private static Task<Ran> VerifyAsync(params string[] arguments) => BadgesProcess.RunAsync(["verify", .. arguments]);
}

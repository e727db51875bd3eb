using System.Text.Json;
using Badges.Credentials.Baking;
using Badges.Server.Features.Awards;
using Badges.Server.Storage;
using Badges.Server.Tests.Features.Awards;
using Badges.Server.Tests.Features.Verification;

namespace Badges.Server.Tests.Storage;

/// <summary>An installation from before embedded proofs is brought up to this version, and goes on.</summary>
public sealed class FormerVersionTests : IAsyncLifetime
{
    private readonly AwardScene _scene = new();
    private JsonElement _award;
    private JsonElement _revoked;
    private string _list = "";

    public async Task InitializeAsync()
    {
        await _scene.InitializeAsync();
        _award = await _scene.AwardAsync();
        _revoked = await _scene.AwardAsync();
        await _scene.RevokeAsync(_revoked.Text("id"));
        _list = AwardScene.Text(
            AwardScene.PayloadOf(await TextAsync(_award, "jwt")), "credentialStatus", "statusListCredential");
        await ReturnAsync();
    }

    public Task DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Migrate_OlderAwards_KeepTheirFormsAndAreValid()
    {
        var jwt = await TextAsync(_award, "jwt");

        Migrate();

        Assert.Equal(jwt, await TextAsync(_award, "jwt"));
        Assert.Contains(jwt, await TextAsync(_award, "json"), StringComparison.Ordinal);
        Assert.Contains(jwt, await TextAsync(_award, "svg"), StringComparison.Ordinal);
        var png = await _scene.App.Client.GetByteArrayAsync(new Uri(_award.Text("png")));
        Assert.Equal(
            [jwt, await TextAsync(_award, "assertion")],
            PngBaking.TryRead(png, 1 << 20, out _)?.OrderBy(text => text.Keyword).Select(text => text.Text));
        foreach (var form in (string[])["url", "json", "jwt", "png", "svg", "assertion", "signedAssertion"])
        {
            await ExpectAsync(_award, form, "valid");
            await ExpectAsync(_revoked, form, "revoked");
        }
    }

    [Fact]
    public async Task Migrate_StatusList_IsSignedAnewWithBothProofsAndAKeyThatIsPublished()
    {
        Migrate();

        var list = await _scene.GetJsonAsync(_list);

        Assert.True(Proofs.Verifies(list));
        var did = await _scene.GetTextAsync($"{_scene.App.Address}issuers/{TestApp.Structure}/did.json");
        Assert.Contains($"#{Proofs.KidOf(list)}\"", did, StringComparison.Ordinal);
        using var jwt = await _scene.GetAsync(_list, "application/vc+jwt");
        Assert.Equal(
            list.GetProperty("credentialSubject").GetRawText(),
            AwardScene.PayloadOf(await jwt.Content.ReadAsStringAsync())
                .GetProperty("credentialSubject").GetRawText());
    }

    [Fact]
    public async Task Migrate_ThenAwardAndSignMissing_EveryAwardCarriesAnEmbeddedProof()
    {
        Migrate();
        var next = await _scene.AwardAsync();

        var signed = await _scene.App.Get<SignMissing>().RunAsync(CancellationToken.None);

        Assert.Equal(new(2, 0), signed);
        Assert.All(
            await Task.WhenAll(((JsonElement[])[_award, _revoked, next]).Select(
                award => _scene.GetJsonAsync(award.Text("json")))),
            credential => Assert.True(Proofs.Verifies(credential)));
        await ExpectAsync(_award, "png", "valid");
        await ExpectAsync(next, "png", "valid");
        await ExpectAsync(_revoked, "png", "revoked");
    }

    private void Migrate()
    {
        var database = _scene.App.Get<Database>();
        Assert.False(database.IsMigrated());
        database.Migrate();
        Assert.True(database.IsMigrated());
    }

    /// <summary>Leaves the database as that version would have: its schema, its forms, its keys, its list.</summary>
    private async Task ReturnAsync()
    {
        using var list = await _scene.GetAsync(_list, "application/vc+jwt");
        var jwt = await list.Content.ReadAsStringAsync();
        foreach (var statement in (string[])[
            "delete from award_forms where kind = 'ob3-eddsa-rdfc'",
            "delete from signing_keys where purpose = 'ob3-embedded'",
            "drop index signing_keys_current",
            "alter table status_lists drop column published_jwt",
            $"update status_lists set published_text = '{jwt}'",
            "delete from schemaversions where scriptname like '%.0002-%'"])
        {
            await RefusalScene.ExecuteAsync(_scene, statement);
        }
    }

    private async Task ExpectAsync(JsonElement award, string form, string verdict)
    {
        using var client = _scene.Structure();
        var report = await client.PostAsync(new { url = award.Text(form) }).ReportAsync();
        Assert.True(report.Verdict() == verdict, $"{form}: {report.Describe()}");
        Assert.True(report.Trust() == "known" || verdict == "revoked", form);
    }

    private Task<string> TextAsync(JsonElement award, string form) => _scene.GetTextAsync(award.Text(form));
}

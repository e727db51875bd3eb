using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Badges.Credentials.Status;
using Badges.Server.Storage;

namespace Badges.Server.Tests.Features.Awards;

public sealed class RevocationTests(AwardScene scene) : IClassFixture<AwardScene>
{
    private const string Note = "Une note qui reste dans la structure";

    [Fact]
    public async Task Revoke_Award_SetsItsBitAndNoOther()
    {
        var award = await scene.AwardAsync();
        var kept = await scene.AwardAsync();
        Assert.False(await IsRevokedAsync(award));

        await scene.RevokeAsync(AwardScene.Text(award, "id"));

        Assert.True(await IsRevokedAsync(award));
        Assert.False(await IsRevokedAsync(kept));
    }

    [Fact]
    public async Task Revoke_Award_LeavesTheFormsAsTheyWere()
    {
        var award = await scene.AwardAsync();
        string[] forms = ["json", "jwt", "png", "svg", "signedAssertion"];
        var before = await Task.WhenAll(forms.Select(form => BytesAsync(award, form)));

        await scene.RevokeAsync(AwardScene.Text(award, "id"));

        Assert.Equal(before, await Task.WhenAll(forms.Select(form => BytesAsync(award, form))));
    }

    [Fact]
    public async Task Revoke_Award_AnswersTheHostedAssertionWithExactlyFiveMembers()
    {
        var award = await scene.AwardAsync();
        await scene.RevokeAsync(AwardScene.Text(award, "id"), "criteriaNotMet", Note);

        using var answer = await scene.GetAsync(AwardScene.Text(award, "assertion"));

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Equal(
            $$"""{"@context":"https://w3id.org/openbadges/v2","type":"Assertion",""" +
            $"\"id\":\"{AwardScene.Text(award, "assertion")}\",\"revoked\":true," +
            "\"revocationReason\":\"Critères non remplis\"}",
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Revoke_Award_ListsTheSignedAssertionAndTwoFillers()
    {
        var award = await scene.AwardAsync();
        var address = $"{scene.App.Address}ob2/issuers/{TestApp.Structure}/revocations";
        var signed = AwardScene.PayloadOf(await scene.GetTextAsync(AwardScene.Text(award, "signedAssertion")));
        var before = (await scene.GetJsonAsync(address)).GetProperty("revokedAssertions");
        Assert.True(before.GetArrayLength() >= 2);

        await scene.RevokeAsync(AwardScene.Text(award, "id"), "duplicate");

        var after = (await scene.GetJsonAsync(address)).GetProperty("revokedAssertions");
        Assert.Equal(before.GetArrayLength() + 1, after.GetArrayLength());
        var entry = after.EnumerateArray().Single(each => AwardScene.Text(each, "id") == AwardScene.Text(signed, "id"));
        Assert.Equal("Remis deux fois", AwardScene.Text(entry, "revocationReason"));
    }

    [Fact]
    public async Task Revoke_Note_StandsOnTheStructuresPageAndNotInTheJournal()
    {
        var award = await scene.AwardAsync();

        await scene.RevokeAsync(AwardScene.Text(award, "id"), "other", Note);

        await using var session = await scene.App.Get<Database>().OpenAsync(CancellationToken.None);
        var lines = await session.QueryAsync<string>(
            "select detail_json from audit where action = 'award.revoked'", null, CancellationToken.None);
        Assert.Contains("""{"reason":"other"}""", lines);
        Assert.DoesNotContain(lines, line => line.Contains("note", StringComparison.OrdinalIgnoreCase));
        Assert.Null(await AuditLog.FindBreakAsync(session, CancellationToken.None));
        using var page = await scene.App.SignInAsync(TestApp.Encadrant);
        await page.GetAsync($"/remises/{AwardScene.Text(award, "id")}");
        Assert.Contains(Note, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Note, await scene.GetTextAsync(AwardScene.Text(award, "url")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoke_Twice_IsRefusedAndTheFirstReasonStays()
    {
        var award = await scene.AwardAsync();
        await scene.RevokeAsync(AwardScene.Text(award, "id"), "duplicate");
        using var client = scene.Structure();

        using var answer = await client.PostAsJsonAsync(
            $"/api/v1/awards/{AwardScene.Text(award, "id")}/revocation", new { reason = "error" });

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("AwardAlreadyEnded", AwardScene.Text(problem, "code"));
    }

    [Fact]
    public async Task Revoke_ReasonOutsideTheList_IsRefused()
    {
        var award = await scene.AwardAsync();
        using var client = scene.Structure();

        using var answer = await client.PostAsJsonAsync(
            $"/api/v1/awards/{AwardScene.Text(award, "id")}/revocation", new { reason = "because" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Theory]
    [InlineData("a\0b", HttpStatusCode.BadRequest)] // no browser sends one: the reader of forms refuses it
    [InlineData("a\u001Bb", HttpStatusCode.UnprocessableEntity)]
    [InlineData("a\u202Eb", HttpStatusCode.UnprocessableEntity)]
    public async Task Revoke_NoteWithHiddenCharacters_IsRefusedAtTheField(string note, HttpStatusCode ofForm)
    {
        var id = AwardScene.Text(await scene.AwardAsync(), "id");
        using var client = scene.Structure();
        using var page = await scene.App.SignInAsync(TestApp.Encadrant);
        await page.GetAsync($"/remises/{id}");

        using var answer = await client.PostAsJsonAsync(
            $"/api/v1/awards/{id}/revocation", new { reason = "error", note });
        using var form = await page.PostFormAsync(
            $"/remises/{id}/retrait", new() { ["Reason"] = "error", ["Note"] = note });

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True(problem.GetProperty("errors").TryGetProperty("note", out _));
        Assert.Equal(ofForm, form.StatusCode);
        Assert.Equal(
            ofForm == HttpStatusCode.UnprocessableEntity,
            page.Document?.QuerySelector("[role=alert] a[href='#champ-Note']") is not null);
    }

    [Fact]
    public async Task Revoke_NoteThatIsTooLong_IsRefusedByBoth()
    {
        var id = AwardScene.Text(await scene.AwardAsync(), "id");
        var note = new string('n', 1001);
        using var client = scene.Structure();
        using var page = await scene.App.SignInAsync(TestApp.Encadrant);
        await page.GetAsync($"/remises/{id}");

        using var answer = await client.PostAsJsonAsync(
            $"/api/v1/awards/{id}/revocation", new { reason = "error", note });
        using var form = await page.PostFormAsync(
            $"/remises/{id}/retrait", new() { ["Reason"] = "error", ["Note"] = note });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, form.StatusCode);
        Assert.Contains("1000 caractères au plus", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoke_AnotherStructuresAward_DoesNotExist()
    {
        var award = await scene.AwardAsync();
        using var other = await scene.App.SignInAsync(TestApp.OtherEncadrant);
        await other.GetAsync("/remises");

        using var answer = await other.PostFormAsync(
            $"/remises/{AwardScene.Text(award, "id")}/retrait", new() { ["Reason"] = "error" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Revoke_HeldBadge_MayBeAwardedAgain()
    {
        var first = await scene.AwardAsync(AwardScene.Body("again"));
        await scene.RevokeAsync(AwardScene.Text(first, "id"));

        var second = await scene.AwardAsync(AwardScene.Body("again"));

        Assert.NotEqual(AwardScene.Text(first, "id"), AwardScene.Text(second, "id"));
    }

    [Theory]
    [InlineData("declined")]
    [InlineData("erased")]
    public async Task WithdrawnByThePerson_EveryForm_IsGone(string kind)
    {
        var award = await scene.AwardAsync();
        await RefusalScene.ExecuteAsync(
            scene,
            $"""
            update awards set end_kind = '{kind}', ended_at = awarded_at
            where public_id = '{AwardScene.Text(award, "id")}'
            """);

        foreach (var form in (string[])["json", "jwt", "png", "svg", "assertion", "signedAssertion"])
        {
            using var answer = await scene.GetAsync(AwardScene.Text(award, form));
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.Equal(
                $$"""{"id":"{{AwardScene.Text(award, "url")}}","gone":true}""",
                await answer.Content.ReadAsStringAsync());
        }
    }

    private Task<byte[]> BytesAsync(JsonElement award, string form) =>
        scene.App.Client.GetByteArrayAsync(new Uri(AwardScene.Text(award, form)));

    private async Task<bool?> IsRevokedAsync(JsonElement award)
    {
        var credential = AwardScene.PayloadOf(await scene.GetTextAsync(AwardScene.Text(award, "jwt")));
        var status = credential.GetProperty("credentialStatus");
        var list = await scene.GetJsonAsync(AwardScene.Text(status, "statusListCredential"));
        var bits = BitstringStatusList.TryDecode(AwardScene.Text(list, "credentialSubject", "encodedList"), 1 << 20);
        return bits?.IsSet(int.Parse(AwardScene.Text(status, "statusListIndex"), CultureInfo.InvariantCulture));
    }
}

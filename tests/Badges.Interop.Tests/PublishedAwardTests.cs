using System.Net.Http.Headers;
using System.Text.Json;

namespace Badges.Interop.Tests;

/// <summary>
/// A real award, fetched over HTTP in each of its forms, and verified by Digital Bazaar's libraries and by the verifier
/// of the Digital Credentials Consortium, who fetch keys and status list from where they are published.
/// </summary>
public sealed class PublishedAwardTests(Referee referee) : IClassFixture<Referee>, IAsyncLifetime
{
    private TestApp _app = null!;
    private JsonElement _award;

    public async Task InitializeAsync()
    {
        if (RefereeFactAttribute.Reason is not null)
        {
            return;
        }

        _app = await TestApp.StartAsync(clock: new TestClock(DateTimeOffset.UtcNow));
        await _app.PublishProgrammeAsync(TestAwards.Badge);
        _award = await _app.AwardAsync(TestAwards.Badge);
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    [RefereeFact]
    public async Task Credential_InEachForm_IsVerifiedAndNotRevoked()
    {
        foreach (var form in new[] { await JsonAsync(), await PngAsync(), await SvgAsync() })
        {
            var answer = Verify(form);

            Assert.True(answer.GetProperty("verified").GetBoolean());
            Assert.Equal([false], answer.GetProperty("status").EnumerateArray().Select(bit => bit.GetBoolean()));
        }
    }

    [RefereeFact]
    public async Task Credential_ForTheVerifierOfTheConsortium_PassesEveryCheck()
    {
        foreach (var form in new[] { await JsonAsync(), await PngAsync(), await SvgAsync() })
        {
            var answer = referee.Ask("verifierCore", new { credential = form, origin = Origin });

            Assert.Equal(
                ["expiration:True", "registered_issuer:False", "revocation_status:True", "valid_signature:True"],
                ChecksOf(answer));
            Assert.Equal([true], answer.GetProperty("schemas").EnumerateArray().Select(valid => valid.GetBoolean()));
        }
    }

    [RefereeFact]
    public async Task Credential_ForTheVerifierOfTheConsortiumWithOurRegistry_IsOfARegisteredIssuer()
    {
        var answer = referee.Ask("verifierCore", new
        {
            credential = await JsonAsync(),
            origin = Origin,
            registries = new[] { new { type = "dcc-legacy", name = "INAÉ", url = $"{Origin}/registry.json" } },
        });

        Assert.Contains("registered_issuer:True", ChecksOf(answer));
        var found = Assert.Single(answer.GetProperty("issuers").EnumerateArray());
        var issuer = found.GetProperty("issuer").GetProperty("federation_entity");
        Assert.Equal("L'Atelier du fil", issuer.GetProperty("organization_name").GetString());
        Assert.Equal($"https://{TestApp.Structure}.test", issuer.GetProperty("homepage_uri").GetString());
        Assert.Equal("Niort, France", issuer.GetProperty("location").GetString());
        var registry = found.GetProperty("registry").GetProperty("federation_entity");
        Assert.Equal("INAÉ", registry.GetProperty("organization_name").GetString());
    }

    [RefereeFact]
    public async Task Registry_ForDigitalBazaar_CarriesAProofOfTheNetwork()
    {
        var registry = await JsonAsync($"{Origin}/registry.json");

        Assert.True(Verify(registry).GetProperty("verified").GetBoolean());
        var changed = JsonElement.Parse(registry.GetRawText().Replace("Niort", "Paris", StringComparison.Ordinal));
        Assert.Throws<RefusedByPeerException>(() => Verify(changed));
    }

    [RefereeFact]
    public async Task Credential_AfterRevocation_IsRevokedForBoth()
    {
        var credential = await JsonAsync();

        await _app.RevokeAsync(_award.GetProperty("id").GetString() ?? "");

        Assert.Equal([true], Verify(credential).GetProperty("status").EnumerateArray().Select(bit => bit.GetBoolean()));
        Assert.Contains(
            "revocation_status:False",
            ChecksOf(referee.Ask("verifierCore", new { credential, origin = Origin })));
    }

    [RefereeFact]
    public async Task Credential_Changed_IsRefusedByBoth()
    {
        var text = (await JsonAsync()).GetRawText();

        var changed = JsonElement.Parse(text.Replace("Délissage", "Pilotage", StringComparison.Ordinal));

        var refusal = Assert.Throws<RefusedByPeerException>(() => Verify(changed));
        Assert.Equal("Invalid signature.", refusal.Message);
        refusal = Assert.Throws<RefusedByPeerException>(
            () => referee.Ask("verifierCore", new { credential = changed, origin = Origin }));
        Assert.Equal("invalid_signature: The signature is not valid.", refusal.Message);
    }

    [RefereeFact]
    public async Task StatusListAndProfile_WithTheirProofs_AreVerified()
    {
        var credential = await JsonAsync();
        var list = credential.GetProperty("credentialStatus").GetProperty("statusListCredential").GetString();

        Assert.True(Verify(await JsonAsync(list)).GetProperty("verified").GetBoolean());
        Assert.True(
            Verify(await JsonAsync($"{Origin}/issuers/{TestApp.Structure}")).GetProperty("verified").GetBoolean());
    }

    private string Origin => _app.Address.GetLeftPart(UriPartial.Authority);

    private JsonElement Verify(JsonElement document) =>
        referee.Ask("verifyPublished", new { document, origin = Origin });

    private static IEnumerable<string> ChecksOf(JsonElement answer) =>
        answer.GetProperty("checks").EnumerateObject().Select(check => $"{check.Name}:{check.Value}").Order();

    private Task<JsonElement> JsonAsync() => JsonAsync(Address("url"));

    private async Task<JsonElement> JsonAsync(string? address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await _app.Client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    private async Task<JsonElement> PngAsync() =>
        Unbake(new { png = Convert.ToBase64String(await _app.Client.GetByteArrayAsync(Address("png"))) });

    private async Task<JsonElement> SvgAsync() =>
        Unbake(new { svg = await _app.Client.GetStringAsync(Address("svg")) });

    private JsonElement Unbake(object picture) =>
        JsonElement.Parse(referee.Ask("unbake", picture).GetProperty("text").GetString() ?? "");

    private string Address(string form) => _award.GetProperty(form).GetString() ?? "";
}

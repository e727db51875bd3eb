using System.Text;
using Badges.Credentials.Proofs;
using Badges.Server.Features.Registry;
using Badges.Server.Settings;
using Badges.Server.Tests.Features.Verification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Badges.Server.Tests.Features.Registry;

/// <summary>Another network's registry over HTTP: what is taken over, what is refused, and what stays.</summary>
public sealed class RefreshRegistriesTests : IAsyncLifetime
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private ForeignRegistry _registry = null!;
    private ForeignIssuer _issuer = null!;
    private TestApp? _app;

    private TestApp App => _app ?? throw new InvalidOperationException("The service was not started.");

    public Task InitializeAsync()
    {
        _registry = ForeignRegistry.Start();
        _issuer = ForeignIssuer.Create();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        await _registry.DisposeAsync();
        _issuer.Dispose();
    }

    [Fact]
    public async Task Run_SignedRegistry_MakesItsIssuerKnownUnderTheNameThere()
    {
        _registry.Text = _registry.Sign(ForeignRegistry.Write(
            ForeignIssuer.Did, TestApp.Now, recognised: """[{"from":"2025-01-01"}]"""));

        await StartAsync(_registry.Signed);

        var report = await VerifyAsync();
        Assert.Equal("known", report.Trust());
        Assert.Equal(
            "Nous connaissons cette structure. "
            + "Registre « Réseau voisin » : « Couture ailleurs », reconnue depuis le 1er janvier 2025.",
            report.Check("registry").Text("detail"));
        Assert.Equal(_registry.Signed.Url.AbsoluteUri, report.Check("registry").Text("source"));
        Assert.Equal("2026-02-01T09:00:00Z", report.Check("registry").Text("at"));
        using var page = new PageClient(App.CreateClient());
        await page.PostFormAsync("/verifier", new() { ["credential"] = Credential() });
        Assert.NotNull(page.Document?.QuerySelector(".verdict.authentic"));
        Assert.Contains("Couture ailleurs", page.Document.QuerySelector(".verdict-facts")?.TextContent ?? "",
            StringComparison.Ordinal);
        await page.GetAsync("/registre");
        Assert.Contains("1 structures, copie du 1er février 2026 à 10 h 00", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_PinnedRegistryOfTheConsortium_MakesItsIssuerKnown()
    {
        _registry.Text = ForeignRegistry.Write(ForeignIssuer.Did, TestApp.Now);

        await StartAsync(_registry.Pinned);

        var report = await VerifyAsync();
        Assert.Equal("known", report.Trust());
        Assert.Contains("ne dit pas depuis quand", report.Check("registry").Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_RecognisedAfterTheIssueDate_IsUnknownAndExplained()
    {
        _registry.Text = _registry.Sign(ForeignRegistry.Write(
            ForeignIssuer.Did, TestApp.Now, recognised: """[{"from":"2026-02-02"}]"""));

        await StartAsync(_registry.Signed);

        var report = await VerifyAsync();
        Assert.Equal("unknown", report.Trust());
        Assert.Equal("issuerRecognisedLater", report.Check("registry").Text("code"));
    }

    public static TheoryData<string, RegistryFault> Bad => new()
    {
        { "silent", RegistryFault.NotFetched },
        { "missing", RegistryFault.NotFetched },
        { "page", RegistryFault.NotFetched },
        { "huge", RegistryFault.NotFetched },
        { "unsigned", RegistryFault.Unsigned },
        { "tampered", RegistryFault.WrongSignature },
        { "other key", RegistryFault.WrongSignature },
        { "older", RegistryFault.Older },
        { "future", RegistryFault.FromTheFuture },
        { "undated", RegistryFault.Unreadable },
        { "no JSON", RegistryFault.Unreadable },
        { "twice", RegistryFault.Unreadable },
        { "no map", RegistryFault.Unreadable },
        { "bad day", RegistryFault.Unreadable },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Run_BadCopyAfterAGoodOne_IsRefusedAndTheGoodOneStays(string what, RegistryFault fault)
    {
        _registry.Text = _registry.Sign(ForeignRegistry.Write(ForeignIssuer.Did, TestApp.Now));
        await StartAsync(_registry.Signed);

        Turn(what);
        App.Clock.Advance(Day);
        await RefreshAsync();

        var report = await VerifyAsync();
        Assert.Equal("known", report.Trust());
        Assert.Equal("2026-02-01T09:00:00Z", report.Check("registry").Text("at"));
        var row = Assert.Single(await App.Get<RegistryCopyStore>().ListAsync(CancellationToken.None));
        Assert.Equal(fault, row.Fault);
        Assert.Equal(TestApp.Now, row.FetchedAt);
        Assert.Equal(TestApp.Now + Day, row.TriedAt);
    }

    [Fact]
    public async Task Run_PinnedRegistryThatChanged_IsRefusedAndTheGoodOneStays()
    {
        _registry.Text = ForeignRegistry.Write(ForeignIssuer.Did, TestApp.Now);
        await StartAsync(_registry.Pinned);

        _registry.Text = ForeignRegistry.Write("did:web:evil.example", TestApp.Now + Day);
        App.Clock.Advance(Day);
        await RefreshAsync();

        Assert.Equal("known", (await VerifyAsync()).Trust());
        var row = Assert.Single(await App.Get<RegistryCopyStore>().ListAsync(CancellationToken.None));
        Assert.Equal(RegistryFault.WrongDigest, row.Fault);
    }

    [Fact]
    public async Task Run_NothingGoodEver_LeavesVerificationAsItWas()
    {
        _registry.Text = "{";

        await StartAsync(_registry.Signed);

        var report = await VerifyAsync();
        Assert.Equal("valid", report.Verdict());
        Assert.Equal("unknown", report.Trust());
        Assert.Equal(
            "Nous ne connaissons pas cette structure. Registres consultés : INAÉ.",
            report.Check("registry").Text("detail"));
        Assert.Equal($"{App.Address}registry.json", report.Check("registry").Text("source"));
    }

    [Fact]
    public async Task Run_CopyThatCouldNotBeRenewedForLong_SaysHowOldItIs()
    {
        _registry.Text = _registry.Sign(ForeignRegistry.Write(ForeignIssuer.Did, TestApp.Now));
        await StartAsync(_registry.Signed);
        Turn("missing");

        App.Clock.Advance(TimeSpan.FromDays(8));
        await RefreshAsync();

        var report = await VerifyAsync();
        Assert.Equal("known", report.Trust());
        Assert.EndsWith(
            "Notre copie de ce registre date du 1er février 2026 : depuis, elle n’a pas pu être renouvelée.",
            report.Check("registry").Text("detail"),
            StringComparison.Ordinal);
        using var page = new PageClient(App.CreateClient());
        await page.GetAsync("/registre");
        Assert.Contains("n'a pas pu être renouvelée depuis le 1er février 2026", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithinTheDay_DoesNotAskAgain_AfterAFaultItAsksEachHour()
    {
        _registry.Text = _registry.Sign(ForeignRegistry.Write(ForeignIssuer.Did, TestApp.Now));
        await StartAsync(_registry.Signed);

        App.Clock.Advance(Day - TimeSpan.FromSeconds(1));
        await RefreshAsync();
        Assert.Equal(1, _registry.Requests);
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        Turn("missing");
        await RefreshAsync();
        Assert.Equal(2, _registry.Requests);
        App.Clock.Advance(TimeSpan.FromMinutes(59));
        await RefreshAsync();
        Assert.Equal(2, _registry.Requests);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await RefreshAsync();
        Assert.Equal(3, _registry.Requests);
    }

    [Fact]
    public async Task Run_NewerCopy_TakesEffectAtTheNextVerification()
    {
        _registry.Text = _registry.Sign(ForeignRegistry.Write(ForeignIssuer.Did, TestApp.Now));
        await StartAsync(_registry.Signed);
        Assert.Equal("known", (await VerifyAsync()).Trust());

        _registry.Text = _registry.Sign(ForeignRegistry.Write("did:web:autre.example", TestApp.Now + Day));
        App.Clock.Advance(Day);
        await RefreshAsync();

        Assert.Equal("unknown", (await VerifyAsync()).Trust());
    }

    [Fact]
    public async Task ListGood_SettingsThatPinAnotherKeySince_DoNotBelieveTheStoredCopy()
    {
        _registry.Text = _registry.Sign(ForeignRegistry.Write(ForeignIssuer.Did, TestApp.Now));
        await StartAsync(_registry.Signed);
        var options = App.Get<BadgesOptions>() with
        {
            Registries = [_registry.Signed with { PublicKey = "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK" }],
        };
        var store = new RegistryCopyStore(App.Get<Badges.Server.Storage.Database>(), options);

        Assert.Empty(await store.ListGoodAsync(TestApp.Now, CancellationToken.None));
        Assert.Single(await App.Get<RegistryCopyStore>().ListGoodAsync(TestApp.Now, CancellationToken.None));
    }

    [Fact]
    public async Task Run_RegistryThatTheSettingsNoLongerName_IsForgotten()
    {
        _registry.Text = _registry.Sign(ForeignRegistry.Write(ForeignIssuer.Did, TestApp.Now));
        await StartAsync(_registry.Signed);
        var store = App.Get<RegistryCopyStore>();
        await store.SaveAsync(
            _registry.Signed with { Url = new("https://autrefois.example/") }, new byte[] { 1 }, TestApp.Now,
            CancellationToken.None);

        await RefreshAsync();

        Assert.Equal(
            _registry.Signed.Url.AbsoluteUri, Assert.Single(await store.ListAsync(CancellationToken.None)).Url);
    }

    [Fact]
    public async Task Start_RegistryInTheSettings_IsFetchedByItself()
    {
        _registry.Text = _registry.Sign(ForeignRegistry.Write(ForeignIssuer.Did, TestApp.Now));

        await StartAsync(_registry.Signed, isAlive: true);

        for (var tries = 0; (await VerifyAsync()).Trust() != "known"; tries++)
        {
            Assert.InRange(tries, 0, 100);
            await Task.Delay(100);
        }
    }

    private async Task StartAsync(RegistrySource source, bool isAlive = false)
    {
        _app = await TestApp.StartAsync(
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton(_issuer.Web));
                if (!isAlive)
                {
                    services.Remove(services.Single(each => each.ImplementationType == typeof(RegistryRefreshing)));
                }
            },
            settings: options => options with { AllowLoopback = true, Registries = [source] });
        if (!isAlive)
        {
            await App.Get<RefreshRegistries>().RunAsync(isStart: true, CancellationToken.None);
        }
    }

    private Task RefreshAsync() => App.Get<RefreshRegistries>().RunAsync(isStart: false, CancellationToken.None);

    private async Task<System.Text.Json.JsonElement> VerifyAsync()
    {
        using var client = App.ClientWithKey(App.StructureKey);
        return await client.PostAsync(new { credential = Credential() }).ReportAsync();
    }

    private string Credential() => _issuer.Sign("Une couture", TestApp.Now);

    private void Turn(string what)
    {
        var evil = ForeignRegistry.Write("did:web:evil.example", TestApp.Now + Day);
        _registry.Text = what switch
        {
            "unsigned" => evil,
            "tampered" => _registry.Sign(evil).Replace("evil", "inae", StringComparison.Ordinal),
            "other key" => SignByAnother(evil),
            "older" => _registry.Sign(ForeignRegistry.Write("did:web:evil.example", TestApp.Now - Day)),
            "future" => _registry.Sign(ForeignRegistry.Write("did:web:evil.example", TestApp.Now + (2 * Day))),
            "undated" => _registry.Sign("""{"registry":{}}"""),
            "no JSON" => "<!doctype html>",
            "twice" => """{"registry":{},"registry":{}}""",
            "no map" => _registry.Sign("""{"meta":{"updated":"2026-02-01T09:00:00Z"},"registry":[]}"""),
            "bad day" => _registry.Sign(ForeignRegistry.Write(
                "did:web:evil.example", TestApp.Now, recognised: """[{"from":"2026-02-30"}]""")),
            _ => _registry.Text,
        };
        _registry.Answer = what switch
        {
            "silent" => [],
            "missing" => HostileServer.Answer("HTTP/1.1 404 Not Found\r\nContent-Length: 0", []),
            "page" => HostileServer.Answer(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1", "x"u8.ToArray()),
            "huge" => HostileServer.Answer(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2000000", new byte[2_000_000]),
            _ => null,
        };
    }

    private static string SignByAnother(string registry)
    {
        using var key = Badges.Credentials.Keys.Ed25519SigningKey.FromSeed(Encoding.UTF8.GetBytes(new string('k', 32)));
        return DataIntegrity.Sign(
            registry, Cryptosuites.EddsaJcs2022, key,
            new() { VerificationMethod = $"did:web:voisin.example#{key.Multikey}", Created = TestApp.Now },
            Badges.Credentials.Contexts.BundledContexts.Documents);
    }
}

using System.Text.Json;
using Badges.Server.Features.Registry;
using Badges.Server.Settings;
using Badges.Server.Tests.Features.Awards;
using Badges.Server.Tests.Features.Verification;

namespace Badges.Server.Tests.Features.Registry;

/// <summary>Two installations of this service: one reads the registry of the other, and knows its structures.</summary>
public sealed class TwoServicesTests(AwardScene scene) : IClassFixture<AwardScene>
{
    [Theory]
    [InlineData("json")]
    [InlineData("png")]
    [InlineData("assertion")]
    public async Task Post_BadgeOfTheOtherService_IsKnownByItsRegistryAlone(string form)
    {
        var award = await scene.AwardAsync();
        var file = await scene.App.Client.GetByteArrayAsync(new Uri(award.Text(form)));
        await using var alone = await StartAsync();
        await using var reader = await StartAsync(await SourceAsync());
        await reader.Get<RefreshRegistries>().RunAsync(isStart: false, CancellationToken.None);

        var unknown = await VerifyAsync(alone, file);
        var known = await VerifyAsync(reader, file);

        Assert.Equal("valid", unknown.Verdict());
        Assert.Equal("lookalike", unknown.Trust()); // it has a structure of that name itself
        Assert.Equal("valid", known.Verdict());
        Assert.Equal("known", known.Trust());
        Assert.Contains("Registre « L'autre réseau » : « L'Atelier du fil »", known.Check("registry").Text("detail"),
            StringComparison.Ordinal);
    }

    private static Task<TestApp> StartAsync(params IReadOnlyList<RegistrySource> registries) => TestApp.StartAsync(
        settings: options => options with { AllowLoopback = true, Registries = registries });

    private async Task<RegistrySource> SourceAsync()
    {
        var address = new Uri(scene.App.Address, OwnRegistry.DocumentPath);
        return new RegistrySource
        {
            Name = "L'autre réseau",
            Url = address,
            PublicKey = Proofs.KidOf(await scene.GetJsonAsync(address.AbsoluteUri)),
        };
    }

    private static async Task<JsonElement> VerifyAsync(TestApp app, byte[] file)
    {
        using var client = app.ClientWithKey(app.StructureKey);
        return await client.PostFileAsync(file).ReportAsync();
    }
}

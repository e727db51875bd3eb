namespace Badges.Server.Tests.Features.CredentialApi;

/// <summary>The service with the VC-API switched on, one for all tests of a class.</summary>
public sealed class CredentialApiFixture : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public async Task InitializeAsync() =>
        App = await TestApp.StartAsync(settings: options => options with { IsCredentialApiEnabled = true });

    public async Task DisposeAsync() => await App.DisposeAsync();
}

using System.Text.Json;

namespace Badges.EndToEnd.Tests;

/// <summary>
/// A browser and the real service, on the real clock: browsers forget cookies that ended in the past.
/// </summary>
public abstract class BrowserTest : IAsyncLifetime
{
    private Browser? _browser;
    private TestApp? _app;

    protected Browser Browser => _browser ?? throw new InvalidOperationException("The browser has not started.");

    protected TestApp App => _app ?? throw new InvalidOperationException("The service has not started.");

    public async Task InitializeAsync()
    {
        if (Programs.Chromium is null && !Demands.IsCi)
        {
            return;
        }

        _app = await TestApp.StartAsync(clock: new TestClock(TimeProvider.System.GetUtcNow()));
        _browser = await Browser.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    /// <summary>A badge of the programme, published and awarded; the answer holds its addresses.</summary>
    protected async Task<JsonElement> PublishAndAwardAsync()
    {
        await App.PublishProgrammeAsync(TestAwards.Badge);
        return await App.AwardAsync(TestAwards.Badge);
    }
}

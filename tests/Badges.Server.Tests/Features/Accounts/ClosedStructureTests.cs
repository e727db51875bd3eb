using System.Globalization;
using System.Net;
using Badges.Server.Storage;

namespace Badges.Server.Tests.Features.Accounts;

/// <summary>From the day on which a structure is closed, its people and its programs may do nothing for it.</summary>
public sealed class ClosedStructureTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("2026-02-01", HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized)]
    [InlineData("2026-01-15", HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized)]
    [InlineData("2026-02-02", HttpStatusCode.OK, HttpStatusCode.OK)]
    public async Task Get_StructureClosedOnThatDay_IsRefusedFromThenOn(
        string day, HttpStatusCode toThePage, HttpStatusCode toTheProgram)
    {
        using var page = await _app.SignInAsync(TestApp.Encadrant);
        using var program = _app.ClientWithKey(_app.StructureKey);
        await CloseAsync(day);

        using var shown = await page.GetAsync("/remises");
        using var answered = await program.GetAsync(new Uri("/api/v1/awards", UriKind.Relative));

        Assert.Equal(toThePage, shown.StatusCode);
        Assert.Equal(toTheProgram, answered.StatusCode);
    }

    [Fact]
    public async Task Get_AnotherStructureIsClosed_IsAnswered()
    {
        using var other = await _app.SignInAsync(TestApp.OtherEncadrant);
        using var network = _app.ClientWithKey(_app.NetworkKey);
        await CloseAsync("2026-01-15");

        using var shown = await other.GetAsync("/remises");
        using var answered = await network.GetAsync(new Uri("/api/v1/awards", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    private Task CloseAsync(string day) => _app.Get<Database>().WriteAsync(
        session => session.ExecuteAsync(
            "update organizations set closed_on = @day where slug = @slug",
            new { day = DateOnly.Parse(day, CultureInfo.InvariantCulture), slug = TestApp.Structure },
            CancellationToken.None),
        CancellationToken.None);
}

using Badges.Server.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Badges.Server.Tests.Features.Accounts;

/// <summary>Requests that try the same account at the same moment, each with the copy that it read.</summary>
public sealed class IdentityUserStoreTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task AccessFailed_InParallel_CountsEveryTry()
    {
        var copies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReadAsync()));

        await Task.WhenAll(copies.Select(FailAsync));

        var account = await ReadAsync();
        Assert.Equal(4, account.FailedCount);
        Assert.Null(account.LockedUntil);
    }

    [Fact]
    public async Task AccessFailed_FiveTimesInParallel_Locks()
    {
        var copies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ReadAsync()));

        await Task.WhenAll(copies.Select(FailAsync));

        Assert.NotNull((await ReadAsync()).LockedUntil);
    }

    [Fact]
    public async Task AccessFailed_PasswordChangedMeanwhile_KeepsTheNewOne()
    {
        var stale = await ReadAsync();
        await ChangePasswordAsync(await ReadAsync());
        var changed = await ReadAsync();

        await FailAsync(stale);

        var account = await ReadAsync();
        Assert.NotEqual(stale.PasswordHash, changed.PasswordHash);
        Assert.Equal(changed.PasswordHash, account.PasswordHash);
        Assert.Equal(changed.SecurityStamp, account.SecurityStamp);
        Assert.Equal(1, account.FailedCount);
    }

    [Fact]
    public async Task ChangePassword_AnotherChangeCameFirst_IsRefused()
    {
        var stale = await ReadAsync();
        Assert.True((await ChangePasswordAsync(await ReadAsync())).Succeeded);

        Assert.False((await ChangePasswordAsync(stale)).Succeeded);
    }

    private async Task<Account> ReadAsync() =>
        await _app.Get<AccountStore>().FindByEmailAsync(TestApp.Encadrant, CancellationToken.None)
            ?? throw new InvalidOperationException("The account is not there.");

    private Task<IdentityResult> FailAsync(Account copy) => InARequestAsync(users => users.AccessFailedAsync(copy));

    private Task<IdentityResult> ChangePasswordAsync(Account copy) => InARequestAsync(
        users => users.ChangePasswordAsync(copy, TestApp.Password, "Un autre mot de passe 1"));

    private async Task<IdentityResult> InARequestAsync(Func<UserManager<Account>, Task<IdentityResult>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<UserManager<Account>>());
    }
}

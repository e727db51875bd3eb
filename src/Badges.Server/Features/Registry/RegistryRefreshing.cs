namespace Badges.Server.Features.Registry;

/// <summary>Looks every ten minutes whether a registry is to be renewed. A fault of it stops nothing else.</summary>
public sealed class RegistryRefreshing(RefreshRegistries refresh, TimeProvider time, ILogger<RegistryRefreshing> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var isStart = true; !stoppingToken.IsCancellationRequested; isStart = false)
        {
            try
            {
                await refresh.RunAsync(isStart, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "The registries of others could not be looked at.");
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

namespace Badges.Server.Http;

/// <summary>What an exception of a fetch means.</summary>
public static class GuardedFaults
{
    /// <summary>Null when it is no fault of the answer.</summary>
    public static GuardedOutcome? Explain(Exception exception, CancellationToken limited) => exception switch
    {
        _ when limited.IsCancellationRequested => GuardedOutcome.TooSlow,
        OperationCanceledException => GuardedOutcome.TooSlow,
        _ when Has<NotPublicException>(exception) => GuardedOutcome.NotPublic,
        _ when Has<EndlessAnswerException>(exception) => GuardedOutcome.TooLarge,
        _ when Has<NoAnswerException>(exception) => GuardedOutcome.Broken,
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
            or HttpIOException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
            => GuardedOutcome.TooLarge,
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
        }
            => GuardedOutcome.Unreachable,
        HttpRequestException or IOException or InvalidDataException => GuardedOutcome.Broken,
        _ => null,
    };

    private static bool Has<T>(Exception? exception)
        where T : Exception =>
        exception is not null && (exception is T || Has<T>(exception.InnerException));
}

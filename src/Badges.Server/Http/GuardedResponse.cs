namespace Badges.Server.Http;

/// <summary>How a fetch ended. All but <see cref="Forbidden"/> may be otherwise another day.</summary>
public enum GuardedOutcome
{
    /// <summary>An answer was read to its end, whatever its status.</summary>
    Fetched,

    /// <summary>The address as it is written may never be fetched (<see cref="FetchableAddress"/>).</summary>
    Forbidden,

    /// <summary>The name has, at this moment, an address that is not public. Nothing was connected to.</summary>
    NotPublic,

    /// <summary>A redirect led to an address that may never be fetched.</summary>
    RedirectForbidden,

    TooManyRedirects,

    /// <summary>No such name, no connection, or a certificate that is not trusted.</summary>
    Unreachable,

    /// <summary>The time limit passed before the answer had been read to its end.</summary>
    TooSlow,

    /// <summary>The body, as sent or once decompressed, or the headers are above the limit.</summary>
    TooLarge,

    /// <summary>A successful answer of a type that the request did not accept. Its body was not read.</summary>
    BadType,

    /// <summary>The answer is cut short, is not HTTP, or is compressed in a way that cannot be undone.</summary>
    Broken,
}

/// <summary>What <see cref="GuardedHttp"/> found at an address.</summary>
public sealed record GuardedResponse
{
    public required GuardedOutcome Outcome { get; init; }

    /// <summary>The address asked last, without fragment: whence the body came, or what stopped the fetch.</summary>
    public required Uri FinalAddress { get; init; }

    public bool Redirected { get; init; }

    /// <summary>Null when no answer came from <see cref="FinalAddress"/>.</summary>
    public int? Status { get; init; }

    /// <summary>The Content-Type header as sent, parameters included; null when absent.</summary>
    public string? ContentType { get; init; }

    /// <summary>What each answer said about keeping it, redirects first.</summary>
    public IReadOnlyList<CacheHeaders> Hops { get; init; } = [];

    /// <summary>Decompressed; empty unless <see cref="Outcome"/> is <see cref="GuardedOutcome.Fetched"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    public bool IsSuccess => Outcome is GuardedOutcome.Fetched && Status is >= 200 and < 300;
}

namespace Badges.Credentials.Verification;

/// <summary>A document that a badge depends on, as the one who fetches for the checks found it.</summary>
public sealed record FetchedDocument
{
    /// <summary>The address that <see cref="Dependencies.Missing"/> asked for.</summary>
    public required string Address { get; init; }

    /// <summary>What came of it.</summary>
    public required FetchOutcome Outcome { get; init; }

    /// <summary>The HTTP status; null counts as 200.</summary>
    public int? Status { get; init; }

    /// <summary>The type that the server named; what the bytes are is decided by looking at them.</summary>
    public string? ContentType { get; init; }

    /// <summary>What was answered.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When it was fetched.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether it is a document of this service, taken from its stores.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The address that answered in the end, when redirections led elsewhere.</summary>
    public string? RedirectedTo { get; init; }

    /// <summary>Whether the document is there.</summary>
    public bool IsThere => Outcome is FetchOutcome.Fetched && Status is null or (>= 200 and < 300);

    /// <summary>Whether it was said, for good, that no document is there.</summary>
    internal bool IsAbsent =>
        Outcome is FetchOutcome.NotFound || (Outcome is FetchOutcome.Fetched && Status is 404 or 410);
}

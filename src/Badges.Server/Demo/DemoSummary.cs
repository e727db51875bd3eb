namespace Badges.Server.Demo;

/// <summary>
/// What somebody who tries the service needs to know; kept as <c>demo.json</c>, readable by its owner only.
/// </summary>
public sealed record DemoSummary
{
    public required string BaseUrl { get; init; }

    /// <summary>A key of the network.</summary>
    public required string ApiKey { get; init; }

    public required IReadOnlyList<DemoAccount> Accounts { get; init; }

    /// <summary>The badge that is authentic, and its addresses.</summary>
    public required DemoAward Award { get; init; }

    /// <summary>One of each verdict.</summary>
    public required IReadOnlyList<DemoCase> Cases { get; init; }
}

public sealed record DemoAccount(string Email, string Password, string Role);

public sealed record DemoAward
{
    public required string Id { get; init; }
    public required string Url { get; init; }
    public required string Png { get; init; }
    public required string Svg { get; init; }
    public required string Json { get; init; }
    public required string Jwt { get; init; }
    public required string Assertion { get; init; }
}

/// <summary>One badge to try the verification with.</summary>
/// <param name="Name">What it is, in French.</param>
/// <param name="Picture">The address of its picture.</param>
/// <param name="Page">The address of its public page, when it has one.</param>
public sealed record DemoCase(string Name, string Picture, string? Page);

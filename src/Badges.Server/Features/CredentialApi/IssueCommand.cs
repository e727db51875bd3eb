using System.Text.Json;

namespace Badges.Server.Features.CredentialApi;

/// <summary>A credential to be issued, and how.</summary>
public sealed record IssueCommand
{
    public required JsonElement Credential { get; init; }

    public required CredentialIssuer Issuer { get; init; }

    /// <summary>What each status entry to be added is for.</summary>
    public IReadOnlyList<string> StatusPurposes { get; init; } = [];

    /// <summary>The name that the proof is to have.</summary>
    public string? ProofId { get; init; }

    /// <summary>The names of proofs that this one is made over too.</summary>
    public IReadOnlyList<string> PreviousProofs { get; init; } = [];
}

/// <summary>Why a credential was not issued.</summary>
public sealed record IssueRefusal(string Code, string Title, IReadOnlyDictionary<string, string[]> Errors)
{
    public static IssueRefusal Of(string code, string title, string pointer, string rule) =>
        new(code, title, new Dictionary<string, string[]> { [pointer] = [rule] });
}

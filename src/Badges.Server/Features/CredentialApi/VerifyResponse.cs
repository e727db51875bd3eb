using System.Text.Json.Serialization;
using Badges.Credentials.Verification.General;

namespace Badges.Server.Features.CredentialApi;

/// <summary>What came of a verification, as the VC-API answers it.</summary>
public sealed record VerifyResponse
{
    public required bool Verified { get; init; }
    public required IReadOnlyList<GeneralProblem> Errors { get; init; }
    public required IReadOnlyList<GeneralProblem> Warnings { get; init; }

    /// <summary>The presentation without what it presents.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PresentationResult? PresentationResult { get; init; }

    /// <summary>Each credential of a presentation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<VerifyResponse>? CredentialResults { get; init; }

    public static VerifyResponse From(GeneralAnswer answer, bool isPresentation) => new()
    {
        Verified = answer.IsVerified,
        Errors = [.. answer.Errors, .. answer.Credentials.SelectMany(each => each.Errors)],
        Warnings = [.. answer.Warnings, .. answer.Credentials.SelectMany(each => each.Warnings)],
        PresentationResult = isPresentation ? new PresentationResult(answer.Errors.Count == 0) : null,
        CredentialResults = isPresentation ? [.. answer.Credentials.Select(each => From(each, false))] : null,
    };
}

public sealed record PresentationResult(bool Verified);

using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Features.CredentialApi;

/// <summary>What a call for issuing says: the command, or the problem that it is.</summary>
public sealed record IssueRequest(IssueCommand? Command, ProblemHttpResult? Problem)
{
    private const int MostStatuses = 4;
    private const int MostPrevious = 8;

    /// <param name="suite">The suite that the address names; null for one among the options, or the usual one.</param>
    public static IssueRequest Read(ApiBody body, string? suite, CredentialIssuers issuers)
    {
        if (body.Problem is { } problem)
        {
            return new(null, problem);
        }

        if (!body.Json.TryGetProperty("credential", out var credential))
        {
            return Malformed("credential is the credential to be issued.");
        }

        if (body.Options is not { } options)
        {
            return Malformed("options is an object.");
        }

        var name = suite ?? ApiBody.TextOf(options, "cryptosuite") ?? CredentialIssuers.Default;
        var suffix = ApiBody.TextOf(options, "keyType") == "P-384" ? "-p384" : "";
        if ((issuers.Find(name + suffix) ?? issuers.Find(name)) is not { } issuer)
        {
            return Malformed($"No credential is issued here with {name}.");
        }

        return StatusesOf(options) is { } statuses && PreviousOf(options) is { } previous
            ? new(
                new IssueCommand
                {
                    Credential = credential,
                    Issuer = issuer,
                    StatusPurposes = statuses,
                    ProofId = ApiBody.TextOf(options, "proofId"),
                    PreviousProofs = previous,
                },
                null)
            : Malformed(
                "credentialStatus has the type BitstringStatusListEntry and the purpose revocation or suspension; "
                + "previousProof is the id of a proof, or several.");
    }

    private static List<string>? StatusesOf(JsonElement options)
    {
        var purposes = ApiBody.AllOf(options, "credentialStatus").Select(PurposeOf).ToList();
        return purposes.Contains(null) || purposes.Count > MostStatuses ? null : [.. purposes.OfType<string>()];
    }

    private static string? PurposeOf(JsonElement status)
    {
        if (status.ValueKind is not JsonValueKind.Object
            || ApiBody.TextOf(status, "type") is not ("BitstringStatusList" or "BitstringStatusListEntry"))
        {
            return null;
        }

        var purpose = ApiBody.TextOf(status, "statusPurpose") ?? "revocation";
        return PublishedStatusLists.IsPurpose(purpose) ? purpose : null;
    }

    private static List<string>? PreviousOf(JsonElement options)
    {
        var names = ApiBody.AllOf(options, "previousProof");
        return names.Count <= MostPrevious && names.All(name => name.ValueKind is JsonValueKind.String)
            ? [.. names.Select(name => name.GetString()).OfType<string>()]
            : null;
    }

    private static IssueRequest Malformed(string detail) => new(null, ApiBody.Malformed(detail));
}

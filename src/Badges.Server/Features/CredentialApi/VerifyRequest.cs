using System.Text.Json;
using Badges.Credentials.Verification.General;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Features.CredentialApi;

/// <summary>What a call for verification says: the question, or the problem that it is.</summary>
public sealed record VerifyRequest(GeneralQuestion? Question, ProblemHttpResult? Problem)
{
    private static readonly string[] Texts = ["challenge", "domain"];

    /// <param name="member">The member of the body that holds the document.</param>
    public static VerifyRequest Read(ApiBody body, string member, bool isPresentation)
    {
        if (body.Problem is { } problem)
        {
            return new(null, problem);
        }

        if (!body.Json.TryGetProperty(member, out var document))
        {
            return new(null, ApiBody.Malformed($"{member} is the document to be verified."));
        }

        if (body.Options is not { } options || Texts.Any(name => IsOtherThanText(options, name)))
        {
            return new(null, ApiBody.Malformed("options is an object; challenge and domain are text."));
        }

        return new(
            new GeneralQuestion
            {
                Document = document,
                IsPresentation = isPresentation,
                Checks = ChecksOf(options),
                Challenge = ApiBody.TextOf(options, "challenge"),
                Domain = ApiBody.TextOf(options, "domain"),
            },
            null);
    }

    private static bool IsOtherThanText(JsonElement options, string name) =>
        options.TryGetProperty(name, out var value)
        && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null);

    /// <summary>Whoever names checks gets these; whoever names none gets all.</summary>
    private static GeneralChecks ChecksOf(JsonElement options)
    {
        if (!options.TryGetProperty("checks", out var checks) || checks.ValueKind is not JsonValueKind.Array)
        {
            return GeneralChecks.All;
        }

        return checks.EnumerateArray().Aggregate(GeneralChecks.None, (asked, check) => asked | (
            check.ValueKind is not JsonValueKind.String ? GeneralChecks.None : check.GetString() switch
            {
                "issuer" => GeneralChecks.Issuer | GeneralChecks.KnownIssuer,
                "credentialStatus" or "status" => GeneralChecks.Status,
                "validity" or "validityPeriod" or "expiration" => GeneralChecks.Period,
                _ => GeneralChecks.None,
            }));
    }
}

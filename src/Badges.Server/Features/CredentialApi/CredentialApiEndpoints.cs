using System.Text;
using Badges.Server.Settings;
using Badges.Server.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Badges.Server.Features.CredentialApi;

/// <summary>
/// The VC-API of the W3C's Credentials Community Group, for interoperability suites: it issues in the name of keys that
/// stand for nobody and verifies documents of any kind. The verifier of badges is another one, and stricter.
/// </summary>
public static class CredentialApiEndpoints
{
    public const string Tag = "VC-API";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/vc-api").AllowAnonymous().DisableAntiforgery()
            .RequireRateLimiting(RateLimits.CredentialApi).WithTags(Tag);
        foreach (var prefix in new[] { "", "/{suite}" })
        {
            group.MapPost($"{prefix}/credentials/issue", IssueAsync)
                .WithSummary("Issues a credential with a proof of the suite, or as a token")
                .Accepts<object>("application/json").Produces(StatusCodes.Status201Created)
                .ProducesProblem(StatusCodes.Status400BadRequest);
            group.MapPost($"{prefix}/credentials/verify", VerifyCredentialAsync)
                .WithSummary("Verifies a credential of any kind")
                .Accepts<object>("application/json").Produces<VerifyResponse>()
                .Produces<VerifyResponse>(StatusCodes.Status400BadRequest);
            group.MapPost($"{prefix}/presentations/verify", VerifyPresentationAsync)
                .WithSummary("Verifies a presentation and what it presents")
                .Accepts<object>("application/json").Produces<VerifyResponse>()
                .Produces<VerifyResponse>(StatusCodes.Status400BadRequest);
        }

        group.MapGet("/issuers", ListIssuers).WithSummary("The issuers, to be named in a suite's settings");
    }

    private static async Task<IResult> IssueAsync(
        HttpContext context, CredentialIssuers issuers, IssueCredential issue, CancellationToken cancellationToken)
    {
        if (!IsThere(context, issuers))
        {
            return Problems.Create(StatusCodes.Status404NotFound, Languages.Of(context.Request));
        }

        var body = await ApiBody.ReadAsync(context, cancellationToken);
        var request = IssueRequest.Read(body, SuiteOf(context), issuers);
        if (request.Command is not { } command)
        {
            return request.Problem ?? ApiBody.Malformed("");
        }

        var (credential, refusal) = issue.Run(command);
        return refusal is null
            ? TypedResults.Text(
                $"{{\"verifiableCredential\":{credential}}}", "application/json", Encoding.UTF8,
                StatusCodes.Status201Created)
            : Problems.Create(
                StatusCodes.Status400BadRequest, refusal.Code, refusal.Title,
                string.Join(' ', refusal.Errors.SelectMany(each => each.Value)), refusal.Errors);
    }

    private static Task<IResult> VerifyCredentialAsync(
        HttpContext context, VerifyDocument verify, CredentialIssuers issuers, CancellationToken cancellationToken) =>
        VerifyAsync(context, verify, issuers, "verifiableCredential", isPresentation: false, cancellationToken);

    private static Task<IResult> VerifyPresentationAsync(
        HttpContext context, VerifyDocument verify, CredentialIssuers issuers, CancellationToken cancellationToken) =>
        VerifyAsync(context, verify, issuers, "verifiablePresentation", isPresentation: true, cancellationToken);

    private static async Task<IResult> VerifyAsync(
        HttpContext context, VerifyDocument verify, CredentialIssuers issuers, string member, bool isPresentation,
        CancellationToken cancellationToken)
    {
        if (!IsThere(context, issuers))
        {
            return Problems.Create(StatusCodes.Status404NotFound, Languages.Of(context.Request));
        }

        var body = await ApiBody.ReadAsync(context, cancellationToken);
        var request = VerifyRequest.Read(body, member, isPresentation);
        if (request.Question is not { } question)
        {
            return request.Problem ?? ApiBody.Malformed("");
        }

        var answer = VerifyResponse.From(await verify.RunAsync(question, cancellationToken), isPresentation);
        return TypedResults.Json(
            answer, statusCode: answer.Verified ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static string? SuiteOf(HttpContext context) => context.GetRouteValue("suite") as string;

    private static bool IsThere(HttpContext context, CredentialIssuers issuers) =>
        SuiteOf(context) is not { } suite || issuers.Find(suite) is not null;

    private static Ok<IssuerList> ListIssuers(CredentialIssuers issuers, BadgesOptions options) =>
        TypedResults.Ok(new IssuerList(
        [
            .. issuers.All.Select(issuer => new IssuerEntry(
                issuer.Name, issuer.Did, issuer.KeyType, options.Address($"/vc-api/{issuer.Name}/credentials/issue"))),
        ]));
}

public sealed record IssuerList(IReadOnlyList<IssuerEntry> Issuers);

public sealed record IssuerEntry(string Name, string Id, string KeyType, string Endpoint);

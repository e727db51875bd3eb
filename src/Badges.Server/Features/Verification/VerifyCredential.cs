using Badges.Credentials.Verification;
using Badges.Server.Features.Registry;
using Badges.Server.Http;

namespace Badges.Server.Features.Verification;

/// <summary>Reads the registry that a verification asks about the issuer.</summary>
public delegate Task<IssuerRegistry> LoadRegistry(CancellationToken cancellationToken);

/// <summary>
/// Checks a badge: reads it, fetches what it depends on, runs the checks and concludes. Nothing about it is kept.
/// </summary>
public sealed class VerifyCredential(
    IDocumentSource source, LoadRegistry loadRegistry, GuardedHttpOptions options, TimeProvider time)
{
    private readonly ResolveDependencies _resolve = new(source);

    public async Task<VerificationAnswer> RunAsync(
        VerificationQuestion question, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        using var budget = new FetchBudget(time);
        var badge = question.Address is { } address
            ? new SubmittedBadge { Container = SubmissionContainer.Url, Address = address.Trim() }
            : question.Badge ?? SubmittedBadge.Read(question.Bytes);
        if (badge.Address is null)
        {
            var answer = await JudgeAsync(
                question, new ReportOrigin(badge.Container), badge, [], budget, now, cancellationToken);
            return answer with { Submitted = question.Bytes };
        }

        var fetched = await FetchAsync(badge.Address, budget, now, cancellationToken);
        if (fetched.LinkedAddress is { } linked)
        {
            fetched = (await FetchAsync(linked, budget, now, cancellationToken)).BehindPage();
        }

        if (fetched.Badge is not { } found)
        {
            return new VerificationAnswer
            {
                Origin = fetched.Origin,
                At = now,
                Report = fetched.Report,
                IsGone = fetched.IsGone,
            };
        }

        var judged = await JudgeAsync(
            question, fetched.Origin, found, fetched.AtHand, budget, now, cancellationToken);
        return judged with { Submitted = fetched.Body };
    }

    private Task<FetchedSubmission> FetchAsync(
        string address, FetchBudget budget, DateTimeOffset now, CancellationToken cancellationToken) =>
        FetchedSubmission.IsAddress(address)
            ? FetchAllowedAsync(address, budget, now, cancellationToken)
            : Task.FromResult(FetchedSubmission.NotAllowed(address, now));

    private async Task<FetchedSubmission> FetchAllowedAsync(
        string address, FetchBudget budget, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var document = await budget.FetchAsync(
            source, FetchedSubmission.WithoutFragment(address), WantedDocument.Badge, now, cancellationToken);
        return FetchedSubmission.Of(document, options.AllowLoopback);
    }

    private async Task<VerificationAnswer> JudgeAsync(
        VerificationQuestion question, ReportOrigin origin, SubmittedBadge badge,
        IReadOnlyList<FetchedDocument> atHand, FetchBudget budget, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var answer = new VerificationAnswer { Origin = origin, At = now, Record = badge.Credential?.Text };
        if (badge.Credential is not { } parsed)
        {
            return badge.Code is { } code
                ? answer with { Report = VerificationReport.Unreadable(origin, code, badge.Arguments, now) }
                : answer;
        }

        var registry = await loadRegistry(cancellationToken);
        var documents = atHand.ToDictionary(document => document.Address);
        foreach (var address in question.Expected)
        {
            documents[address] =
                await budget.FetchAsync(source, address, WantedDocument.Dependency, now, cancellationToken);
        }

        var resolved = Resolved(documents);
        if (documents.Count == 0 || Checks.TryRun(resolved, now) is not { } found)
        {
            resolved = Resolved(await _resolve.RunAsync(
                parsed, documents.Values, options.AllowLoopback, budget, now, cancellationToken));
            found = Checks.Run(resolved, now);
        }

        return answer with
        {
            Report = VerificationReport.Create(
                origin, found, claim => StandingOf(parsed, claim, registry, now)),
            Asked = [.. resolved.Documents.Keys],
        };

        ResolvedCredential Resolved(IReadOnlyDictionary<string, FetchedDocument> fetched) =>
            new(parsed, fetched, question.Recipient) { AllowLoopback = options.AllowLoopback };
    }

    /// <summary>A badge may be any structure's of ours; a receipt only the network's, who checks.</summary>
    private static IssuerStanding StandingOf(
        ParsedCredential parsed, IssuerClaim claim, IssuerRegistry registry, DateTimeOffset now) =>
        parsed.Format is not CredentialFormat.Receipt ? registry.StandingOf(claim, now)
        : registry.IsNetwork(claim.Id) ? Trust.Known
        : Trust.Unknown;
}

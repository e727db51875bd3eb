using System.Text.Json;
using Badges.Credentials.DataModel;
using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.General;

/// <summary>
/// Verifies credentials and presentations of any kind, as interoperability suites send them: inline contexts, chains of
/// proofs, both versions of the data model, tokens in envelopes. It says nothing of badges, and the verifier of badges
/// has no part in it. Verifiable Credentials Data Model 2.0, section 7.1.
/// </summary>
public static class GeneralVerifier
{
    /// <summary>More credentials in one presentation are not looked at.</summary>
    public const int MaximumCredentials = 16;

    /// <summary>Judges the document with what is at hand.</summary>
    /// <param name="documents">What was fetched, under the addresses that <see cref="GeneralAnswer.Missing"/>
    /// named.</param>
    public static GeneralAnswer Verify(
        GeneralQuestion question, IReadOnlyDictionary<string, FetchedDocument> documents, bool allowLoopback,
        DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(documents);
        var facts = new GeneralFacts(question, new DocumentSet(documents, allowLoopback), now, new GeneralWork());
        var answer = question.IsPresentation
            ? VerifyPresentation(facts)
            : VerifyCredential(question.Document, facts);
        return answer with { Missing = [.. facts.Documents.Missing.Select(each => each.Address)] };
    }

    private static GeneralAnswer VerifyPresentation(GeneralFacts facts)
    {
        var findings = new Findings();
        var presentation = GeneralPresentation.Open(facts, findings);
        var credentials = presentation is { } opened ? JsonValues.All(opened, "verifiableCredential") : [];
        if (credentials.Count > MaximumCredentials)
        {
            findings.Errors.Add(GeneralProblem.Range($"No more than {MaximumCredentials} credentials are looked at."));
        }

        return findings.ToAnswer() with
        {
            Credentials = findings.Errors.Count > 0
                ? []
                : [.. credentials.Select(each => VerifyCredential(each, facts.OfPresented()))],
        };
    }

    private static GeneralAnswer VerifyCredential(JsonElement document, GeneralFacts facts)
    {
        var findings = new Findings();
        if (GeneralToken.IsEnvelope(document, "EnvelopedVerifiableCredential")
            || JsonStrings.TryGet(document) is not null)
        {
            VerifyToken(document, facts, findings);
            return findings.ToAnswer();
        }

        if (findings.Take(CredentialModel.FindFaults(document)))
        {
            var keys = GeneralProofs.Judge(document, ["assertionMethod"], facts, findings);
            GeneralContent.Judge(SignedCredential.OfJson(document), keys, null, facts, findings);
        }

        return findings.ToAnswer();
    }

    private static void VerifyToken(JsonElement document, GeneralFacts facts, Findings findings)
    {
        if (GeneralToken.Open(document, isPresentation: false, findings) is not { } token)
        {
            return;
        }

        var signed = SignedCredential.OfToken(token.Jws, token.Claims);
        if (findings.Take(CredentialModel.FindFaults(signed.Credential.Json)))
        {
            var key = token.Judge(signed.Credential.IssuerId, facts.Documents, findings);
            findings.Contradiction(token.Claims, signed.Credential);
            GeneralContent.Judge(signed, [key], token.Claims, facts, findings);
        }
    }
}

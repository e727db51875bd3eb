using System.Text.Json;
using Badges.Credentials.DataModel;
using Badges.Credentials.Dids;
using Badges.Credentials.Verification.Signatures;

namespace Badges.Credentials.Verification.General;

/// <summary>A presentation, opened and judged without the credentials in it. Verifiable Credentials Data Model 2.0,
/// section 4.13.</summary>
internal static class GeneralPresentation
{
    /// <summary>The presentation, or null when it cannot be read.</summary>
    public static JsonElement? Open(GeneralFacts facts, Findings findings)
    {
        var question = facts.Question;
        var document = question.Document;
        if (!GeneralToken.IsEnvelope(document, "EnvelopedVerifiablePresentation")
            && JsonStrings.TryGet(document) is null)
        {
            if (!findings.Take(PresentationModel.FindFaults(document)))
            {
                return null;
            }

            // Who asked with a challenge wants to know who answers now: a claim made once is no answer.
            string[] purposes = question.Challenge is null ? ["authentication", "assertionMethod"] : ["authentication"];
            var keys = GeneralProofs.Judge(document, purposes, facts, findings);
            JudgeHolder(document, keys, facts, findings);
            return document;
        }

        if (GeneralToken.Open(document, isPresentation: true, findings) is not { } token)
        {
            return null;
        }

        var presentation = token.Presentation;
        if (!findings.Take(PresentationModel.FindFaults(presentation)))
        {
            return null;
        }

        var holder = JsonValues.IdOf(JsonValues.Member(presentation, "holder"));
        var key = token.Judge(JsonStrings.TryGet(token.Claims, "iss") ?? holder, facts.Documents, findings);
        token.JudgeAnswer(question, facts.Now, findings);
        JudgeHolder(presentation, [key], facts, findings);
        return presentation;
    }

    /// <summary>A holder that is a key has signed; of any other it is only said when the key is not known to be
    /// theirs.</summary>
    private static void JudgeHolder(
        JsonElement presentation, IReadOnlyList<KeyLookup> keys, GeneralFacts facts, Findings findings)
    {
        if (JsonValues.IdOf(JsonValues.Member(presentation, "holder")) is not { } holder || keys.Count == 0
            || keys.Any(key => KeyBinding.Judge(holder, key, facts.Documents, facts.Now).Outcome
                is CheckOutcome.Passed))
        {
            return;
        }

        var isKey = Did.Expand(holder) is not null;
        (isKey ? findings.Errors : findings.Warnings).Add(
            GeneralProblem.Method($"The key of the proof is not known to be of the holder {holder}."));
    }
}

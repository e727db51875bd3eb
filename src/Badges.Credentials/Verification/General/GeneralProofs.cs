using System.Runtime.InteropServices;
using System.Text.Json;
using Badges.Credentials.Contexts;
using Badges.Credentials.Proofs;
using Badges.Credentials.Schemas;
using Badges.Credentials.Verification.Signatures;

namespace Badges.Credentials.Verification.General;

/// <summary>The embedded proofs of any document: every one of them must hold, and so each that it builds on. Data
/// Integrity 1.0, sections 4.4 and 4.5.</summary>
internal static class GeneralProofs
{
    /// <summary>More proofs than these are not looked at: each costs documents and arithmetic.</summary>
    private const int Maximum = 8;

    /// <summary>The keys that the proofs were made with.</summary>
    public static IReadOnlyList<KeyLookup> Judge(
        JsonElement document, IReadOnlyList<string> purposes, GeneralFacts facts, Findings findings)
    {
        var proofs = ProofChain.ProofsOf(document);
        if (proofs.Count is 0 or > Maximum)
        {
            findings.Errors.Add(GeneralProblem.Insecure(
                proofs.Count == 0 ? "There is no proof." : $"There are more than {Maximum} proofs."));
            return [];
        }

        var chained = proofs.Count(proof => JsonValues.Member(proof, "previousProof") is not null);
        if (!facts.Work.TryTake((1L + chained) * JsonMarshal.GetRawUtf8Value(document).Length))
        {
            findings.Errors.Add(GeneralProblem.Range("There is more to be canonicalised than is done at once."));
            return [];
        }

        var secured = SecuredDocument.Of(InlineContexts.Unwrap(document), GeneralContexts.Documents);
        var keys = new List<KeyLookup>();
        foreach (var proof in proofs)
        {
            if ((FindFault(proof, purposes, facts.Now) ?? FindOtherAnswer(proof, facts.Question)) is { } fault)
            {
                findings.Errors.Add(fault);
                continue;
            }

            var method = JsonValues.IdOf(JsonValues.Member(proof, "verificationMethod"))!;
            var key = KeyLookup.OfMethod(method, facts.Documents);
            keys.Add(key);
            if (Verify(secured, proof, proofs, key, method) is { } problem)
            {
                findings.Errors.Add(problem);
            }
        }

        return keys;
    }

    private static GeneralProblem? FindFault(JsonElement proof, IReadOnlyList<string> purposes, DateTimeOffset now)
    {
        if (Cryptosuites.Find(proof) is null)
        {
            return GeneralProblem.Proof("The proof is of no type or cryptosuite that is known here.");
        }

        if (JsonStrings.TryGet(proof, "proofPurpose") is not { } purpose || !purposes.Contains(purpose))
        {
            return GeneralProblem.Proof($"The purpose of the proof is {string.Join(" or ", purposes)}.");
        }

        if (JsonValues.IdOf(JsonValues.Member(proof, "verificationMethod")) is not { Length: > 0 })
        {
            return GeneralProblem.Proof("The proof names no verification method.");
        }

        foreach (var member in new[] { "created", "expires" })
        {
            if (proof.TryGetProperty(member, out var value)
                && (JsonStrings.TryGet(value) is not { } text || Instant(text) is null))
            {
                return GeneralProblem.Proof($"The member {member} of the proof is a dateTimeStamp.");
            }
        }

        return JsonStrings.TryGet(proof, "expires") is { } end && Instant(end) < now
            ? GeneralProblem.Proof($"The proof expired at {end}.")
            : null;
    }

    /// <summary>A time without a zone may be taken as one of UTC (Data Integrity 1.0, section 2.1).</summary>
    private static DateTimeOffset? Instant(string text) => Timestamp.TryRead(text) ?? Timestamp.TryRead(text + "Z");

    /// <summary>What was asked for is answered, by the very words (section 4.4, steps 7 and 8).</summary>
    private static GeneralProblem? FindOtherAnswer(JsonElement proof, GeneralQuestion question)
    {
        if (question.Domain is { } domain && !JsonValues.Strings(proof, "domain").Contains(domain))
        {
            return GeneralProblem.Domain($"The domain of the proof is not {domain}.");
        }

        return question.Challenge is { } challenge && JsonStrings.TryGet(proof, "challenge") != challenge
            ? GeneralProblem.Challenge("The challenge of the proof is not the one that was asked with.")
            : null;
    }

    private static GeneralProblem? Verify(
        SecuredDocument document, JsonElement proof, IReadOnlyList<JsonElement> all, KeyLookup lookup, string method)
    {
        using var key = lookup.Key?.Open();
        if (key is null)
        {
            return GeneralProblem.Method($"The key {method} was not found, or is none that is read here.");
        }

        var verification = DataIntegrity.VerifyChained(document, proof, all, key);
        var subject = verification.Subject ?? "";
        return verification.Outcome switch
        {
            ProofOutcome.Verified => null,
            ProofOutcome.NotCanonicalizable => GeneralProblem.DataLoss($"Not to be signed without loss: {subject}"),
            ProofOutcome.TooIntricate => GeneralProblem.Proof("Canonicalising would cost too much."),
            ProofOutcome.WrongKeyType => GeneralProblem.Proof($"The suite does not sign with {subject}."),
            ProofOutcome.NoSignature => GeneralProblem.Proof("proofValue is no signature in multibase."),
            ProofOutcome.PreviousProofMissing => GeneralProblem.Proof("previousProof names no proof that is there."),
            ProofOutcome.Underived => GeneralProblem.Proof("A base proof is for its holder to derive from."),
            _ => GeneralProblem.Proof("The signature is wrong."),
        };
    }
}

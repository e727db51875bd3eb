using System.Text.Json;
using Badges.Credentials.Contexts;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification.Documents;
using Badges.Credentials.Verification.Signatures;

namespace Badges.Credentials.Verification.General;

/// <summary>A credential or presentation as a JSON Web Token. Securing Verifiable Credentials using JOSE and COSE,
/// section 3.1; Data Model 1.1, section 6.3.1, where the document stands in a claim.</summary>
internal sealed record GeneralToken(CompactJws Jws, JsonElement Claims)
{
    private static readonly HashSet<string> Plain = new(["JWT", ""], StringComparer.OrdinalIgnoreCase);

    /// <summary>The presentation, which is the payload or stands in it.</summary>
    public JsonElement Presentation =>
        !Claims.TryGetProperty("@context", out _) && Claims.TryGetProperty("vp", out var inner) ? inner : Claims;

    public static bool IsEnvelope(JsonElement document, string type) =>
        JsonValues.Strings(document, "type").Contains(type);

    /// <summary>The token of an envelope or of a string; null, with the fault told, when there is none.</summary>
    public static GeneralToken? Open(JsonElement document, bool isPresentation, Findings findings)
    {
        var kind = isPresentation ? "vp" : "vc";
        var text = JsonStrings.TryGet(document) ?? TextIn(document, kind, findings);
        if (text is null || findings.Errors.Count > 0)
        {
            return null;
        }

        if (Proofs.Jws.TryRead(text) is not { } jws
            || StrictJson.TryParse(jws.Payload, out _) is not { ValueKind: JsonValueKind.Object } claims)
        {
            findings.Errors.Add(GeneralProblem.Unparsed("This is no JSON Web Token in compact form."));
            return null;
        }

        if (FindFault(jws, claims, kind) is { } fault)
        {
            findings.Errors.Add(GeneralProblem.Malformed(fault));
            return null;
        }

        return new(jws, claims);
    }

    /// <summary>Judges the signature, and gives the key that it was made with.</summary>
    /// <param name="signer">Whose key a name without an address belongs to.</param>
    public KeyLookup Judge(string? signer, DocumentSet documents, Findings findings)
    {
        var lookup = (Jws.Jwk, Jws.KeyId, signer) switch
        {
            (not null, _, _) or (_, _, null) => KeyLookup.OfToken(Jws, documents),
            (_, null, _) => KeyLookup.OfMethod(signer, documents),
            (_, var kid, _) when !kid.Contains(':', StringComparison.Ordinal) =>
                KeyLookup.OfMethod($"{signer}#{kid.TrimStart('#')}", documents),
            _ => KeyLookup.OfToken(Jws, documents),
        };
        var check = TokenProof.JudgeSignature(Jws, lookup);
        if (check.Outcome is not CheckOutcome.Passed)
        {
            findings.Errors.Add(GeneralProblem.Insecure(check.Detail(ReportLanguage.English)));
        }

        return lookup;
    }

    /// <summary>Whether a presentation answers what was asked, and still holds.</summary>
    public void JudgeAnswer(GeneralQuestion question, DateTimeOffset now, Findings findings)
    {
        if (question.Challenge is { } challenge && JsonStrings.TryGet(Claims, "nonce") != challenge)
        {
            findings.Errors.Add(GeneralProblem.Challenge("The nonce of the token is not the challenge."));
        }

        if (question.Domain is { } domain && !JsonValues.Strings(Claims, "aud").Contains(domain))
        {
            findings.Errors.Add(GeneralProblem.Domain($"The audience of the token is not {domain}."));
        }

        if (TokenClaims.Expiry(Claims) < now)
        {
            findings.Errors.Add(GeneralProblem.Range("The token has expired."));
        }
    }

    private static string? TextIn(JsonElement envelope, string kind, Findings findings)
    {
        if (!JsonValues.Strings(envelope, "@context").Contains(KnownContexts.DataModel2))
        {
            findings.Errors.Add(GeneralProblem.Malformed($"An envelope has the context {KnownContexts.DataModel2}."));
        }

        var types = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            $"application/{kind}+jwt", $"application/{kind}+ld+json+jwt", "application/jwt",
        };
        if (JsonStrings.TryGet(envelope, "id") is not { } id || DataUrl.TryRead(id) is not { IsBase64: false } url
            || !types.Contains(url.MediaType))
        {
            findings.Errors.Add(GeneralProblem.Malformed(
                $"The id of an envelope is a data: URL of type application/{kind}+jwt."));
            return null;
        }

        return url.Data;
    }

    private static string? FindFault(CompactJws jws, JsonElement claims, string kind)
    {
        if (!JwsAlgorithms.All.Contains(jws.Algorithm))
        {
            return $"Tokens are not signed with {jws.Algorithm} here.";
        }

        var type = jws.Header.TryGetProperty("typ", out _) ? jws.Type : "";
        string[] own = [$"{kind}+jwt", $"{kind}+ld+jwt", $"{kind}+ld+json+jwt"];
        var isPlain = type is not null && Plain.Contains(type);
        if (!isPlain && !own.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            return $"The header's typ is {kind}+jwt.";
        }

        if (jws.Header.TryGetProperty("cty", out var content)
            && JsonStrings.TryGet(content) is var cty && !string.Equals(cty, kind, StringComparison.OrdinalIgnoreCase)
            && !string.Equals(cty, "JWT", StringComparison.OrdinalIgnoreCase))
        {
            return $"The header's cty is {kind}.";
        }

        var isWhole = claims.TryGetProperty("@context", out _);
        return (isWhole || !isPlain) && (claims.TryGetProperty("vc", out _) || claims.TryGetProperty("vp", out _))
            ? "The claims vc and vp have no place in this token."
            : null;
    }
}

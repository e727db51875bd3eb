using System.Collections.Concurrent;
using System.Text.Json;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Schemas;
using Badges.Credentials.Verification.Endorsements;
using Badges.Credentials.Verification.Signatures;
using Badges.Credentials.Verification.Steps;

namespace Badges.Credentials.Verification;

/// <summary>
/// A credential with what signs it: a token around it, proofs inside it, or both. It is kept while documents are
/// fetched, so that it is canonicalised once and each signature computed once.
/// </summary>
internal sealed class SignedCredential
{
    private readonly Lazy<SecuredDocument> _secured;
    private readonly Lazy<Check> _meaning;
    private readonly Lazy<Check> _schema;
    private readonly Lazy<CredentialSummary> _summary;
    private readonly Lazy<IReadOnlyList<Endorsement>> _endorsements;
    private readonly ConcurrentDictionary<(int Proof, string Key), ProofVerification> _verified = [];

    private SignedCredential(JsonElement json, CompactJws? jws, JsonElement? claims)
    {
        Credential = new(json);
        Jws = jws;
        Claims = claims;
        Proofs = [.. Credential.Proofs.Select((proof, index) => new EmbeddedProof(proof, index))];

        // Proofs are added before the token is made around them (Open Badges 3.0, section 8.2.4).
        _secured = new(() => SecuredDocument.Of(
            jws is null ? json : TokenClaims.Without(json), BundledContexts.Documents));
        _meaning = new(() => RdfMeaning.Judge(this));
        _summary = new(() => Summaries.Of3(Credential));
        _schema = new(() => CheckSchema.Judge(OpenBadgeSchemas.AchievementCredential, json));
        _endorsements = new(() => Endorsement.In(Credential));
    }

    public VerifiableCredential Credential { get; }

    public CompactJws? Jws { get; }

    public JsonElement? Claims { get; }

    public IReadOnlyList<EmbeddedProof> Proofs { get; }

    /// <summary>Whether it is the RDF alone that holds the credential together.</summary>
    public bool IsHeldByRdf => Jws is null && Proofs.Any(proof => proof.SignsRdf);

    /// <summary>What the embedded proofs sign.</summary>
    public SecuredDocument Secured => _secured.Value;

    /// <summary>The <c>context</c> check of what is held together by RDF.</summary>
    public Check Meaning => _meaning.Value;

    /// <summary>What it says, as far as that depends on nothing else.</summary>
    public CredentialSummary Summary => _summary.Value;

    /// <summary>The <c>schema</c> check, for a badge.</summary>
    public Check Schema => _schema.Value;

    /// <summary>What others signed about it.</summary>
    public IReadOnlyList<Endorsement> Endorsements => _endorsements.Value;

    public static SignedCredential OfJson(JsonElement json) => new(json, null, null);

    /// <summary>The credential of a token: data model 1.1 puts it into a claim, 2.0 makes the payload the
    /// credential.</summary>
    public static SignedCredential OfToken(CompactJws jws, JsonElement claims) => new(CredentialIn(claims), jws, claims);

    /// <summary>Whether an embedded proof is the key's.</summary>
    public ProofVerification Verify(EmbeddedProof proof, VerificationKey key) => _verified.GetOrAdd(
        (proof.Index, key.Thumbprint), _ =>
        {
            using var opened = key.Open();
            return opened is null ? new(ProofOutcome.WrongKeyType) : DataIntegrity.Verify(Secured, proof.Json, opened);
        });

    private static JsonElement CredentialIn(JsonElement claims) =>
        claims.ValueKind is JsonValueKind.Object && !claims.TryGetProperty("@context", out _)
            && claims.TryGetProperty("vc", out var claim) ? claim : claims;
}

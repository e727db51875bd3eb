using System.Text.Json;
using Badges.Credentials.Dids;
using Badges.Credentials.Keys;
using Badges.Credentials.Schemas;
using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.Signatures;

/// <summary>One proof inside a credential: what it says it is, before its signature is looked at. Data Integrity 1.0,
/// section 2.1.</summary>
internal sealed record EmbeddedProof(JsonElement Json)
{
    private static readonly HashSet<string> Suites =
    [
        "eddsa-rdfc-2022", "eddsa-jcs-2022", "eddsa-2022", "ecdsa-rdfc-2019", "ecdsa-jcs-2019", "ecdsa-sd-2023",
        "ecdsa-2019", "bbs-2023",
    ];

    private static readonly HashSet<string> TypesWithoutSuite =
    [
        "Ed25519Signature2018", "Ed25519Signature2020", "EcdsaSecp256k1Signature2019", "JsonWebSignature2020",
        "RsaSignature2018", "BbsBlsSignature2020",
    ];

    /// <summary>The suite, or the type for proofs older than suites.</summary>
    public string Suite =>
        Type == "DataIntegrityProof" ? JsonStrings.TryGet(Json, "cryptosuite") ?? string.Empty : Type;

    /// <summary>Whether the name is one that somebody defined, implemented here or not.</summary>
    public bool IsKnownSuite =>
        Type == "DataIntegrityProof" ? Suites.Contains(Suite) : TypesWithoutSuite.Contains(Type);

    /// <summary>Whether the proof signs the RDF that the document expands to, so that members can hide behind other
    /// names.</summary>
    public bool SignsRdf => !Suite.Contains("-jcs-", StringComparison.Ordinal);

    /// <summary>The identifier of the key.</summary>
    public string? Method => JsonValues.IdOf(JsonValues.Member(Json, "verificationMethod"));

    private string Type => JsonValues.Strings(Json, "type").FirstOrDefault() ?? string.Empty;

    /// <summary>What is wrong with the proof at first sight, or null.</summary>
    public Check? FindFault()
    {
        if (!IsKnownSuite)
        {
            return Check.Failed(CheckIds.Proof, CheckCodes.ProofSuiteUnknown, Suite);
        }

        if (JsonStrings.TryGet(Json, "proofPurpose") != "assertionMethod")
        {
            return Check.Failed(CheckIds.Proof, CheckCodes.ProofPurposeWrong);
        }

        if (Method is not { } method || !IsIdentifier(method))
        {
            return Check.Failed(CheckIds.Proof, CheckCodes.AddressNotAllowed, Method ?? string.Empty);
        }

        if (JsonValues.Member(Json, "created") is { } created
            && (JsonStrings.TryGet(created) is not { } text || Timestamp.TryRead(text) is null))
        {
            return Check.Failed(CheckIds.Proof, CheckCodes.ProofDateWrong);
        }

        return Suite.StartsWith("eddsa-", StringComparison.Ordinal)
            && !IsEdDsaValue(JsonStrings.TryGet(Json, "proofValue"))
            ? Check.Failed(CheckIds.Proof, CheckCodes.SignatureWrong)
            : null;
    }

    /// <summary>The key that the proof names.</summary>
    public KeyLookup FindKey(DocumentSet documents) => Method is { } method
        ? KeyLookup.OfMethod(method, documents)
        : new() { Code = CheckCodes.NoKeyNamed, IsRefused = true };

    private static bool IsIdentifier(string method) =>
        Did.IsDid(method)
        || method.StartsWith("https://", StringComparison.Ordinal)
        || method.StartsWith("http://", StringComparison.Ordinal);

    private static bool IsEdDsaValue(string? value) =>
        value is ['z', ..] && Base58.TryDecode(value.AsSpan(1)) is { Length: 64 };
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Keys;

namespace Badges.Credentials.Proofs.SelectiveDisclosure;

/// <summary>
/// Proofs of which the holder discloses a part: the issuer signs what must be shown, and a key of this credential alone
/// each further statement. Data Integrity ECDSA Cryptosuites 1.0, section 3.6.
/// </summary>
internal static class EcdsaSd2023
{
    internal const string CanonicalPrefix = "c14n";

    /// <summary>Verify Derived Proof (section 3.6.7). A base proof, which is the issuer's for the holder, is verified
    /// whole.</summary>
    public static ProofVerification Verify(SecuredDocument document, JsonElement proof, PublicKey issuer)
    {
        var proofValue = JsonStrings.TryGet(proof, "proofValue");
        if (BaseProofValue.TryRead(proofValue) is { } held)
        {
            return BaseProof.Verify(document, proof, held, issuer);
        }

        if (DerivedProofValue.TryRead(proofValue) is not { } value)
        {
            return new(ProofOutcome.NoSignature);
        }

        using var own = PublicKey.TryReadMultikey("z" + Base58.Encode(value.PublicKey));
        if (own?.Algorithm != JwsAlgorithms.Es256)
        {
            return new(ProofOutcome.WrongKeyType);
        }

        var data = CreateVerifyData(document, proof, value);
        return data.Value is null ? data.Fault!
            : new(Holds(value, data.Value, issuer, own) ? ProofOutcome.Verified : ProofOutcome.WrongSignature);
    }

    /// <summary>What the signatures are over (section 3.5.9).</summary>
    public static Canonical<VerifyData> CreateVerifyData(
        SecuredDocument document, JsonElement proof, DerivedProofValue value)
    {
        var configuration = Configure(document, proof);
        var statements = Relabel(document, value.Labels);
        if ((configuration.Fault ?? statements.Fault) is { } fault)
        {
            return new(fault);
        }

        using var mandatory = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var nonMandatory = new List<byte[]>();
        foreach (var (index, statement) in statements.Value!.Index())
        {
            if (value.MandatoryIndexes.Contains(index))
            {
                mandatory.AppendData(statement);
            }
            else
            {
                nonMandatory.Add(statement);
            }
        }

        return new(new VerifyData(
            SHA256.HashData(configuration.Value!), mandatory.GetHashAndReset(), nonMandatory, statements.Value!.Count));
    }

    /// <summary>The proof without its value, canonical.</summary>
    public static Canonical<byte[]> Configure(SecuredDocument document, JsonElement proof) => document.Configure(
        DataIntegrity.Configuration(document, proof, Cryptosuites.EcdsaSd2023), Canonicalization.Rdfc,
        HashAlgorithmName.SHA256);

    private static bool Holds(DerivedProofValue value, VerifyData data, PublicKey issuer, PublicKey own) =>
        data.NonMandatory.Count == value.Signatures.Count
        && value.MandatoryIndexes.All(index => index < data.Count)
        && issuer.Verify([.. data.ProofHash, .. value.PublicKey, .. data.MandatoryHash], value.BaseSignature)
        && data.NonMandatory.Zip(value.Signatures).All(pair => own.Verify(pair.First, pair.Second));

    /// <summary>The statements in order, their blank nodes under the labels that the holder passed on: the canonical
    /// ones would tell how many were left out (labelReplacementCanonicalizeJsonLd, section 3.4.2).</summary>
    private static Canonical<List<byte[]>> Relabel(SecuredDocument document, IReadOnlyDictionary<int, string> labels)
    {
        var canonical = document.Canonicalize(HashAlgorithmName.SHA256);
        if (canonical.Value is null)
        {
            return new(canonical.Fault!);
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (own, issued) in canonical.Value.IssuedIdentifiers)
        {
            if (!labels.TryGetValue(int.Parse(issued.AsSpan(CanonicalPrefix.Length), null), out var label))
            {
                return new(new ProofVerification(ProofOutcome.WrongSignature, issued));
            }

            names.Add(own, label);
        }

        return new(SortedStatements.Write(document.Dataset.Value!, own => names[own])
            .ConvertAll(Encoding.UTF8.GetBytes));
    }

    /// <summary>What the signatures are over: the issuer's over the two hashes, the others over a statement
    /// each.</summary>
    /// <param name="Count">How many statements there are, disclosed by choice or not.</param>
    public sealed record VerifyData(
        byte[] ProofHash, byte[] MandatoryHash, IReadOnlyList<byte[]> NonMandatory, int Count);
}

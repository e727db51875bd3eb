using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.LinkedData.Rdf;

namespace Badges.Credentials.Proofs.SelectiveDisclosure;

/// <summary>
/// Proofs of which the holder discloses a part: the issuer signs what must be shown, and a key of this credential alone
/// each further statement. Data Integrity ECDSA Cryptosuites 1.0, section 3.6.
/// </summary>
internal static class EcdsaSd2023
{
    private const string CanonicalPrefix = "c14n";

    /// <summary>Verify Derived Proof (section 3.6.8). Base proofs are for the holder and are not verified.</summary>
    public static ProofVerification Verify(SecuredDocument document, JsonElement proof, PublicKey issuer)
    {
        if (DerivedProofValue.TryRead(JsonStrings.TryGet(proof, "proofValue")) is not { } value)
        {
            return new(ProofOutcome.NoSignature);
        }

        using var own = PublicKey.TryReadMultikey("z" + Base58.Encode(value.PublicKey));
        if (own?.Algorithm != JwsAlgorithms.Es256)
        {
            return new(ProofOutcome.WrongKeyType);
        }

        var statements = Relabel(document, value.Labels);
        var configuration = document.Configure(
            DataIntegrity.Configuration(document, proof, Cryptosuites.EcdsaSd2023), Canonicalization.Rdfc,
            HashAlgorithmName.SHA256);
        if ((statements.Fault ?? configuration.Fault) is { } fault)
        {
            return fault;
        }

        return new(Holds(value, statements.Value!, configuration.Value!, issuer, own)
            ? ProofOutcome.Verified
            : ProofOutcome.WrongSignature);
    }

    private static bool Holds(
        DerivedProofValue value, List<byte[]> statements, byte[] configuration, PublicKey issuer, PublicKey own)
    {
        var chosen = statements.Where((_, index) => !value.MandatoryIndexes.Contains(index)).ToList();
        if (chosen.Count != value.Signatures.Count || value.MandatoryIndexes.Any(index => index >= statements.Count))
        {
            return false;
        }

        using var mandatory = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var index = 0; index < statements.Count; index++)
        {
            if (value.MandatoryIndexes.Contains(index))
            {
                mandatory.AppendData(statements[index]);
            }
        }

        byte[] signed = [.. SHA256.HashData(configuration), .. value.PublicKey, .. mandatory.GetHashAndReset()];
        return issuer.Verify(signed, value.BaseSignature)
            && chosen.Zip(value.Signatures).All(pair => own.Verify(pair.First, pair.Second));
    }

    /// <summary>The statements in order, their blank nodes under the labels that the holder passed on: the canonical ones
    /// would tell how many were left out (labelReplacementCanonicalizeJsonLd, section 3.4).</summary>
    private static Canonical<List<byte[]>> Relabel(SecuredDocument document, IReadOnlyDictionary<int, string> labels)
    {
        if (document.Dataset is not { Value: { } dataset })
        {
            return new(document.Dataset.Fault!);
        }

        var canonical = document.Canonicalize(HashAlgorithmName.SHA256);
        if (canonical.Value is null)
        {
            return new(canonical.Fault!);
        }

        var names = new Dictionary<string, BlankNode>(StringComparer.Ordinal);
        foreach (var (own, issued) in canonical.Value.IssuedIdentifiers)
        {
            if (!labels.TryGetValue(int.Parse(issued.AsSpan(CanonicalPrefix.Length), null), out var label))
            {
                return new(new ProofVerification(ProofOutcome.WrongSignature, issued));
            }

            names.Add(own, new BlankNode(label));
        }

        RdfTerm Rename(RdfTerm term) => term is BlankNode blank ? names[blank.Label] : term;

        var lines = dataset.Quads.Select(quad => Encoding.UTF8.GetBytes(NQuadsWriter.Write(new RdfDataset(
            [new(Rename(quad.Subject), quad.Predicate, Rename(quad.Object), quad.Graph is { } graph ? Rename(graph) : null)]))))
            .ToList();
        lines.Sort((one, other) => one.AsSpan().SequenceCompareTo(other));
        return new(lines);
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Badges.Credentials.Keys;

namespace Badges.Credentials.Proofs.SelectiveDisclosure;

/// <summary>
/// The proof that an issuer hands to a holder, over all statements: verified whole, or turned into one over those that
/// the holder shows. Data Integrity ECDSA Cryptosuites 1.0, sections 3.5 and 3.6.
/// </summary>
internal static class BaseProof
{
    /// <summary>Whether the issuer's signature and that over every further statement are good. Everything that was
    /// signed can be made again out of the document (sections 3.6.2 to 3.6.4).</summary>
    public static ProofVerification Verify(
        SecuredDocument document, JsonElement proof, BaseProofValue value, PublicKey issuer)
    {
        using var own = PublicKey.TryReadMultikey("z" + Base58.Encode(value.PublicKey));
        if (own?.Algorithm != JwsAlgorithms.Es256)
        {
            return new(ProofOutcome.WrongKeyType);
        }

        var configuration = EcdsaSd2023.Configure(document, proof);
        var named = NamedDocument.Of(document, value.HmacKey);
        if ((configuration.Fault ?? named.Fault) is { } fault)
        {
            return fault;
        }

        if (StatementGroups.TryForm(named.Value!, value.MandatoryPointers) is not { } groups)
        {
            return new(ProofOutcome.WrongSignature);
        }

        byte[] signed =
        [
            .. SHA256.HashData(configuration.Value!), .. value.PublicKey, .. HashOf(groups.Mandatory),
        ];
        return new(groups.Others.Count == value.Signatures.Count && issuer.Verify(signed, value.BaseSignature)
            && groups.Others.Zip(value.Signatures)
                .All(pair => own.Verify(Encoding.UTF8.GetBytes(pair.First), pair.Second))
                ? ProofOutcome.Verified
                : ProofOutcome.WrongSignature);
    }

    /// <summary>The document with the parts that pointers name and those that must be shown, under a derived proof
    /// (section 3.6.6); null when a pointer leads nowhere or the document is not one of which parts can be
    /// shown.</summary>
    public static JsonElement? Derive(
        SecuredDocument document, JsonElement proof, BaseProofValue value, IReadOnlyCollection<string> shown)
    {
        string[] pointers = [.. value.MandatoryPointers.Union(shown)];
        if (NamedDocument.Of(document, value.HmacKey).Value is not { } named
            || StatementGroups.TryForm(named, value.MandatoryPointers) is not { } groups
            || groups.Others.Count != value.Signatures.Count
            || pointers.Length == 0
            || named.LinesOf(pointers) is not { } disclosed
            || named.LabelsOf(pointers) is not { } labels
            || JsonSelection.TrySelect(document.Unsecured!.Value, pointers) is not { } part)
        {
            return null;
        }

        var mandatory = groups.Mandatory.ToHashSet(StringComparer.Ordinal);
        var signatures = groups.Others.Zip(value.Signatures)
            .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        var derived = new DerivedProofValue
        {
            BaseSignature = value.BaseSignature,
            PublicKey = value.PublicKey,
            Signatures = [.. disclosed.Where(signatures.ContainsKey).Select(line => signatures[line])],
            Labels = labels.ToDictionary(
                pair => int.Parse(pair.Key.AsSpan(EcdsaSd2023.CanonicalPrefix.Length), null), pair => pair.Value),
            MandatoryIndexes = disclosed.Index().Where(each => mandatory.Contains(each.Item))
                .Select(each => each.Index).ToHashSet(),
        };
        var text = JsonElement.Parse(CredentialJson.Quote(derived.Write()));
        return JsonMembers.WithLast(part, "proof", JsonMembers.WithLast(
            JsonMembers.Without(proof, "proofValue"), "proofValue", text));
    }

    private static byte[] HashOf(IEnumerable<string> lines) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)));

    /// <summary>What must be shown, and what need not be, each in the order of the lines.</summary>
    private sealed record StatementGroups(IReadOnlyList<string> Mandatory, IReadOnlyList<string> Others)
    {
        public static StatementGroups? TryForm(NamedDocument document, IReadOnlyList<string> mandatory)
        {
            if (document.Lines() is not { } lines || document.LinesOf(mandatory) is not { } chosen)
            {
                return null;
            }

            var among = chosen.ToHashSet(StringComparer.Ordinal);
            var groups = lines.ToLookup(among.Contains);
            return new([.. groups[true]], [.. groups[false]]);
        }
    }
}

using System.Text;
using System.Text.Json;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs.SelectiveDisclosure;
using Badges.Credentials.Schemas;
using Badges.LinkedData.JsonLd;

namespace Badges.Credentials.Proofs;

/// <summary>Embedded proofs: one pipeline for every suite. Data Integrity 1.0, sections 4.3 and 4.4.</summary>
public static class DataIntegrity
{
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Adds a proof to a document: behind the proofs that it has, or in an array as its last member.
    /// Everything else stays byte for byte.</summary>
    /// <param name="document">An object in JSON (RFC 7493).</param>
    /// <param name="contexts">Every context that the document names, for suites that sign RDF.</param>
    /// <exception cref="ArgumentException">The document cannot be signed without loss, the key is not of a type that
    /// the suite signs with, or a previous proof is not there.</exception>
    public static string Sign(
        string document, Cryptosuite suite, ISigningKey key, ProofOptions options, ContextDocuments contexts)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(options);
        if (suite.IsVerifiedOnly || !suite.Algorithms.Contains(key.Algorithm))
        {
            throw new ArgumentException($"No proof {suite.Name} is made with {key.Algorithm}.", nameof(key));
        }

        var json = Parse(document);
        var secured = SecuredDocument.Of(json, contexts);
        if (options.PreviousProofs.Count > 0)
        {
            secured = secured.Following(ProofChain.Find(options.PreviousProofs, ProofChain.ProofsOf(json))
                ?? throw new ArgumentException("A previous proof is not there.", nameof(options)));
        }

        var context = suite.Canonicalization is Canonicalization.Jcs ? secured.Context : null;
        var configuration = ConfigurationText(suite, options, context);
        var hash = HashData(secured, JsonElement.Parse(configuration + "}"), suite, key.Algorithm);
        if (hash.Value is null)
        {
            throw new ArgumentException(
                $"The document cannot be signed: {hash.Fault!.Outcome} {hash.Fault.Subject}", nameof(document));
        }

        return ProofText.Append(
            document, $"{configuration},\"proofValue\":\"z{Base58.Encode(key.Sign(hash.Value))}\"}}");
    }

    /// <summary>The document as it was before any proof was added.</summary>
    /// <exception cref="ArgumentException">The text is not an object in JSON.</exception>
    public static string WithoutProofs(string document) => JsonMembers.Without(Parse(document), "proof").GetRawText();

    /// <summary>Whether the proof over the document is the key's. Never throws, whatever the proof.</summary>
    public static ProofVerification Verify(SecuredDocument document, JsonElement proof, PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(key);
        return IJson.IsValid(proof) && Cryptosuites.Find(proof) is not null
            && proof.TryGetProperty("previousProof", out _)
                ? new(ProofOutcome.Chained)
                : VerifyAlone(document, proof, key);
    }

    /// <summary>Whether a proof that builds on others is the key's, over the document with those others in it. Whether
    /// these are good is to be asked for each of them. Never throws, whatever the proof. Section 4.5.</summary>
    /// <param name="all">Every proof of the document.</param>
    public static ProofVerification VerifyChained(
        SecuredDocument document, JsonElement proof, IReadOnlyList<JsonElement> all, PublicKey key)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(key);
        return ProofChain.PreviousOf(proof, all) switch
        {
            null => new(ProofOutcome.PreviousProofMissing, "previousProof"),
            [] => VerifyAlone(document, proof, key),
            var previous => VerifyAlone(document.Following(previous), proof, key),
        };
    }

    private static ProofVerification VerifyAlone(SecuredDocument document, JsonElement proof, PublicKey key)
    {
        if (!IJson.IsValid(proof))
        {
            return new(ProofOutcome.NotCanonicalizable);
        }

        if (Cryptosuites.Find(proof) is not { } suite)
        {
            return new(ProofOutcome.UnknownSuite);
        }

        if (!suite.Algorithms.Contains(key.Algorithm))
        {
            return new(ProofOutcome.WrongKeyType, key.Algorithm);
        }

        if (suite == Cryptosuites.EcdsaSd2023)
        {
            return EcdsaSd2023.Verify(document, proof, key);
        }

        if (TryReadSignature(proof, key.Algorithm) is not { } signature)
        {
            return new(ProofOutcome.NoSignature);
        }

        var hash = HashData(document, proof, suite, key.Algorithm);
        return hash.Value is null ? hash.Fault!
            : new(key.Verify(hash.Value, signature) ? ProofOutcome.Verified : ProofOutcome.WrongSignature);
    }

    /// <summary>The hash of the proof's configuration, then that of the document.</summary>
    private static Canonical<byte[]> HashData(
        SecuredDocument document, JsonElement proof, Cryptosuite suite, string algorithm)
    {
        var hash = Cryptosuite.HashFor(algorithm);
        if (suite.Canonicalization is Canonicalization.Jcs && !ContextProlongs(document.Context, proof))
        {
            return new(new ProofVerification(ProofOutcome.WrongSignature, "@context"));
        }

        var configuration = Configuration(document, proof, suite);
        var head = document.Configure(configuration, suite.Canonicalization, hash).HashedBy(hash);
        var body = (suite.Canonicalization is Canonicalization.Jcs && proof.TryGetProperty("@context", out var context)
            ? document.With(context)
            : document).Hash(suite.Canonicalization, hash);
        return head.Value is null ? head : body.Value is null ? body : new([.. head.Value, .. body.Value]);
    }

    /// <summary>Proof Configuration: the proof without its value. Under RDF it has the contexts of the document, under
    /// JCS its own.</summary>
    internal static JsonElement Configuration(SecuredDocument document, JsonElement proof, Cryptosuite suite) =>
        suite.Canonicalization is Canonicalization.Rdfc
            ? JsonMembers.WithFirst(proof, "@context", document.Context, "proofValue", "@context")
            : JsonMembers.Without(proof, "proofValue");

    /// <summary>Whether the document's contexts begin with those that the proof was made under. Data Integrity EdDSA
    /// Cryptosuites 1.0, section 3.3.2.</summary>
    private static bool ContextProlongs(JsonElement? documents, JsonElement proof)
    {
        if (!proof.TryGetProperty("@context", out var proofs))
        {
            return true;
        }

        if (documents is not { } whole)
        {
            return false;
        }

        var (first, then) = (Items(proofs), Items(whole));
        return first.Count <= then.Count
            && first.Zip(then).All(pair => JsonElement.DeepEquals(pair.First, pair.Second));
    }

    private static List<JsonElement> Items(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static byte[]? TryReadSignature(JsonElement proof, string algorithm) =>
        JsonStrings.TryGet(proof, "proofValue") is ['z', .. var text]
        && Base58.TryDecode(text) is { } signature && signature.Length == Cryptosuite.SignatureLength(algorithm)
            ? signature
            : null;

    /// <summary>The proof without its value and its closing bracket.</summary>
    private static string ConfigurationText(Cryptosuite suite, ProofOptions options, JsonElement? context)
    {
        var text = new StringBuilder("{\"type\":").Append(CredentialJson.Quote(suite.Type))
            .Append(CredentialJson.Member("id", options.Id))
            .Append(CredentialJson.Member("cryptosuite", suite.Name))
            .Append(CredentialJson.Member("created", Timestamp.Write(options.Created)))
            .Append(CredentialJson.Member("verificationMethod", options.VerificationMethod))
            .Append(CredentialJson.Member("proofPurpose", options.ProofPurpose))
            .Append(CredentialJson.Member("domain", options.Domain))
            .Append(CredentialJson.Member("challenge", options.Challenge));
        if (options.PreviousProofs.Count > 0)
        {
            text.Append(",\"previousProof\":[").AppendJoin(',', options.PreviousProofs.Select(CredentialJson.Quote))
                .Append(']');
        }

        return context is { } own
            ? text.Append(",\"@context\":").Append(own.GetRawText()).ToString()
            : text.ToString();
    }

    private static JsonElement Parse(string document) =>
        IJson.TryParse(StrictUtf8.GetBytes(document)) is { ValueKind: JsonValueKind.Object } json
        && json.GetPropertyCount() > 0 && HasRoomForProofs(json)
            ? json
            : throw new ArgumentException("What is signed is an object in JSON with members.", nameof(document));

    private static bool HasRoomForProofs(JsonElement document) =>
        !document.TryGetProperty("proof", out var proofs)
        || Items(proofs).TrueForAll(proof => proof.ValueKind is JsonValueKind.Object);
}

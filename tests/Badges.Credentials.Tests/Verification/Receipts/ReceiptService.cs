using System.Text;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification;
using Badges.Credentials.Verification.Receipts;
using Badges.LinkedData.JsonLd;

namespace Badges.Credentials.Tests.Verification.Receipts;

/// <summary>A service that checks badges and signs receipts: the issuer of the other tests, with its
/// documents.</summary>
internal static class ReceiptService
{
    public const string Context = "https://badges.example/verifier/recu/v1.jsonld";
    public const string Did = EmbeddingIssuer.Did;

    /// <summary>The contexts of a receipt, for readers of JSON-LD: its own is not among those that we bundle.</summary>
    public static ContextDocuments Contexts { get; } = ContextDocuments.Create(
    [
        new(KnownContexts.DataModel2, File.ReadAllBytes(Repository.PathOf("schemas/contexts/credentials-v2.jsonld"))),
        new(Context, Bytes(ReceiptDocument.ContextOf("https://badges.example/verifier/recu#"))),
    ]);

    /// <summary>The report of a genuine badge, or of one that was changed.</summary>
    public static VerificationReport Report(Action<JsonObject>? change = null, string? recipient = null) =>
        EmbeddingIssuer.Web().Verify(EmbeddingIssuer.Sign(SigningIssuer.Badge(change)), recipient);

    public static Receipt Receipt(VerificationReport? report = null) =>
        Credentials.Verification.Receipts.Receipt.Of(report ?? Report(), "submitted"u8, Did)
            ?? throw new InvalidOperationException("There is no receipt.");

    public static string Sign(Receipt? receipt = null) =>
        ReceiptDocument.Sign(receipt ?? Receipt(), Context, EmbeddingIssuer.Key, EmbeddingIssuer.Method);

    /// <summary>Any document, signed as a receipt is.</summary>
    public static string Sign(JsonObject document, ISigningKey? key = null, string? method = null) =>
        EmbeddingIssuer.Sign(
            document.ToJsonString(), Cryptosuites.EddsaJcs2022, key ?? EmbeddingIssuer.Key,
            method ?? EmbeddingIssuer.Method);

    /// <summary>The receipt without its proof, to be changed.</summary>
    public static JsonObject Unsigned(Action<JsonObject>? change = null)
    {
        var document = JsonNode.Parse(Sign())!.AsObject();
        document.Remove("proof");
        change?.Invoke(document);
        return document;
    }

    public static VerificationReport Verify(string text, Trust trust = Trust.Known) =>
        EmbeddingIssuer.Web().Verify(text, trust: trust);

    public static VerificationReport? Verify(byte[] file) => EmbeddingIssuer.Web().Verify(file.AsMemory());

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

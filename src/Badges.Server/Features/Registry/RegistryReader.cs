using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.Credentials.Verification;
using Badges.Server.Settings;
using Badges.Server.Web;

namespace Badges.Server.Features.Registry;

/// <summary>
/// Reads the document of a registry: our own shape, or the older one of the Digital Credentials Consortium that ours
/// prolongs. Nothing in it is believed before its signature or its digest is the one that the settings pin.
/// </summary>
public static class RegistryReader
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    public static Result<RegistryContent, RegistryFault> Read(
        ReadOnlyMemory<byte> document, RegistrySource source, DateTimeOffset now)
    {
        if (source.Sha256 is { } pinned && !pinned.Equals(
            Convert.ToHexString(SHA256.HashData(document.Span)), StringComparison.OrdinalIgnoreCase))
        {
            return RegistryFault.WrongDigest;
        }

        try
        {
            using var json = JsonDocument.Parse(document, Strict);
            return source.PublicKey is { } key && FindFault(json.RootElement, key) is { } fault
                ? fault
                : Judge(ReadContent(json.RootElement), source, now);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException
            or KeyNotFoundException or ArgumentException)
        {
            return RegistryFault.Unreadable;
        }
    }

    private static Result<RegistryContent, RegistryFault> Judge(
        RegistryContent content, RegistrySource source, DateTimeOffset now) => content.UpdatedAt switch
        {
            { } updatedAt when updatedAt > now + Skew => RegistryFault.FromTheFuture,
            null when source.PublicKey is not null => RegistryFault.Unreadable, // older copies could not be told
            _ => content,
        };

    /// <summary>A proof that signs the JSON as it is: one that signs RDF would leave out what no context
    /// defines.</summary>
    private static RegistryFault? FindFault(JsonElement registry, string multikey)
    {
        var proofs = registry.TryGetProperty("proof", out var proof)
            ? proof.ValueKind is JsonValueKind.Array ? [.. proof.EnumerateArray()] : [proof]
            : (List<JsonElement>)[];
        proofs.RemoveAll(each => Cryptosuites.Find(each) is not { Canonicalization: Canonicalization.Jcs });
        if (proofs.Count == 0)
        {
            return RegistryFault.Unsigned;
        }

        using var key = PublicKey.TryReadMultikey(multikey);
        var secured = SecuredDocument.Of(registry, BundledContexts.Documents);
        return key is not null && proofs.Exists(each => IsForAssertion(each)
            && DataIntegrity.Verify(secured, each, key).Outcome is ProofOutcome.Verified)
                ? null
                : RegistryFault.WrongSignature;
    }

    private static bool IsForAssertion(JsonElement proof) =>
        proof.TryGetProperty("proofPurpose", out var purpose) && purpose.ValueEquals("assertionMethod");

    private static RegistryContent ReadContent(JsonElement registry)
    {
        var updated = registry.TryGetProperty("meta", out var meta) && Text(meta, "updated") is { } text
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : (DateTimeOffset?)null;
        return new(
            [
                .. registry.GetProperty("registry").EnumerateObject()
                    .Where(member => member.Value.ValueKind is not JsonValueKind.Null)
                    .Select(member => ReadIssuer(member.Name, member.Value)),
            ],
            updated);
    }

    private static RegisteredIssuer ReadIssuer(string id, JsonElement issuer) => new()
    {
        Name = Text(issuer, "name") is { Length: > 0 } name ? name : id,
        LegalName = Text(issuer, "legalName"),
        Ids = [id, .. Items(issuer, "alsoKnownAs").Select(each => each.GetString() ?? throw new FormatException())],
        Periods = issuer.TryGetProperty("recognised", out _)
            ? [.. Items(issuer, "recognised").Select(ReadPeriod).OrderBy(period => period.From)]
            : null,
        ClosedOn = Day(issuer, "closedOn"),
    };

    private static RecognisedPeriod ReadPeriod(JsonElement period) =>
        new(Day(period, "from") ?? throw new FormatException(), Day(period, "to"));

    private static JsonElement.ArrayEnumerator Items(JsonElement of, string member) =>
        of.TryGetProperty(member, out var items) ? items.EnumerateArray() : default;

    private static string? Text(JsonElement of, string member) =>
        of.TryGetProperty(member, out var text) ? text.GetString() : null;

    private static DateOnly? Day(JsonElement of, string member) => Text(of, member) is { } text
        ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;
}

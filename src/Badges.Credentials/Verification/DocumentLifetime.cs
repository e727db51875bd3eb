using System.Text.Json;
using Badges.Credentials.Schemas;
using Badges.Credentials.Verification.Documents;
using Badges.Credentials.Verification.StatusLists;

namespace Badges.Credentials.Verification;

/// <summary>How long a copy of a document may stand for it, by what the document itself is and says.</summary>
public static class DocumentLifetime
{
    /// <summary>What holds for a list that does not say: Bitstring Status List 1.0, section 2.2 (<c>ttl</c>).</summary>
    public static readonly TimeSpan OfAList = TimeSpan.FromMinutes(5);

    private static readonly string[] Lists =
        [.. StatusListKind.All.Select(kind => kind.CredentialType), "RevocationList", "1EdTechRevocationList"];

    /// <summary>
    /// Null when it says nothing. None at all for an Open Badges 2.0 assertion: its address is its proof, and that it
    /// stands there no longer is how it is withdrawn. A list lasts as long as its <c>ttl</c>, and not beyond
    /// <c>validUntil</c>.
    /// </summary>
    public static TimeSpan? Of(FetchedDocument document, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(document);
        var content = DocumentContent.Of(document);
        if ((content.Signed?.Credential.Json ?? content.Json) is not { ValueKind: JsonValueKind.Object } json)
        {
            return null;
        }

        var types = JsonValues.Strings(json, "type").ToList();
        if (types.Contains("Assertion")
            || json.TryGetProperty("recipient", out _) || json.TryGetProperty("revoked", out _))
        {
            return TimeSpan.Zero;
        }

        return types.Exists(type => Lists.Contains(type)) ? OfList(new(json), now) : null;
    }

    private static TimeSpan OfList(VerifiableCredential list, DateTimeOffset now)
    {
        var lifetime = list.Subject is { } subject && subject.TryGetProperty("ttl", out var ttl)
            && ttl.ValueKind is JsonValueKind.Number && ttl.TryGetDouble(out var milliseconds)
                ? TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, int.MaxValue))
                : OfAList;
        var rest = list.ValidUntilText is { } until && Timestamp.TryRead(until) is { } end ? end - now : lifetime;
        return rest < TimeSpan.Zero ? TimeSpan.Zero : rest < lifetime ? rest : lifetime;
    }
}

using System.Text.Json;

namespace Badges.Credentials.Verification;

/// <summary>A credential's members as the checks need them, under the names of the data model 2.0 or 1.1.</summary>
internal sealed record VerifiableCredential(JsonElement Json)
{
    public string? Id => JsonStrings.TryGet(Json, "id");

    /// <summary>The issuer's identifier, whether the issuer is an object or the identifier alone.</summary>
    public string? IssuerId => JsonValues.IdOf(JsonValues.Member(Json, "issuer"));

    public JsonElement? Issuer => JsonValues.Member(Json, "issuer");

    public JsonElement? Subject => JsonValues.All(Json, "credentialSubject") is [var only] ? only : null;

    public string? SubjectId => Subject is { } subject ? JsonStrings.TryGet(subject, "id") : null;

    public JsonElement? Achievement => Subject is { } subject ? JsonValues.Member(subject, "achievement") : null;

    public string? ValidFromText => JsonStrings.TryGet(Json, "validFrom") ?? JsonStrings.TryGet(Json, "issuanceDate");

    public string? ValidUntilText =>
        JsonStrings.TryGet(Json, "validUntil") ?? JsonStrings.TryGet(Json, "expirationDate");

    public IReadOnlyList<JsonElement> Proofs => JsonValues.All(Json, "proof");

    public IReadOnlyList<JsonElement> Statuses => JsonValues.All(Json, "credentialStatus");

    /// <summary>The identities of the recipient: objects only.</summary>
    public IReadOnlyList<JsonElement> Identifiers => Subject is { } subject
        ? [.. JsonValues.All(subject, "identifier").Where(each => each.ValueKind is JsonValueKind.Object)]
        : [];
}

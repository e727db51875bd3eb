using System.Text.Json;
using Badges.Credentials.Verification.Assertions;
using Badges.Credentials.Verification.Documents;

namespace Badges.Credentials.Verification.StatusLists;

/// <summary>
/// Lists of what was taken back, by identifier: 1EdTechRevocationList of Open Badges 3.0 (Verifiable Credentials
/// Revocation List 1.0) and RevocationList of Open Badges 2.0. Neither is signed: what stands for it is the address on
/// the issuer's host.
/// </summary>
internal static class RevocationListStatus
{
    /// <summary>The list that an entry of type 1EdTechRevocationList names.</summary>
    public static StatusEntryRead Read(JsonElement entry, VerificationCase facts)
    {
        var credential = facts.Credential!;
        if (JsonStrings.TryGet(entry, "id") is not { } address || credential.IssuerId is not { } issuer)
        {
            return StatusEntryRead.Unknown(CheckCodes.StatusEntryUnreadable, null);
        }

        // An issuer that is only a key has no host: the badge that it signed says where it and its list are.
        var isOwn = IsOnHostOf(issuer, address);
        if (!isOwn && !(Dids.Did.Expand(issuer) is not null && credential.Id is { } id && IsOnHostOf(id, address)))
        {
            return StatusEntryRead.Unknown(CheckCodes.ListElsewhere, null, address);
        }

        var document = facts.Documents.Get(address);
        if (document.Read is not { ValueKind: JsonValueKind.Object } list)
        {
            return StatusEntryRead.Unread(document);
        }

        if (JsonValues.IdOf(JsonValues.Member(list, "issuer")) is { } owner && !WebAddress.AreSame(owner, issuer))
        {
            return StatusEntryRead.Unknown(CheckCodes.ListOfOtherIssuer, document);
        }

        IReadOnlyList<JsonElement> revoked =
            [.. JsonValues.All(list, "revokedCredential"), .. JsonValues.All(list, "revokedCredentials")];
        var hit = revoked.Where(each => JsonValues.IdOf(each) == credential.Id
            && JsonValues.Member(each, "revoked") is not { ValueKind: JsonValueKind.False }).ToList();
        var reading = hit.Count > 0
            ? new StatusEntryRead(StatusReading.Revoked) { Arguments = Reason(hit[0]) }
            : new StatusEntryRead(StatusReading.Clear);
        var remark = new Remark(
            isOwn ? CheckCodes.ListUnsignedButOwn : CheckCodes.ListUnsignedButNamed, document.Address);
        return reading with { Source = document, Remarks = [remark] };
    }

    /// <summary>The list that the profile of an Open Badges 2.0 issuer names.</summary>
    public static StatusEntryRead Read(AssertionChain chain, DocumentRead document)
    {
        if (document.Read is not { ValueKind: JsonValueKind.Object } list)
        {
            return StatusEntryRead.Unread(document);
        }

        if (!JsonValues.Strings(list, "type").Contains("RevocationList"))
        {
            return StatusEntryRead.Unknown(CheckCodes.ListUnreadable, document);
        }

        if (JsonValues.IdOf(JsonValues.Member(list, "issuer")) is { } owner && chain.IssuerId is { } issuer
            && !WebAddress.AreSame(owner, issuer))
        {
            return StatusEntryRead.Unknown(CheckCodes.ListOfOtherIssuer, document);
        }

        var assertion = chain.Assertion!.Value;
        var names = new[] { JsonStrings.TryGet(assertion, "id"), JsonStrings.TryGet(assertion, "uid") }
            .OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var entry in JsonValues.All(list, "revokedAssertions"))
        {
            if ((JsonValues.IdOf(entry) ?? JsonStrings.TryGet(entry, "uid")) is { } name && names.Contains(name))
            {
                return new(StatusReading.Revoked) { Source = document, Arguments = Reason(entry) };
            }
        }

        return new(StatusReading.Clear) { Source = document };
    }

    private static string[] Reason(JsonElement entry) =>
        JsonStrings.TryGet(entry, "revocationReason") is { Length: > 0 } reason ? [reason] : [];

    private static bool IsOnHostOf(string issuer, string address) =>
        Uri.TryCreate(Dids.Did.WebAddress(issuer) ?? issuer, UriKind.Absolute, out var home)
        && Uri.TryCreate(address, UriKind.Absolute, out var list)
        && home.Host.Length > 0 && home.Host == list.Host;
}

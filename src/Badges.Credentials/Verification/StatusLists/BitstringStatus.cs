using System.Globalization;
using System.Text.Json;
using Badges.Credentials.Schemas;
using Badges.Credentials.Status;
using Badges.Credentials.Verification.Documents;
using Badges.Credentials.Verification.Signatures;

namespace Badges.Credentials.Verification.StatusLists;

/// <summary>
/// An entry of a bitstring status list. The list is a credential of its own: it is believed only when it is signed, by
/// the issuer of the badge, and speaks of the same purpose. Bitstring Status List 1.0, section 3.2.
/// </summary>
internal static class BitstringStatus
{
    /// <summary>The most bytes that a list is inflated to: 8 million positions.</summary>
    private const int MaximumBytes = 1024 * 1024;

    public static StatusEntryRead Read(JsonElement entry, VerificationCase facts)
    {
        var purpose = JsonStrings.TryGet(entry, "statusPurpose");
        if (purpose is not ("revocation" or "suspension"))
        {
            return purpose is null
                ? StatusEntryRead.Unknown(CheckCodes.StatusEntryUnreadable, null)
                : new(StatusReading.Irrelevant) { Remarks = [new Remark(CheckCodes.OtherPurpose, purpose)] };
        }

        if (JsonStrings.TryGet(entry, "statusListCredential") is not { } address || ReadIndex(entry) is not { } index
            || (JsonValues.Member(entry, "statusSize") is { } size && size.ToString() != "1"))
        {
            return StatusEntryRead.Unknown(CheckCodes.StatusEntryUnreadable, null);
        }

        var document = facts.Documents.Get(address);
        if (document.Document is not { IsThere: true })
        {
            return StatusEntryRead.Unread(document);
        }

        var (list, fault) = OpenList(document, facts);
        return list is null ? fault! : ReadBit(list, purpose, index, document, facts);
    }

    private static StatusEntryRead ReadBit(
        VerifiableCredential list, string purpose, long index, DocumentRead document, VerificationCase facts)
    {
        StatusEntryRead Unknown(string code, params string[] arguments) =>
            StatusEntryRead.Unknown(code, document, arguments);

        if (FindFault(list, purpose, document, facts) is { } fault)
        {
            return Unknown(fault);
        }

        if (JsonStrings.TryGet(list.Subject!.Value, "encodedList") is not { } encoded)
        {
            return Unknown(CheckCodes.ListUnreadable);
        }

        if (BitstringStatusList.TryDecode(encoded, MaximumBytes, out var decoding) is not { } bits)
        {
            return Unknown(decoding is BitstringFault.TooLong ? CheckCodes.ListTooLarge : CheckCodes.ListUnreadable);
        }

        StatusReading? reading = bits.IsSet(index) switch
        {
            true => purpose == "revocation" ? StatusReading.Revoked : StatusReading.Suspended,
            false => StatusReading.Clear,
            null => null,
        };
        IReadOnlyList<Remark> remarks = bits.IsShort ? [new Remark(CheckCodes.ListShort)] : [];
        return reading is null
            ? Unknown(CheckCodes.IndexOutOfRange, index.ToString(CultureInfo.InvariantCulture))
            : new(reading.Value) { Source = document, Remarks = remarks };
    }

    /// <summary>The list's credential, once its signature is known to be its issuer's.</summary>
    private static (VerifiableCredential? List, StatusEntryRead? Fault) OpenList(
        DocumentRead document, VerificationCase facts)
    {
        if (DocumentContent.Of(document.Document!).Signed is not { } signed)
        {
            return (null, StatusEntryRead.Unknown(CheckCodes.ListUnreadable, document));
        }

        if (signed is { Jws: null, Proofs.Count: 0 })
        {
            return (null, StatusEntryRead.Unknown(CheckCodes.ListUnsigned, document, document.Address));
        }

        var signatures = SignatureSet.Of(signed, facts.Documents, facts.Now);
        var meaning = signed.IsHeldByRdf ? signed.Meaning : Check.Passed(CheckIds.Context);
        CheckOutcome[] outcomes = [meaning.Outcome, signatures.Proof.Outcome, signatures.Key.Outcome];
        return outcomes.All(outcome => outcome is CheckOutcome.Passed) ? (signed.Credential, null)
            : (null, StatusEntryRead.Unknown(
                outcomes.Contains(CheckOutcome.Failed) ? CheckCodes.ListForged : CheckCodes.ListNotVerified,
                document, document.Address));
    }

    private static string? FindFault(
        VerifiableCredential list, string purpose, DocumentRead document, VerificationCase facts)
    {
        if (!JsonValues.Strings(list.Json, "type").Contains("BitstringStatusListCredential")
            || list.Subject is not { } subject
            || !JsonValues.Strings(subject, "type").Contains("BitstringStatusList"))
        {
            return CheckCodes.ListUnreadable;
        }

        if (list.IssuerId is null || list.IssuerId != facts.Credential?.IssuerId)
        {
            return CheckCodes.ListOfOtherIssuer;
        }

        // A list without an id of its own is named by its subject: <list>#list.
        if ((list.Id ?? JsonStrings.TryGet(subject, "id")) is not { } id
            || !WebAddress.AreSame(list.Id is null ? WebAddress.WithoutFragment(id) : id, document.Address))
        {
            return CheckCodes.ListOfOtherAddress;
        }

        if (!JsonValues.Strings(subject, "statusPurpose").Contains(purpose))
        {
            return CheckCodes.PurposeDiffers;
        }

        return IsInForce(list, facts.Now) ? null : CheckCodes.ListExpired;
    }

    private static bool IsInForce(VerifiableCredential list, DateTimeOffset now)
    {
        var from = list.ValidFromText is { } start ? Timestamp.TryRead(start) : null;
        var until = list.ValidUntilText is { } end ? Timestamp.TryRead(end) : null;
        return (list.ValidFromText is null || from <= now + Steps.CheckValidity.Skew)
            && (list.ValidUntilText is null || now <= until);
    }

    /// <summary>A string of digits; a number too, which vectors of 1EdTech use.</summary>
    private static long? ReadIndex(JsonElement entry) => JsonValues.Member(entry, "statusListIndex") switch
    {
        { ValueKind: JsonValueKind.String } text when long.TryParse(
            JsonStrings.TryGet(text), NumberStyles.None, CultureInfo.InvariantCulture, out var index) => index,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var index) && index >= 0 => index,
        _ => null,
    };
}

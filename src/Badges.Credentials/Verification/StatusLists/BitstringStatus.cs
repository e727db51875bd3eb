using System.Globalization;
using System.Text.Json;
using Badges.Credentials.Schemas;
using Badges.Credentials.Status;
using Badges.Credentials.Verification.Documents;
using Badges.Credentials.Verification.Signatures;

namespace Badges.Credentials.Verification.StatusLists;

/// <summary>
/// An entry of a list with a place for each credential. The list is a credential of its own: it is believed only when
/// it is signed, by the issuer of the badge, and speaks of the same purpose. Bitstring Status List 1.0, section 3.2.
/// </summary>
internal static class BitstringStatus
{
    public static StatusEntryRead Read(JsonElement entry, StatusListKind kind, VerificationCase facts) =>
        kind.PurposeOf(entry) switch
        {
            null => StatusEntryRead.Unknown(CheckCodes.StatusEntryUnreadable, null),
            "revocation" => Judge(ReadValue(entry, kind, "revocation", facts), StatusReading.Revoked),
            "suspension" => Judge(ReadValue(entry, kind, "suspension", facts), StatusReading.Suspended),
            "refresh" => Tell(entry, ReadValue(entry, kind, "refresh", facts), "refresh"),
            "message" => Tell(entry, ReadValue(entry, kind, "message", facts), "message"),
            var purpose => StatusEntryRead.Unknown(CheckCodes.PurposeUnknown, null, purpose),
        };

    private static StatusEntryRead Judge(ValueRead read, StatusReading whenSet) =>
        read.Value is { } value
            ? new(value == 0 ? StatusReading.Clear : whenSet) { Source = read.Source, Remarks = read.Remarks }
            : read.Fault!;

    /// <summary>What is no withdrawal is told, when it can be.</summary>
    private static StatusEntryRead Tell(JsonElement entry, ValueRead read, string purpose)
    {
        var remark = (read.Value, purpose) switch
        {
            (null, _) => new Remark(CheckCodes.OtherPurpose, purpose),
            ( > 0, "refresh") => new Remark(CheckCodes.NewerAnnounced),
            ({ } value, "message") when MessageOf(entry, value) is { } message =>
                new Remark(CheckCodes.StatusMessage, message),
            _ => null,
        };
        return new(StatusReading.Irrelevant) { Remarks = remark is null ? [] : [remark] };
    }

    /// <summary>The message that an entry has for a value, which it writes in hexadecimal.</summary>
    private static string? MessageOf(JsonElement entry, int value) => JsonValues.All(entry, "statusMessage")
        .Where(each => JsonStrings.TryGet(each, "status") is ['0', 'x' or 'X', .. var digits]
            && int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var status)
            && status == value)
        .Select(each => JsonStrings.TryGet(each, "message")).FirstOrDefault(text => text is { Length: > 0 });

    private static ValueRead ReadValue(
        JsonElement entry, StatusListKind kind, string purpose, VerificationCase facts)
    {
        if (JsonStrings.TryGet(entry, kind.AddressMember) is not { } address
            || StatusPlace.TryRead(entry, kind) is not { } place)
        {
            return new(StatusEntryRead.Unknown(CheckCodes.StatusEntryUnreadable, null));
        }

        var document = facts.Documents.Get(address);
        if (document.Document is not { IsThere: true })
        {
            return new(StatusEntryRead.Unread(document));
        }

        var (list, fault) = OpenList(document, facts);
        return list is null
            ? new(fault!)
            : ReadPlace(list, place, FindFault(list, kind, purpose, document, facts), kind, document);
    }

    private static ValueRead ReadPlace(
        VerifiableCredential list, StatusPlace place, string? fault, StatusListKind kind, DocumentRead document)
    {
        ValueRead Unknown(string code, params string[] arguments) =>
            new(StatusEntryRead.Unknown(code, document, arguments));

        if (fault is not null)
        {
            return Unknown(fault);
        }

        if (JsonStrings.TryGet(list.Subject!.Value, "encodedList") is not { } encoded)
        {
            return Unknown(CheckCodes.ListUnreadable);
        }

        var (_, inflated, decoding) = DocumentContent.Of(document.Document!).Inflate(kind.Multibase(encoded));
        if (inflated is not { } bits)
        {
            return Unknown(decoding is BitstringFault.TooLong ? CheckCodes.ListTooLarge : CheckCodes.ListUnreadable);
        }

        return place.ValueIn(bits) is { } value
            ? new(null)
            {
                Value = value,
                Source = document,
                Remarks = bits.IsShort ? [new Remark(CheckCodes.ListShort)] : [],
            }
            : Unknown(CheckCodes.IndexOutOfRange, place.Index.ToString(CultureInfo.InvariantCulture));
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
        VerifiableCredential list, StatusListKind kind, string purpose, DocumentRead document, VerificationCase facts)
    {
        if (!JsonValues.Strings(list.Json, "type").Contains(kind.CredentialType)
            || list.Subject is not { } subject
            || !JsonValues.Strings(subject, "type").Contains(kind.ListType))
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

        if (!kind.Speaks(subject, purpose))
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

    /// <summary>What stands at the badge's place, or why that could not be read.</summary>
    private sealed record ValueRead(StatusEntryRead? Fault)
    {
        public int? Value { get; init; }

        public DocumentRead? Source { get; init; }

        public IReadOnlyList<Remark> Remarks { get; init; } = [];
    }
}

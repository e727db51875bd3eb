using System.Text.Json;

namespace Badges.Credentials.Verification.StatusLists;

/// <summary>
/// A kind of list with a place for each credential, signed as a credential of its own: everything in which one differs
/// from another. Bitstring Status List 1.0; its forerunners Status List 2021 and Revocation List 2020, which badges of
/// the data model 1.1 use.
/// </summary>
internal sealed record StatusListKind
{
    public required string EntryType { get; init; }

    public required string CredentialType { get; init; }

    public required string ListType { get; init; }

    public string AddressMember { get; init; } = "statusListCredential";

    public string IndexMember { get; init; } = "statusListIndex";

    /// <summary>The purpose, where neither the entry nor the list names one.</summary>
    public string? OnlyPurpose { get; init; }

    /// <summary>Whether the list says how its text is encoded, before the text itself.</summary>
    public bool IsMultibase { get; init; }

    public static IReadOnlyList<StatusListKind> All { get; } =
    [
        new()
        {
            EntryType = "BitstringStatusListEntry",
            CredentialType = "BitstringStatusListCredential",
            ListType = "BitstringStatusList",
            IsMultibase = true,
        },
        new()
        {
            EntryType = "StatusList2021Entry",
            CredentialType = "StatusList2021Credential",
            ListType = "StatusList2021",
        },
        new()
        {
            EntryType = "RevocationList2020Status",
            CredentialType = "RevocationList2020Credential",
            ListType = "RevocationList2020",
            AddressMember = "revocationListCredential",
            IndexMember = "revocationListIndex",
            OnlyPurpose = "revocation",
        },
    ];

    /// <summary>The kind of an entry, or null when it is none of these.</summary>
    public static StatusListKind? Find(IReadOnlyList<string> entryTypes) =>
        All.FirstOrDefault(kind => entryTypes.Contains(kind.EntryType));

    public string? PurposeOf(JsonElement entry) => OnlyPurpose ?? JsonStrings.TryGet(entry, "statusPurpose");

    /// <summary>Whether a list speaks of what the entry announces.</summary>
    public bool Speaks(JsonElement list, string purpose) =>
        OnlyPurpose is not null || JsonValues.Strings(list, "statusPurpose").Contains(purpose);

    /// <summary>The text of a list as Bitstring Status List writes it: those before it had no sign in front, and some
    /// wrote the other alphabet of base64, with padding.</summary>
    public string Multibase(string encodedList) => IsMultibase || encodedList.StartsWith('u')
        ? encodedList
        : "u" + encodedList.TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

using System.Globalization;
using System.Text.Json;
using Badges.Credentials.Verification;

namespace Badges.Credentials.DataModel;

/// <summary>An entry of a bitstring status list. Bitstring Status List 1.0, section 2.1.</summary>
internal static class StatusEntryModel
{
    private const string Type = "BitstringStatusListEntry";

    public static void Check(JsonElement entry, string pointer, ModelFaults faults)
    {
        if (!JsonValues.Strings(entry, "type").Contains(Type))
        {
            return;
        }

        if (JsonStrings.TryGet(entry, "statusPurpose") is null or "")
        {
            faults.Add($"{pointer}/statusPurpose", "statusPurpose is a string.");
        }

        if (JsonStrings.TryGet(entry, "statusListIndex") is not { Length: > 0 } index || !index.All(char.IsAsciiDigit))
        {
            faults.Add($"{pointer}/statusListIndex", "statusListIndex is an integer from 0 on, written as a string.");
        }

        faults.CheckUrl(entry, pointer, "statusListCredential", isRequired: true);
        CheckSize(entry, pointer, faults);
    }

    private static void CheckSize(JsonElement entry, string pointer, ModelFaults faults)
    {
        var size = 1;
        if (entry.TryGetProperty("statusSize", out var value)
            && (value.ValueKind is not JsonValueKind.Number || !value.TryGetInt32(out size) || size is < 1 or > 16))
        {
            faults.Add($"{pointer}/statusSize", "statusSize is an integer greater than zero, here at most 16.");
            return;
        }

        var messages = JsonValues.All(entry, "statusMessage");
        if (size > 1 ? messages.Count != 1 << size : messages.Count is not (0 or 2))
        {
            faults.Add(
                $"{pointer}/statusMessage",
                string.Create(CultureInfo.InvariantCulture, $"statusMessage has {1 << size} messages, one a value."));
        }
    }
}

using System.Globalization;
using System.Text.Json;
using Badges.Credentials.Status;

namespace Badges.Credentials.Verification.StatusLists;

/// <summary>The place of a badge on a list: so many bits from so many places on. Bitstring Status List 1.0, sections
/// 2.1 and 3.2.</summary>
internal sealed record StatusPlace(long Index, int Size)
{
    private const int MaximumSize = 16;

    /// <summary>Reads the place that an entry names, or null when it names none.</summary>
    public static StatusPlace? TryRead(JsonElement entry, StatusListKind kind) =>
        TryReadNumber(entry, kind.IndexMember) is { } index && SizeOf(entry) is >= 1 and <= MaximumSize and var size
            ? new(index, (int)size)
            : null;

    /// <summary>What stands there, or null when the list has no such place.</summary>
    public int? ValueIn(BitArrayRead bits)
    {
        if (Index > long.MaxValue / Size - 1)
        {
            return null;
        }

        var value = 0;
        for (var offset = 0; offset < Size; offset++)
        {
            if (bits.IsSet((Index * Size) + offset) is not { } isSet)
            {
                return null;
            }

            value = (value << 1) | (isSet ? 1 : 0);
        }

        return value;
    }

    private static long? SizeOf(JsonElement entry) =>
        JsonValues.Member(entry, "statusSize") is null ? 1 : TryReadNumber(entry, "statusSize");

    /// <summary>A string of digits; a number too, which vectors of 1EdTech use.</summary>
    private static long? TryReadNumber(JsonElement entry, string member) => JsonValues.Member(entry, member) switch
    {
        { ValueKind: JsonValueKind.String } text when long.TryParse(
            JsonStrings.TryGet(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) && number >= 0 => number,
        _ => null,
    };
}

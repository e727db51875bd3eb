using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Badges.Credentials.Proofs.SelectiveDisclosure;

/// <summary>
/// The parts of a document that JSON pointers name, with what says of each object on the way what it is: its name, its
/// type and its contexts. Data Integrity ECDSA Cryptosuites 1.0, section 3.4.13 (selectJsonLd); RFC 6901.
/// </summary>
internal sealed class JsonSelection
{
    private static readonly string[] Kept = ["@context", "id", "@id", "type", "@type"];

    private readonly SortedDictionary<int, JsonSelection> _items = [];
    private readonly Dictionary<string, JsonSelection> _members = new(StringComparer.Ordinal);
    private bool _isWhole;

    private JsonSelection()
    {
    }

    /// <summary>The selected document, or null when a pointer leads nowhere.</summary>
    public static JsonElement? TrySelect(JsonElement document, IEnumerable<string> pointers)
    {
        var root = new JsonSelection();
        foreach (var pointer in pointers)
        {
            if (!root.TryMark(document, pointer))
            {
                return null;
            }
        }

        var output = new ArrayBufferWriter<byte>();
        root.Write(output, document);
        return JsonElement.Parse(output.WrittenSpan);
    }

    private bool TryMark(JsonElement document, string pointer)
    {
        if (pointer.Length > 0 && pointer[0] != '/')
        {
            return false;
        }

        var (selection, value) = (this, document);
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (selection.TryEnter(value, name) is not var (inner, next))
            {
                return false;
            }

            (selection, value) = (inner, next);
        }

        selection._isWhole = true;
        return true;
    }

    private (JsonSelection Selection, JsonElement Value)? TryEnter(JsonElement value, string name)
    {
        if (value.ValueKind is JsonValueKind.Object && value.TryGetProperty(name, out var member))
        {
            return (Inner(_members, name), member);
        }

        return value.ValueKind is JsonValueKind.Array
            && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < value.GetArrayLength()
                ? (Inner(_items, index), value[index])
                : null;
    }

    private static JsonSelection Inner<TKey>(IDictionary<TKey, JsonSelection> among, TKey key)
    {
        if (!among.TryGetValue(key, out var inner))
        {
            among.Add(key, inner = new());
        }

        return inner;
    }

    private void Write(ArrayBufferWriter<byte> output, JsonElement value)
    {
        if (_isWhole || value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            output.Write(JsonMarshal.GetRawUtf8Value(value));
        }
        else if (value.ValueKind is JsonValueKind.Array)
        {
            WriteItems(output, value);
        }
        else
        {
            WriteMembers(output, value);
        }
    }

    private void WriteItems(ArrayBufferWriter<byte> output, JsonElement value)
    {
        output.Write("["u8);
        var isFirst = true;
        foreach (var (index, item) in _items)
        {
            output.Write(isFirst ? ""u8 : ","u8);
            isFirst = false;
            item.Write(output, value[index]);
        }

        output.Write("]"u8);
    }

    private void WriteMembers(ArrayBufferWriter<byte> output, JsonElement value)
    {
        output.Write("{"u8);
        var isFirst = true;
        foreach (var member in value.EnumerateObject())
        {
            var selected = _members.GetValueOrDefault(member.Name);
            if (selected is null && !Kept.Contains(member.Name))
            {
                continue;
            }

            output.Write(isFirst ? "\""u8 : ",\""u8);
            isFirst = false;
            output.Write(JsonMarshal.GetRawUtf8PropertyName(member));
            output.Write("\":"u8);
            if (selected is null)
            {
                output.Write(JsonMarshal.GetRawUtf8Value(member.Value));
            }
            else
            {
                selected.Write(output, member.Value);
            }
        }

        output.Write("}"u8);
    }
}

using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Badges.LinkedData.Jcs;

/// <summary>Writes the reader's value in canonical form. Members are written as they come; where they came in another
/// order than the canonical one, their bytes are put in order at the end of the object (RFC 8785, section
/// 3.2).</summary>
internal sealed class CanonicalWriter(int expectedLength) : IComparer<CanonicalWriter.Member>
{
    private static readonly SearchValues<byte> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private readonly ByteBuffer _output = new(expectedLength);
    private readonly ByteBuffer _names = new(256);
    private readonly List<Member> _members = new(32);

    public byte[] ToArray() => _output[..].ToArray();

    /// <summary>Writes the value that the reader stands on; false when it is not I-JSON.</summary>
    public bool TryWriteValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return TryWriteObject(ref reader);
            case JsonTokenType.StartArray:
                return TryWriteArray(ref reader);
            case JsonTokenType.String:
                WriteString(ref reader, rememberAsName: false);
                return true;
            case JsonTokenType.Number:
                return reader.TryGetDouble(out var number) && TryWriteNumber(number);
            default: // true, false, null
                _output.Append(reader.ValueSpan);
                return true;
        }
    }

    /// <summary>The order of the names' UTF-16 code units, out of their UTF-8 bytes (RFC 8785, section
    /// 3.2.3).</summary>
    public int Compare(Member x, Member y)
    {
        var first = _names[x.NameStart..x.NameEnd];
        var second = _names[y.NameStart..y.NameEnd];
        var common = first.CommonPrefixLength(second);
        return common == first.Length || common == second.Length
            ? first.Length.CompareTo(second.Length)
            : Utf16Rank(first[common]).CompareTo(Utf16Rank(second[common]));
    }

    private bool TryWriteObject(ref Utf8JsonReader reader)
    {
        _output.Append((byte)'{');
        var (start, firstMember, firstName) = (_output.Length, _members.Count, _names.Length);
        var isSorted = true;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var member = new Member { Start = _output.Length, NameStart = _names.Length };
            WriteString(ref reader, rememberAsName: true);
            member.NameEnd = _names.Length;
            isSorted = isSorted && (_members.Count == firstMember || Compare(_members[^1], member) < 0);

            _output.Append((byte)':');
            _members.Add(member);
            if (!reader.Read() || !TryWriteValue(ref reader))
            {
                return false;
            }

            _output.Append((byte)',');
            CollectionsMarshal.AsSpan(_members)[^1].End = _output.Length;
        }

        var members = CollectionsMarshal.AsSpan(_members)[firstMember..];
        if (!isSorted && !TrySort(members, start))
        {
            return false;
        }

        Close((byte)'}', isEmpty: members.IsEmpty);
        _members.RemoveRange(firstMember, _members.Count - firstMember);
        _names.Truncate(firstName);
        return true;
    }

    private bool TryWriteArray(ref Utf8JsonReader reader)
    {
        _output.Append((byte)'[');
        var isEmpty = true;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (!TryWriteValue(ref reader))
            {
                return false;
            }

            _output.Append((byte)',');
            isEmpty = false;
        }

        Close((byte)']', isEmpty);
        return true;
    }

    // Every element ends with a comma; the last of them becomes the closing bracket.
    private void Close(byte bracket, bool isEmpty)
    {
        if (isEmpty)
        {
            _output.Append(bracket);
        }
        else
        {
            _output[^1..][0] = bracket;
        }
    }

    private bool TrySort(Span<Member> members, int start)
    {
        members.Sort(this);
        for (var i = 1; i < members.Length; i++)
        {
            if (Compare(members[i - 1], members[i]) == 0)
            {
                return false; // two members of one name
            }
        }

        var unsorted = ArrayPool<byte>.Shared.Rent(_output.Length - start);
        _output[start..].CopyTo(unsorted);
        var target = _output[start..];
        foreach (var member in members)
        {
            var bytes = unsorted.AsSpan(member.Start - start, member.End - member.Start);
            bytes.CopyTo(target);
            target = target[bytes.Length..];
        }

        ArrayPool<byte>.Shared.Return(unsorted);
        return true;
    }

    private void WriteString(ref Utf8JsonReader reader, bool rememberAsName)
    {
        var source = reader.ValueSpan;
        if (!reader.ValueIsEscaped)
        {
            _output.Append((byte)'"');
            _output.Append(source);
            _output.Append((byte)'"');
            if (rememberAsName)
            {
                _names.Append(source);
            }

            return;
        }

        var text = ArrayPool<byte>.Shared.Rent(source.Length);
        var length = reader.CopyString(text);
        WriteEscaped(text.AsSpan(0, length));
        if (rememberAsName)
        {
            _names.Append(text.AsSpan(0, length));
        }

        ArrayPool<byte>.Shared.Return(text);
    }

    private void WriteEscaped(ReadOnlySpan<byte> text)
    {
        _output.Append((byte)'"');
        for (var next = text.IndexOfAny(Escaped); next >= 0; next = text.IndexOfAny(Escaped))
        {
            _output.Append(text[..next]);
            WriteEscape(text[next]);
            text = text[(next + 1)..];
        }

        _output.Append(text);
        _output.Append((byte)'"');
    }

    private void WriteEscape(byte character) // 3.2.2.2
    {
        const string Hexadecimal = "0123456789abcdef";
        switch (character)
        {
            case (byte)'"':
                _output.Append("\\\""u8);
                break;
            case (byte)'\\':
                _output.Append("\\\\"u8);
                break;
            case (byte)'\b':
                _output.Append("\\b"u8);
                break;
            case (byte)'\t':
                _output.Append("\\t"u8);
                break;
            case (byte)'\n':
                _output.Append("\\n"u8);
                break;
            case (byte)'\f':
                _output.Append("\\f"u8);
                break;
            case (byte)'\r':
                _output.Append("\\r"u8);
                break;
            default:
                _output.Append("\\u00"u8);
                _output.Append((byte)Hexadecimal[character >> 4]);
                _output.Append((byte)Hexadecimal[character & 15]);
                break;
        }
    }

    private bool TryWriteNumber(double number)
    {
        if (!double.IsFinite(number))
        {
            return false;
        }

        _output.Advance(EcmaScriptNumber.Write(number, _output.Reserve(EcmaScriptNumber.MaximumLength)));
        return true;
    }

    // In UTF-16, characters beyond U+FFFF (UTF-8 from F0 up) come before U+E000–FFFF (UTF-8 from EE up).
    private static int Utf16Rank(byte value) => value is 0xEE or 0xEF ? value + 0x10 : value;

    /// <summary>Where a member's bytes and its name stand.</summary>
    internal struct Member
    {
        public int Start;
        public int End;
        public int NameStart;
        public int NameEnd;
    }
}

using System.Globalization;
using System.Text;

namespace Badges.LinkedData;

/// <summary>Bytes that grow at the end and can be changed in place.</summary>
internal sealed class ByteBuffer(int capacity)
{
    private byte[] _bytes = new byte[Math.Max(capacity, 64)];

    public int Length { get; private set; }

    public Span<byte> this[Range range] => _bytes.AsSpan(0, Length)[range];

    public void Append(byte value)
    {
        if (Length == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[Length++] = value;
    }

    public void Append(ReadOnlySpan<byte> values)
    {
        values.CopyTo(Reserve(values.Length));
        Length += values.Length;
    }

    /// <summary>Adds a text in UTF-8.</summary>
    public void Append(ReadOnlySpan<char> text) =>
        Length += Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetMaxByteCount(text.Length)));

    public void AppendNumber(int number)
    {
        const int MaximumLength = 11;
        number.TryFormat(Reserve(MaximumLength), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Room at the end; what is used of it is added with <see cref="Advance"/>.</summary>
    public Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Grow(count);
        }

        return _bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    public void Truncate(int length) => Length = length;

    private void Grow(int count) => Array.Resize(ref _bytes, Math.Max(checked(Length + count), _bytes.Length * 2));
}

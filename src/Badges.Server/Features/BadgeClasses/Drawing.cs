using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Badges.Imaging.Png;

namespace Badges.Server.Features.BadgeClasses;

/// <summary>What a PNG shows, whatever texts were baked into it.</summary>
public static class Drawing
{
    private static readonly string[] Texts = ["iTXt", "tEXt", "zTXt"];

    /// <summary>SHA-256 over type, length and data of every chunk that is no text, in order; hexadecimal.</summary>
    /// <exception cref="ArgumentException">The bytes are not a PNG.</exception>
    public static string Sha256(ReadOnlyMemory<byte> png)
    {
        var picture = PngDatastream.TryRead(png, out var fault)
            ?? throw new ArgumentException($"Not a PNG: {fault}.", nameof(png));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = new byte[4];
        foreach (var chunk in picture.Chunks.Where(chunk => !Texts.Contains(chunk.Type)))
        {
            BinaryPrimitives.WriteInt32BigEndian(length, chunk.Data.Length);
            hash.AppendData(Encoding.ASCII.GetBytes(chunk.Type));
            hash.AppendData(length);
            hash.AppendData(chunk.Data.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Badges.Credentials.Keys;

/// <summary>Public keys as one multibase text: Ed25519 (<c>z6Mk…</c>), P-256 (<c>zDn…</c>) and P-384 (<c>z82…</c>).
/// Controlled Identifiers 1.0, section 2.2.2.</summary>
internal static class Multikey
{
    private static readonly Curve P256 = new(
        ECCurve.NamedCurves.nistP256, 32,
        Number("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff"),
        Number("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b"));

    private static readonly Curve P384 = new(
        ECCurve.NamedCurves.nistP384, 48,
        Number("fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff"),
        Number("b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef"));

    /// <summary>The text of an Ed25519 key of 32 bytes.</summary>
    public static string OfEd25519(ReadOnlySpan<byte> key) => "z" + Base58.Encode([0xED, 0x01, .. key]);

    /// <summary>The text of a key on P-256 or P-384: its point, compressed.</summary>
    public static string OfEc(ECParameters key)
    {
        var (x, y) = (key.Q.X!, key.Q.Y!);
        return "z" + Base58.Encode([(byte)(x.Length == 32 ? 0x80 : 0x81), 0x24, (byte)(2 + (y[^1] & 1)), .. x]);
    }

    /// <summary>The key, or null: another encoding, another type of key, a wrong length, a point that is not on the
    /// curve.</summary>
    public static VerificationKey? TryRead(string multibase)
    {
        if (!multibase.StartsWith('z'))
        {
            return null;
        }

        return Base58.TryDecode(multibase.AsSpan(1)) switch
        {
            [0xED, 0x01, .. { Length: 32 } key] => VerificationKey.Ed25519(key),
            [0x80, 0x24, .. var point] => FromPoint(P256, point),
            [0x81, 0x24, .. var point] => FromPoint(P384, point),
            _ => null,
        };
    }

    /// <summary>Finds y of a compressed point. SEC 1, section 2.3.4; both primes are 3 modulo 4.</summary>
    private static VerificationKey? FromPoint(Curve curve, byte[] point)
    {
        if (point.Length != curve.Length + 1 || point[0] is not (2 or 3))
        {
            return null;
        }

        var x = new BigInteger(point.AsSpan(1), isUnsigned: true, isBigEndian: true);
        var square = (BigInteger.Pow(x, 3) - (3 * x) + curve.B) % curve.Prime;
        square = square.Sign < 0 ? square + curve.Prime : square;
        var y = BigInteger.ModPow(square, (curve.Prime + 1) / 4, curve.Prime);
        if (x >= curve.Prime || BigInteger.ModPow(y, 2, curve.Prime) != square)
        {
            return null;
        }

        y = y.IsEven == (point[0] == 2) ? y : curve.Prime - y;
        var yBytes = new byte[curve.Length];
        var bytes = y.ToByteArray(isUnsigned: true, isBigEndian: true);
        bytes.CopyTo(yBytes.AsSpan(curve.Length - bytes.Length));
        return VerificationKey.Ec(new() { Curve = curve.Named, Q = new() { X = point[1..], Y = yBytes } });
    }

    private static BigInteger Number(string hexadecimal) =>
        BigInteger.Parse("0" + hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private sealed record Curve(ECCurve Named, int Length, BigInteger Prime, BigInteger B);
}

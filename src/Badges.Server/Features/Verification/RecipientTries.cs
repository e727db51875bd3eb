using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Badges.Server.Features.Verification;

/// <summary>
/// How often one client may ask for a person today: five times for a badge, twenty times in all. Counted in memory of a
/// fixed size, in cells that a secret of this process chooses, so that neither who asked nor about what can be read back;
/// two that share all their cells share their tries, which errs on the side of silence.
/// </summary>
public sealed class RecipientTries(TimeProvider time)
{
    public const int PerBadge = 5;
    public const int PerClient = 20;

    private const int Rows = 4;
    private const int Width = 1 << 15;

    private readonly Lock _lock = new();
    private readonly byte[] _counts = new byte[Rows * Width];
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);
    private DateOnly _day;

    /// <summary>Counts one try; false when there is none left today.</summary>
    public bool TryTake(IPAddress? client, string badge)
    {
        var who = Encoding.UTF8.GetBytes(NetworkOf(client));
        var byClient = CellsOf([.. who, 0]);
        var byBadge = CellsOf([.. who, 1, .. Encoding.UTF8.GetBytes(badge)]);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        lock (_lock)
        {
            if (today != _day)
            {
                Array.Clear(_counts);
                _day = today;
            }

            if (CountOf(byClient) >= PerClient || CountOf(byBadge) >= PerBadge)
            {
                return false;
            }

            Add(byClient);
            Add(byBadge);
            return true;
        }
    }

    /// <summary>One household has one IPv4 address, or all the addresses of an IPv6 prefix of 64 bits.</summary>
    private static string NetworkOf(IPAddress? client) => client switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => client.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(client.GetAddressBytes().AsSpan(0, 8)),
        _ => client.ToString(),
    };

    private int[] CellsOf(byte[] key)
    {
        var hash = HMACSHA256.HashData(_secret, key);
        return [.. Enumerable.Range(0, Rows).Select(row => (row * Width) + (BitConverter.ToUInt16(hash, row * 2) % Width))];
    }

    private int CountOf(int[] cells) => cells.Min(cell => _counts[cell]);

    private void Add(int[] cells)
    {
        foreach (var cell in cells)
        {
            _counts[cell] = (byte)Math.Min(byte.MaxValue, _counts[cell] + 1);
        }
    }
}

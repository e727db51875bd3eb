using System.Collections.Concurrent;
using Badges.Credentials.Contexts;
using Badges.Credentials.Proofs;
using Badges.Credentials.Status;
using Badges.Server.Settings;

namespace Badges.Server.Features.CredentialApi;

/// <summary>The status lists of this API as they are published, each signed by the issuer that uses it.</summary>
public sealed class PublishedStatusLists(
    StatusListFiles files, CredentialIssuers issuers, BadgesOptions options, TimeProvider time)
{
    private const string Folder = "/vc-api/status-lists/";

    private static readonly string[] Purposes = ["revocation", "suspension"];

    private readonly ConcurrentDictionary<(string Name, int Generation), string> _signed = [];

    /// <summary>What a list may be for.</summary>
    public static bool IsPurpose(string purpose) => Purposes.Contains(purpose);

    /// <summary>Where a list is published.</summary>
    public string AddressOf(string name) => options.Address(Folder + name);

    /// <summary>The name of the list at an address; null when it is none of ours.</summary>
    public string? NameAt(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Authority == options.Host
            && uri.AbsolutePath.StartsWith(Folder, StringComparison.Ordinal)
                ? uri.AbsolutePath[Folder.Length..]
                : null;

    /// <summary>Gives away a position.</summary>
    public (string Address, int Position) Take(CredentialIssuer issuer, string purpose)
    {
        var (name, position) = files.Take($"{KindOf(issuer)}-{purpose}");
        return (AddressOf(name), position);
    }

    /// <summary>The signed list, or null when there is none of that name.</summary>
    public string? Find(string name)
    {
        if (files.Find(name) is not var (bits, generation) || name.Split('-') is not [var kind, var purpose, _]
            || issuers.All.FirstOrDefault(each => KindOf(each) == kind) is not { Cryptosuite: { } suite } issuer)
        {
            return null;
        }

        _signed.TryRemove((name, generation - 1), out _);
        return _signed.GetOrAdd((name, generation), _ => Sign(name, purpose, bits, issuer, suite));
    }

    private string Sign(string name, string purpose, byte[] bits, CredentialIssuer issuer, Cryptosuite suite)
    {
        var now = time.GetUtcNow();
        var list = new BitstringStatusListCredential
        {
            Id = AddressOf(name),
            Issuer = issuer.Did,
            ValidFrom = now,
            StatusPurpose = purpose,
            EncodedList = BitstringStatusList.Encode(bits),
        };
        var proof = new ProofOptions { VerificationMethod = issuer.VerificationMethod, Created = now };
        return DataIntegrity.Sign(list.ToJson(), suite, issuer.Key, proof, BundledContexts.Documents);
    }

    /// <summary>A list is of one key, so that it has the issuer of the credentials that use it.</summary>
    private static string KindOf(CredentialIssuer issuer) => issuer.KeyType switch
    {
        "Ed25519" => "ed25519",
        "P-256" => "p256",
        _ => "p384",
    };
}

using Badges.Server.Features.Issuers;
using Badges.Server.Features.Organizations;
using Badges.Server.Features.SigningKeys;

namespace Badges.Server.Features.Receipts;

/// <summary>With what receipts are signed: the network's identity and its key.</summary>
public sealed record ReceiptKey(Issuer Issuer, UsableKey Key)
{
    public string VerificationMethod => IssuerAddresses.Method(Issuer.Did, Key.Kid);
}

/// <summary>Finds the key of receipts. The network gets its identity with the first one, if it had none.</summary>
public sealed class FindReceiptKey(OrganizationStore organizations, EnsureIssuer ensureIssuer, KeyRing keys)
{
    /// <summary>Null where no network is registered yet, or where its keys cannot be opened.</summary>
    public async Task<ReceiptKey?> RunAsync(CancellationToken cancellationToken)
    {
        if (await organizations.FindNetworkAsync(cancellationToken) is not { } network)
        {
            return null;
        }

        var issuer = await ensureIssuer.RunAsync(network, cancellationToken);
        return await keys.FindAsync(issuer.Id, cancellationToken) is { Ob3Embedded: var key }
            ? new ReceiptKey(issuer, key)
            : null;
    }
}

namespace Badges.Credentials.OpenBadges2;

/// <summary>How an assertion is verified, or which assertions are an issuer's own (Open Badges 2.0,
/// VerificationObject).</summary>
public sealed record VerificationObject
{
    /// <summary><c>HostedBadge</c> or <c>SignedBadge</c> on an assertion, absent on a profile.</summary>
    public string? Type { get; init; }

    /// <summary>Signed: the address of the key.</summary>
    public string? Creator { get; init; }

    /// <summary>On a profile: what the addresses of its hosted assertions start with.</summary>
    public IReadOnlyList<string> StartsWith { get; init; } = [];

    /// <summary>The assertion stands at its own address.</summary>
    public static VerificationObject Hosted { get; } = new() { Type = "HostedBadge" };

    /// <summary>The assertion is signed by the key at this address.</summary>
    public static VerificationObject SignedBy(string keyAddress) =>
        new() { Type = "SignedBadge", Creator = keyAddress };

    /// <summary>A profile's own assertions are below this address.</summary>
    public static VerificationObject Below(string address) => new() { StartsWith = [address] };
}

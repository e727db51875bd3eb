namespace Badges.Credentials.Verification.Signatures;

/// <summary>One signature that was looked at: the <c>proof</c> check of it alone, and the key that it names.</summary>
internal sealed record Signature(Check Proof, KeyLookup Key);

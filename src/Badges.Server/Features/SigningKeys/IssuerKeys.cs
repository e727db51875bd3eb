using Badges.Credentials.Keys;

namespace Badges.Server.Features.SigningKeys;

/// <summary>The two keys that an issuer signs with now.</summary>
public sealed record IssuerKeys(UsableKey Ob3Jwt, UsableKey Ob2);

/// <summary>A key that can sign: its row and its private object, which the key ring owns.</summary>
public sealed record UsableKey(Guid Id, string Kid, RsaSigningKey Key);

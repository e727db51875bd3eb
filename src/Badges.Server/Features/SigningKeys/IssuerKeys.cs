using Badges.Credentials.Keys;

namespace Badges.Server.Features.SigningKeys;

/// <summary>The keys that an issuer signs with now, one for each purpose.</summary>
public sealed record IssuerKeys(UsableKey Ob3Embedded, UsableKey Ob3Jwt, UsableKey Ob2);

/// <summary>A key that can sign: its row and its private object, which the key ring owns.</summary>
public sealed record UsableKey(Guid Id, string Kid, ISigningKey Key);

using Badges.Credentials.OpenBadges3;

namespace Badges.Server.Features.Awards;

/// <summary>A credential secured as a JWT, in JSON (Verifiable Credentials Data Model 2.0, section 4.13).</summary>
public static class Envelope
{
    /// <summary>A compact JWS holds no character that JSON would escape.</summary>
    public static string Of(string jws) =>
        $$"""{"@context":"{{OpenBadges3Context.Credentials}}","id":"data:application/vc+jwt,{{jws}}",""" +
        "\"type\":\"EnvelopedVerifiableCredential\"}";
}

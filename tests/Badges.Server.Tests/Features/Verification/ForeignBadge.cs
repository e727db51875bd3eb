using System.Security.Cryptography;
using Badges.Credentials.Baking;
using Badges.Credentials.Keys;
using Badges.Credentials.OpenBadges3;
using Badges.Credentials.Proofs;

namespace Badges.Server.Tests.Features.Verification;

/// <summary>A genuine badge of somebody that nobody here knows, who names a picture. Its issuer is its own key, so that
/// nothing but the picture has to be fetched.</summary>
public static class ForeignBadge
{
    private static readonly Ed25519SigningKey Key = Ed25519SigningKey.FromSeed(SHA256.HashData("a stranger"u8));

    public static string Signed(string image)
    {
        var did = $"did:key:{Key.Multikey}";
        var badge = new OpenBadgeCredential
        {
            Id = "urn:uuid:6f1b2a34-5b6c-4d7e-8f90-a1b2c3d4e5f6",
            Name = "Poncer",
            Issuer = new Profile { Id = did, Name = "Un atelier ailleurs" },
            ValidFrom = TestApp.Now.AddDays(-1),
            CredentialSubject = new AchievementSubject
            {
                Id = "urn:uuid:6f1b2a34-5b6c-4d7e-8f90-a1b2c3d4e5f7",
                Achievement = new Achievement
                {
                    Id = "urn:uuid:6f1b2a34-5b6c-4d7e-8f90-a1b2c3d4e5f8",
                    Name = "Poncer",
                    Description = "Sait poncer une pièce.",
                    Criteria = new Criteria { Narrative = "Ponce." },
                    Image = new Image { Id = image },
                },
            },
        };
        return VcJwt.Sign(badge, Key, $"{did}#{Key.Multikey}");
    }

    public static byte[] BakedInto(byte[] picture, string image) => PngBaking.Bake(picture, Signed(image), null);
}

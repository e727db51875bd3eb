using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Badges.Credentials.Contexts;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;

namespace Badges.Fuzzing;

/// <summary>A genuine badge in every form, of an issuer that is its own key, so that it is verified from itself alone.
/// </summary>
public static class FuzzBadges
{
    private const string Unsigned =
        """
        {"@context":["https://www.w3.org/ns/credentials/v2",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
         "id":"urn:uuid:2f6a1c1e-6a53-4a35-8a0e-6d1a4a1f7c11","type":["VerifiableCredential","OpenBadgeCredential"],
         "name":"Délissage des déchets","issuer":{"id":"ISSUER","type":["Profile"],"name":"L’Atelier du fil",
          "url":"https://atelier.example/"},"validFrom":"2026-01-15T09:30:00Z",
         "credentialSubject":{"id":"urn:uuid:6f1b2a34-5b6c-4d7e-8f90-a1b2c3d4e5f6","type":["AchievementSubject"],
          "identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress","salt":"a7f3c19e",
           "identityHash":"sha256$383007ac2779270f2f150ea73202124658d26a0c6a6c945c8ee0f1e2e0fc5ad7"}],
          "achievement":{"id":"https://atelier.example/achievements/1","type":["Achievement"],
           "achievementType":"Competency","name":"Délissage des déchets","description":"Sait « délisser » & trier 🪵",
           "criteria":{"narrative":"1. Trois séquences observées.\n2. Une séquence réflexive."},
           "alignment":[{"type":["Alignment"],"targetName":"ROME F1606","targetUrl":"https://rome.example/F1606"}],
           "tag":["AFEST"]}},
         "evidence":[{"id":"https://atelier.example/evidence/1","type":["Evidence"],"name":"Séance",
          "narrative":"Un lot."}]}
        """;

    public static Ed25519SigningKey Key { get; } = Ed25519SigningKey.FromSeed(SHA256.HashData("fuzzing"u8));

    public static string Did { get; } = $"did:key:{Key.Multikey}";

    public static string Method { get; } = $"{Did}#{Key.Multikey}";

    public static string Text { get; } = JsonNode.Parse(Unsigned.Replace("ISSUER", Did, StringComparison.Ordinal))!
        .ToJsonString();

    public static string Rdfc { get; } = Sign(Text, Cryptosuites.EddsaRdfc2022);

    public static string Jcs { get; } = Sign(Text, Cryptosuites.EddsaJcs2022);

    public static string Jwt { get; } = VcJwt.SignJson(Text, Key, Method);

    public const string Svg =
        """
        <?xml version="1.0" encoding="UTF-8"?><svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"
         xmlns:xlink="http://www.w3.org/1999/xlink"><title>é</title><defs><linearGradient id="g"><stop offset="0"
         stop-color="#f00"/></linearGradient></defs><rect style="fill:url(#g)" width="90" height="90"/>
         <use xlink:href="#g"/><text x="1" y="2">a<tspan>b</tspan></text><!-- c --></svg>
        """;

    /// <summary>The file with every chunk's code made right, as far as its chunks can be told.</summary>
    public static byte[] RepairPng(byte[] file)
    {
        var bytes = file.ToArray();
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > bytes.Length - at - 12)
            {
                break;
            }

            var code = at + 8 + (int)length;
            BinaryPrimitives.WriteUInt32BigEndian(
                bytes.AsSpan(code), Crc32.HashToUInt32(bytes.AsSpan(at + 4, (int)length + 4)));
            at = code + 4;
        }

        return bytes;
    }

    /// <summary>A badge's text with a proof of the one key.</summary>
    public static string Sign(string badge, Cryptosuite suite) => DataIntegrity.Sign(
        badge, suite, Key, new() { VerificationMethod = Method, Created = new(2026, 1, 15, 9, 30, 0, TimeSpan.Zero) },
        BundledContexts.Documents);

    /// <summary>Header, payload or signature of the token.</summary>
    public static byte[] JwtPart(int index) => Base64UrlText.TryDecode(Jwt.Split('.')[index]) ?? [];

    public static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }
}

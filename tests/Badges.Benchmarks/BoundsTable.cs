using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Badges.Credentials.Baking;
using Badges.Credentials.Keys;
using Badges.Credentials.Proofs;
using Badges.LinkedData.Jcs;

namespace Badges.Benchmarks;

/// <summary>Ours beside what bounds it, in one run.</summary>
internal static class BoundsTable
{
    public static void Print()
    {
        using var rsa = RSA.Create(2048);
        using var key = new RsaSigningKey(rsa);
        var credential = ExampleCredential.Create();
        var json = credential.ToJson();
        var bytes = Encoding.UTF8.GetBytes(json);
        var jwt = VcJwt.Sign(credential, key, "https://badges.example.org/keys/1");
        var png = ExamplePicture.Draw();

        (string Work, string Bound, Action Ours, Action Peer)[] lines =
        [
            ("sign a VC-JWT (RS256)", "the RSA signature alone", () => VcJwt.Sign(credential, key, "k"),
                () => key.Sign(bytes)),
            ("read and verify a VC-JWT", "the RSA verification alone", () => Jws.Verify(Jws.TryRead(jwt)!, rsa),
                () => rsa.VerifyData(bytes, new byte[256], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            ($"bake a PNG of {png.Length / 1000} kB", "copying its bytes three times",
                () => PngBaking.Bake(png, jwt, json), () => _ = png.ToArray().ToArray().ToArray()),
            ($"JCS of {bytes.Length} bytes", "parsing and writing the JSON",
                () => JsonCanonicalization.Canonicalize(bytes), () => JsonNode.Parse(bytes)!.ToJsonString()),
        ];

        Console.WriteLine($"{"work",-30} {"ours/s",12} {"bound/s",12} {"ratio",8}  bound");
        foreach (var (work, bound, ours, peer) in lines)
        {
            var mine = Measure.PerSecond(ours);
            var theirs = Measure.PerSecond(peer);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{work,-30} {mine,12:N0} {theirs,12:N0} {mine / theirs,8:N2}  {bound}"));
        }
    }
}

using System.Text;
using Badges.Credentials.Proofs;

namespace Badges.Fuzzing.Submissions;

/// <summary>Tokens whose headers ask for keys, compression or leniency.</summary>
public static class TokenTricks
{
    private static string Payload { get; } = Encoding.UTF8.GetString(FuzzBadges.JwtPart(1));

    public static IReadOnlyList<Trick> All { get; } =
    [
        Trick.OfText("jwt: genuine", () => FuzzBadges.Jwt, mayBeValid: true),
        Header("jwt: alg none", "\"alg\":\"none\"", signature: ""),
        Header("jwt: alg NONE", "\"alg\":\"NONE\""),
        Header("jwt: alg HS256", "\"alg\":\"HS256\""),
        Header("jwt: alg RS512", "\"alg\":\"RS512\""),
        Header("jwt: alg that is a number", "\"alg\":7"),
        Header("jwt: alg twice", "\"alg\":\"EdDSA\",\"alg\":\"none\""),
        Header("jwt: x5u", $"\"alg\":\"EdDSA\",\"x5u\":\"{Trick.Attacker}/seen\""),
        Header("jwt: jku", $"\"alg\":\"EdDSA\",\"jku\":\"{Trick.Attacker}/seen\""),
        Header("jwt: x5c", "\"alg\":\"EdDSA\",\"x5c\":[\"AAAA\"]"),
        Header(
            "jwt: jwk of the attacker",
            "\"alg\":\"EdDSA\",\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}"),
        Header("jwt: zip", "\"alg\":\"EdDSA\",\"zip\":\"DEF\""),
        Header("jwt: crit", "\"alg\":\"EdDSA\",\"crit\":[\"exp\"]"),
        Header("jwt: b64", "\"alg\":\"EdDSA\",\"b64\":false,\"crit\":[\"b64\"]"),
        Header("jwt: cty JWT", "\"alg\":\"EdDSA\",\"cty\":\"JWT\""),
        Header("jwt: kid of loopback", "\"alg\":\"EdDSA\",\"kid\":\"http://127.0.0.1:5080/key\""),
        Header("jwt: kid of cloud metadata", "\"alg\":\"EdDSA\",\"kid\":\"https://169.254.169.254/key\""),
        Header("jwt: kid of a file", "\"alg\":\"EdDSA\",\"kid\":\"file:///etc/passwd\""),
        Header("jwt: kid of SQL", "\"alg\":\"EdDSA\",\"kid\":\"x' or 1=1 --\""),
        Header("jwt: kid of a slow site", $"\"alg\":\"EdDSA\",\"kid\":\"{Trick.Attacker}/slow\""),
        Header("jwt: kid of 10 kB", $"\"alg\":\"EdDSA\",\"kid\":\"https://a.example.org/{new string('a', 10_000)}\""),
        Header("jwt: header of 100 kB", $"\"alg\":\"EdDSA\",\"a\":\"{new string('a', 100_000)}\""),
        Header("jwt: header 1000 deep", $"\"alg\":\"EdDSA\",\"a\":{new string('[', 1000)}{new string(']', 1000)}"),
        Header("jwt: another header, the same signature", "\"alg\":\"EdDSA\",\"typ\":\"JWT\",\"a\":1"),
        Body("jwt: payload that is no JSON", "hello"),
        Body("jwt: payload that is empty", ""),
        Body("jwt: payload that is an array", "[]"),
        Body("jwt: payload that is a token", FuzzBadges.Jwt),
        Body("jwt: payload deep", $"{{\"a\":{new string('[', 100_000)}"),
        Body("jwt: claims that contradict", Payload[..^1] + ",\"iss\":\"did:web:inae.example\"}"),
        Body("jwt: vc in a vc", $"{{\"vc\":{{\"vc\":{Payload}}}}}"),
        Trick.OfText("jwt: four parts", () => FuzzBadges.Jwt + ".AAAA"),
        Trick.OfText("jwt: five parts", () => "eyJhbGciOiJSU0EtT0FFUCJ9.AAAA.AAAA.AAAA.AAAA"),
        Trick.OfText("jwt: padded", () => FuzzBadges.Jwt + "=="),
        Trick.OfText("jwt: line feeds", () => FuzzBadges.Jwt.Insert(50, "\n")),
        Trick.OfText("jwt: standard alphabet", () => FuzzBadges.Jwt.Insert(60, "+/")),
        Trick.OfText("jwt: dots alone", () => "eyJ" + new string('.', 500_000)),
        Trick.OfText("jwt: signature of 900 kB", () => FuzzBadges.Jwt + new string('A', 900_000)),
        Trick.OfText("jwt: in JSON form", () =>
            $$"""{"payload":"{{FuzzBadges.Jwt.Split('.')[1]}}","signatures":[{"protected":"e30","signature":"AA"}]}"""),
        Trick.OfText("jwt: signed for another payload", () =>
            FuzzBadges.Jwt.Split('.') is [var header, var payload, var signature]
                ? $"{header}.{payload[..^8]}AAAAAAAA.{signature}"
                : ""),
    ];

    private static Trick Header(string name, string members, string? signature = null) =>
        Trick.OfText(name, () => Token($"{{{members}}}", Payload, signature));

    private static Trick Body(string name, string payload) => Trick.OfText(
        name, () => Token(Encoding.UTF8.GetString(FuzzBadges.JwtPart(0)), payload, null));

    private static string Token(string header, string payload, string? signature) =>
        $"{Encode(header)}.{Encode(payload)}.{signature ?? FuzzBadges.Jwt.Split('.')[2]}";

    private static string Encode(string text) => Base64UrlText.Encode(Encoding.UTF8.GetBytes(text));
}
